package org.atled.rules;

import java.util.Arrays;
import java.util.List;

/** Derivative of the list that reads and writes an array: its shadow does so with the shadow of the array. */
@RulesFor(Arrays.class)
public abstract class ArrayListViewRules {
    private ArrayListViewRules() {}

    @Views("a")
    abstract List<?> asList(Object[] a);

    public static Object asList_shadow(Object[] a, Object[] aShadow) {
        return aShadow == null ? null : Arrays.asList(aShadow);
    }
}
