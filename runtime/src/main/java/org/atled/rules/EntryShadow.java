package org.atled.rules;

import java.util.Map;

/** The shadow of an entry of a map. An entry keeps its value when the map drops it, and so does its shadow. */
final class EntryShadow {
    private final Map<Object, Object> shadow;
    private final Object key;
    private Object value;

    EntryShadow(Map<Object, Object> shadow, Object key) {
        this.shadow = shadow;
        this.key = key;
        this.value = shadow.get(key);
    }

    Object get() {
        if (shadow.containsKey(key)) {
            value = shadow.get(key);
        }
        return value;
    }

    void set(Object newValue) {
        value = newValue;
        if (shadow.containsKey(key)) {
            shadow.put(key, newValue);
        }
    }
}
