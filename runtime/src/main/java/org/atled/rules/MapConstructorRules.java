package org.atled.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Derivatives of making a map. */
@RulesFor({HashMap.class, LinkedHashMap.class, TreeMap.class, Hashtable.class})
public abstract class MapConstructorRules {
    private MapConstructorRules() {}

    @Constructor
    abstract Map<?, ?> make();

    @Constructor
    abstract Map<?, ?> make(int capacity);

    @Constructor
    abstract Map<?, ?> make(int capacity, float loadFactor);

    @Constructor
    abstract Map<?, ?> makeSorted(Comparator<?> comparator);

    @Constructor
    @SharesElements({"result", "m"})
    abstract Map<?, ?> makeCopy(Map<?, ?> m);

    public static Object make_shadow(Map<?, ?> result) {
        return ContainerShadows.emptyMap(result);
    }

    public static Object make_shadow(int capacity, Map<?, ?> result) {
        return ContainerShadows.emptyMap(result);
    }

    public static Object make_pushforward(int capacity, float loadFactor, Map<?, ?> result) {
        return ContainerShadows.emptyMap(result);
    }

    public static Object make_shadow(int capacity, float loadFactor, Map<?, ?> result) {
        return ContainerShadows.emptyMap(result);
    }

    public static Object makeSorted_shadow(Comparator<?> comparator, Map<?, ?> result) {
        return ContainerShadows.emptyMap(result);
    }

    public static Object makeCopy_shadow(Map<?, ?> m, Object mShadow, Map<?, ?> result) {
        Map<Object, Object> shadow = ContainerShadows.emptyMap(result);
        MapRules.putAll_shadow(result, shadow, m, mShadow);
        return shadow;
    }
}
