package org.atled.rules;

import java.util.Optional;

/** Derivatives of what goes into and comes out of an {@link Optional}: its shadow is an array of one shadow. */
@RulesFor(Optional.class)
public abstract class OptionalRules {
    private OptionalRules() {}

    @Stores(into = "result", value = "value")
    abstract Optional<?> of(Object value);

    abstract Optional<?> empty();

    @Loads(from = "receiver")
    abstract Object get(Optional<?> receiver);

    public static Object of_shadow(Object valueShadow) {
        return new Object[] {valueShadow};
    }

    public static Object empty_shadow() {
        return new Object[1];
    }

    public static Object get_shadow(Optional<?> receiver, Object receiverShadow, Object result) {
        return receiverShadow == null ? ContainerShadows.missing(receiver, result) : ((Object[]) receiverShadow)[0];
    }
}
