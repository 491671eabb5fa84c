package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.util.Locale;

/** The three methods a structural rule may have, told apart by the ending of the name. */
enum RuleKind {
    PUSHFORWARD("Tangent"),
    SHADOW("Shadow"),
    PULLBACK("Cotangent");

    private final String shadowSuffix;

    RuleKind(String shadowSuffix) {
        this.shadowSuffix = shadowSuffix;
    }

    static RuleKind of(Method rule) {
        for (RuleKind kind : values()) {
            if (rule.getName().endsWith(kind.ending())) {
                return kind;
            }
        }
        throw new InvalidRuleException(
                rule, "the ending is unknown. Rename it <method>_pushforward, <method>_shadow or <method>_pullback.");
    }

    /** Name of the method the rule is for. */
    String primalName(Method rule) {
        return rule.getName().substring(0, rule.getName().length() - ending().length());
    }

    /** What is added to a parameter's name to name its shadow. */
    String shadowSuffix() {
        return shadowSuffix;
    }

    private String ending() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }
}
