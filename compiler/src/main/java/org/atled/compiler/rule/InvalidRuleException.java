package org.atled.compiler.rule;

import org.atled.compiler.bytecode.ClassOutline;

/**
 * A rule class does not have the form that {@code PartialsOf}, {@code RulesFor} or {@code DerivativeOf} describe. The
 * message has the fix.
 */
public final class InvalidRuleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRuleException(ClassOutline.Method rule, String problem) {
        super("Rule " + rule.reference().owner().replace('/', '.') + "."
                + rule.reference().name() + ": " + problem);
    }

    InvalidRuleException(ClassOutline rules, String problem) {
        super("Rule class " + rules.name().replace('/', '.') + ": " + problem);
    }

    /** Of a class that is listed as a rule class. */
    public InvalidRuleException(String rules, String problem) {
        super("Rule class " + rules.replace('/', '.') + ": " + problem);
    }
}
