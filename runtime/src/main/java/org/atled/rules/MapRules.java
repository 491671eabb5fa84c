package org.atled.rules;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derivatives of access to a map: its shadow has the shadows of the values by the same keys. Keys carry no derivative. Views
 * and their iterators look a value's shadow up by its key, in the order of the map itself.
 */
@RulesFor({
    Map.class,
    SortedMap.class,
    NavigableMap.class,
    AbstractMap.class,
    HashMap.class,
    LinkedHashMap.class,
    TreeMap.class,
    Hashtable.class
})
public abstract class MapRules {
    private MapRules() {}

    @Loads(from = "receiver")
    abstract Object get(Map<?, ?> receiver, Object key);

    @Loads(from = "receiver")
    @Stores(into = "receiver", value = "defaultValue")
    abstract Object getOrDefault(Map<?, ?> receiver, Object key, Object defaultValue);

    @Writes("receiver")
    @Stores(into = "receiver", value = "value")
    @Loads(from = "receiver")
    @NotFollowed("key")
    abstract Object put(Map<?, ?> receiver, Object key, Object value);

    @Writes("receiver")
    @Stores(into = "receiver", value = "value")
    @Loads(from = "receiver")
    @NotFollowed("key")
    abstract Object putIfAbsent(Map<?, ?> receiver, Object key, Object value);

    @Writes("receiver")
    @Stores(into = "receiver", value = "value")
    @Loads(from = "receiver")
    abstract Object replace(Map<?, ?> receiver, Object key, Object value);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object remove(Map<?, ?> receiver, Object key);

    @Writes("receiver")
    @SharesElements({"receiver", "m"})
    abstract void putAll(Map<?, ?> receiver, Map<?, ?> m);

    @Writes("receiver")
    abstract void clear(Map<?, ?> receiver);

    @Views("receiver")
    abstract Collection<?> values(Map<?, ?> receiver);

    @Stores(into = "result", value = "receiver")
    abstract Set<?> entrySet(Map<?, ?> receiver);

    public static Object get_shadow(Map<?, ?> receiver, Object receiverShadow, Object key, Object result) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.get(key);
    }

    public static Object getOrDefault_shadow(
            Map<?, ?> receiver, Object receiverShadow, Object key, Object defaultValueShadow, Object result) {
        return receiver.containsKey(key) ? get_shadow(receiver, receiverShadow, key, result) : defaultValueShadow;
    }

    public static Object put_shadow(
            Map<?, ?> receiver, Object receiverShadow, Object key, Object valueShadow, Object result) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, valueShadow);
            return ContainerShadows.missing(receiver, result);
        }
        return shadow.put(key, valueShadow);
    }

    public static Object putIfAbsent_shadow(
            Map<?, ?> receiver, Object receiverShadow, Object key, Object valueShadow, Object result) {
        if (result != null) {
            return get_shadow(receiver, receiverShadow, key, result);
        }
        put_shadow(receiver, receiverShadow, key, valueShadow, null);
        return null;
    }

    public static Object replace_shadow(
            Map<?, ?> receiver, Object receiverShadow, Object key, Object valueShadow, Object result) {
        return receiver.containsKey(key) ? put_shadow(receiver, receiverShadow, key, valueShadow, result) : null;
    }

    public static Object remove_shadow(Map<?, ?> receiver, Object receiverShadow, Object key, Object result) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.remove(key);
    }

    public static void putAll_shadow(Map<?, ?> receiver, Object receiverShadow, Map<?, ?> m, Object mShadow) {
        m.forEach((key, value) -> put_shadow(receiver, receiverShadow, key, get_shadow(m, mShadow, key, value), null));
    }

    public static void clear_shadow(Map<?, ?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        if (shadow != null) {
            shadow.clear();
        }
    }

    public static Object values_shadow(Map<?, ?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        return shadow == null ? null : MapViewShadow.ofValues(receiver, shadow);
    }

    public static Object entrySet_shadow(Map<?, ?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.map(receiver, receiverShadow);
        return shadow == null ? null : MapViewShadow.ofEntries(receiver, shadow);
    }
}
