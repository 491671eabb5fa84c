package org.atled.rules;

import java.util.Map;

/** Derivatives of the value of an entry. */
@RulesFor(Map.Entry.class)
public abstract class MapEntryRules {
    private MapEntryRules() {}

    @Loads(from = "receiver")
    abstract Object getValue(Map.Entry<?, ?> receiver);

    @Writes("receiver")
    @Stores(into = "receiver", value = "value")
    @Loads(from = "receiver")
    abstract Object setValue(Map.Entry<?, ?> receiver, Object value);

    public static Object getValue_shadow(Map.Entry<?, ?> receiver, Object receiverShadow, Object result) {
        var shadow = ContainerShadows.entry(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.get();
    }

    public static Object setValue_shadow(
            Map.Entry<?, ?> receiver, Object receiverShadow, Object valueShadow, Object result) {
        var shadow = ContainerShadows.entry(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, valueShadow);
            return ContainerShadows.missing(receiver, result);
        }
        Object before = shadow.get();
        shadow.set(valueShadow);
        return before;
    }
}
