package org.atled.substitutes;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The methods of maps that call back. */
@InsteadOf({
    Map.class,
    SortedMap.class,
    NavigableMap.class,
    AbstractMap.class,
    HashMap.class,
    LinkedHashMap.class,
    TreeMap.class
})
public final class MapMethods {
    private MapMethods() {}

    public static <K, V> void forEach(Map<K, V> receiver, BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        for (Map.Entry<K, V> entry : receiver.entrySet()) {
            action.accept(entry.getKey(), entry.getValue());
        }
    }

    public static <K, V> void replaceAll(Map<K, V> receiver, BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        for (Map.Entry<K, V> entry : receiver.entrySet()) {
            entry.setValue(function.apply(entry.getKey(), entry.getValue()));
        }
    }

    public static <K, V> V computeIfAbsent(
            Map<K, V> receiver, K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        V value = receiver.get(key);
        if (value == null) {
            value = mappingFunction.apply(key);
            if (value != null) {
                receiver.put(key, value);
            }
        }
        return value;
    }

    public static <K, V> V computeIfPresent(
            Map<K, V> receiver, K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        V before = receiver.get(key);
        return before == null ? null : putOrRemove(receiver, key, remappingFunction.apply(key, before));
    }

    public static <K, V> V compute(
            Map<K, V> receiver, K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        return putOrRemove(receiver, key, remappingFunction.apply(key, receiver.get(key)));
    }

    public static <K, V> V merge(
            Map<K, V> receiver, K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Objects.requireNonNull(value);
        V before = receiver.get(key);
        return putOrRemove(receiver, key, before == null ? value : remappingFunction.apply(before, value));
    }

    public static <K, V> V putOrRemove(Map<K, V> map, K key, V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
        return value;
    }
}
