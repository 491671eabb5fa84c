package org.atled.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Derivatives of the methods of {@link Collections} that wrap containers or move elements by position. */
@RulesFor(Collections.class)
public abstract class CollectionsRules {
    private CollectionsRules() {}

    abstract List<?> emptyList();

    abstract Map<?, ?> emptyMap();

    @Stores(into = "result", value = "o")
    abstract List<?> singletonList(Object o);

    @Stores(into = "result", value = "o")
    abstract List<?> nCopies(int n, Object o);

    @Views("list")
    abstract List<?> unmodifiableList(List<?> list);

    @Views("list")
    abstract List<?> synchronizedList(List<?> list);

    @Views("c")
    abstract Collection<?> unmodifiableCollection(Collection<?> c);

    @Views("m")
    abstract Map<?, ?> unmodifiableMap(Map<?, ?> m);

    @Writes("list")
    abstract void reverse(List<?> list);

    @Writes("list")
    abstract void swap(List<?> list, int i, int j);

    @Writes("list")
    abstract void rotate(List<?> list, int distance);

    @Writes("list")
    @Stores(into = "list", value = "obj")
    abstract void fill(List<?> list, Object obj);

    @Writes("c")
    @SharesElements({"c", "elements"})
    abstract boolean addAll(Collection<?> c, Object[] elements);

    public static Object emptyList_shadow() {
        return new ArrayList<>();
    }

    public static Object emptyMap_shadow() {
        return new HashMap<>();
    }

    public static Object singletonList_shadow(Object oShadow) {
        return new ArrayList<>(Collections.singletonList(oShadow));
    }

    public static Object nCopies_shadow(int n, Object oShadow) {
        return new ArrayList<>(Collections.nCopies(n, oShadow));
    }

    public static Object unmodifiableList_shadow(Object listShadow) {
        return listShadow;
    }

    public static Object synchronizedList_shadow(Object listShadow) {
        return listShadow;
    }

    public static Object unmodifiableCollection_shadow(Object cShadow) {
        return cShadow;
    }

    public static Object unmodifiableMap_shadow(Object mShadow) {
        return mShadow;
    }

    public static void reverse_shadow(List<?> list, Object listShadow) {
        var shadow = ContainerShadows.list(list, listShadow);
        if (shadow != null) {
            Collections.reverse(shadow);
        }
    }

    public static void swap_shadow(List<?> list, Object listShadow, int i, int j) {
        var shadow = ContainerShadows.list(list, listShadow);
        if (shadow != null) {
            Collections.swap(shadow, i, j);
        }
    }

    public static void rotate_shadow(List<?> list, Object listShadow, int distance) {
        var shadow = ContainerShadows.list(list, listShadow);
        if (shadow != null) {
            Collections.rotate(shadow, distance);
        }
    }

    public static void fill_shadow(List<?> list, Object listShadow, Object objShadow) {
        var shadow = ContainerShadows.list(list, listShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(list, objShadow);
        } else {
            Collections.fill(shadow, objShadow);
        }
    }

    public static void addAll_shadow(Collection<?> c, Object cShadow, Object[] elements, Object[] elementsShadow) {
        for (int i = 0; i < elements.length; i++) {
            Object shadow = elementsShadow == null ? null : elementsShadow[i];
            CollectionRules.add_shadow(c, cShadow, elements[i], shadow);
        }
    }
}
