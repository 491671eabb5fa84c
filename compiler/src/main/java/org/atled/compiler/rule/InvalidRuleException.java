package org.atled.compiler.rule;

import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.ir.MethodReference;

/**
 * A rule class does not have the form that {@code PartialsOf}, {@code RulesFor} or {@code DerivativeOf} describe. The
 * message has the fix.
 */
public final class InvalidRuleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient MethodReference place;

    InvalidRuleException(ClassOutline.Method rule, String problem) {
        super("Rule " + rule.reference().owner().replace('/', '.') + "."
                + rule.reference().name() + ": " + problem);
        this.place = rule.reference();
    }

    InvalidRuleException(ClassOutline rules, String problem) {
        this(rules.name(), problem);
    }

    /** Of a class that is listed as a rule class. */
    public InvalidRuleException(String rules, String problem) {
        super("Rule class " + rules.replace('/', '.') + ": " + problem);
        this.place = new MethodReference(rules, "<clinit>", "()V");
    }

    /** The method that is wrong; the initializer of the class if it is the class. */
    public MethodReference place() {
        return place;
    }
}
