package org.atled.rules;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Derivatives of the entries that a sorted map finds: what matters is the key that was found. */
@RulesFor({NavigableMap.class, TreeMap.class})
public abstract class NavigableMapRules {
    private NavigableMapRules() {}

    @Views("receiver")
    abstract Map.Entry<?, ?> firstEntry(NavigableMap<?, ?> receiver);

    @Views("receiver")
    abstract Map.Entry<?, ?> lastEntry(NavigableMap<?, ?> receiver);

    @Views("receiver")
    abstract Map.Entry<?, ?> floorEntry(NavigableMap<?, ?> receiver, Object key);

    @Views("receiver")
    abstract Map.Entry<?, ?> ceilingEntry(NavigableMap<?, ?> receiver, Object key);

    @Views("receiver")
    abstract Map.Entry<?, ?> lowerEntry(NavigableMap<?, ?> receiver, Object key);

    @Views("receiver")
    abstract Map.Entry<?, ?> higherEntry(NavigableMap<?, ?> receiver, Object key);

    @Writes("receiver")
    @Views("receiver")
    abstract Map.Entry<?, ?> pollFirstEntry(NavigableMap<?, ?> receiver);

    @Writes("receiver")
    @Views("receiver")
    abstract Map.Entry<?, ?> pollLastEntry(NavigableMap<?, ?> receiver);

    public static Object firstEntry_shadow(NavigableMap<?, ?> receiver, Object receiverShadow, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object lastEntry_shadow(NavigableMap<?, ?> receiver, Object receiverShadow, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object floorEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Object key, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object ceilingEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Object key, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object lowerEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Object key, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object higherEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Object key, Map.Entry<?, ?> result) {
        return entry(receiver, receiverShadow, result);
    }

    public static Object pollFirstEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Map.Entry<?, ?> result) {
        return polled(receiver, receiverShadow, result);
    }

    public static Object pollLastEntry_shadow(
            NavigableMap<?, ?> receiver, Object receiverShadow, Map.Entry<?, ?> result) {
        return polled(receiver, receiverShadow, result);
    }

    private static Object entry(NavigableMap<?, ?> map, Object mapShadow, Map.Entry<?, ?> found) {
        var shadow = ContainerShadows.map(map, mapShadow);
        return shadow == null || found == null ? null : new EntryShadow(shadow, found.getKey());
    }

    private static Object polled(NavigableMap<?, ?> map, Object mapShadow, Map.Entry<?, ?> found) {
        Object entry = entry(map, mapShadow, found);
        if (entry != null) {
            ContainerShadows.map(map, mapShadow).remove(found.getKey());
        }
        return entry;
    }
}
