package org.atled.compiler.rule;

import java.lang.reflect.Method;

/** A rule class does not have the form that {@code PartialsOf} or {@code RulesFor} describe. The message has the fix. */
public final class InvalidRuleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRuleException(Method rule, String problem) {
        super("Rule " + rule.getDeclaringClass().getName() + "." + rule.getName() + ": " + problem);
    }

    InvalidRuleException(Class<?> rules, String problem) {
        super("Rule class " + rules.getName() + ": " + problem);
    }
}
