package org.atled.compiler.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassOutline.Method;

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
        return find(rule)
                .orElseThrow(
                        () -> new InvalidRuleException(
                                rule,
                                "the ending is unknown. Rename it <method>_pushforward, <method>_shadow or <method>_pullback."));
    }

    /** What kind of structural rule the name says it is, if any. */
    static Optional<RuleKind> find(Method rule) {
        return Stream.of(values())
                .filter(kind -> rule.reference().name().endsWith(kind.ending()))
                .findFirst();
    }

    /** Name of the method the rule is for. */
    String primalName(Method rule) {
        return rule.reference().name().substring(0, rule.reference().name().length() - ending().length());
    }

    /** What is added to a parameter's name to name its shadow. */
    String shadowSuffix() {
        return shadowSuffix;
    }

    private String ending() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }
}
