package org.atled.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Derivatives of the lists that {@link List} makes of given elements. */
@RulesFor(List.class)
public abstract class ListFactoryRules {
    private ListFactoryRules() {}

    abstract List<?> of();

    @Stores(
            into = "result",
            value = {"e1"})
    abstract List<?> of(Object e1);

    @Stores(
            into = "result",
            value = {"e1", "e2"})
    abstract List<?> of(Object e1, Object e2);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3"})
    abstract List<?> of(Object e1, Object e2, Object e3);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4"})
    abstract List<?> of(Object e1, Object e2, Object e3, Object e4);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5"})
    abstract List<?> of(Object e1, Object e2, Object e3, Object e4, Object e5);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5", "e6"})
    abstract List<?> of(Object e1, Object e2, Object e3, Object e4, Object e5, Object e6);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5", "e6", "e7"})
    abstract List<?> of(Object e1, Object e2, Object e3, Object e4, Object e5, Object e6, Object e7);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"})
    abstract List<?> of(Object e1, Object e2, Object e3, Object e4, Object e5, Object e6, Object e7, Object e8);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"})
    abstract List<?> of(
            Object e1, Object e2, Object e3, Object e4, Object e5, Object e6, Object e7, Object e8, Object e9);

    @Stores(
            into = "result",
            value = {"e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9", "e10"})
    abstract List<?> of(
            Object e1,
            Object e2,
            Object e3,
            Object e4,
            Object e5,
            Object e6,
            Object e7,
            Object e8,
            Object e9,
            Object e10);

    @SharesElements({"result", "elements"})
    abstract List<?> of(Object[] elements);

    @SharesElements({"result", "coll"})
    @Views("coll")
    abstract List<?> copyOf(Collection<?> coll);

    public static Object of_shadow(List<?> result) {
        return new ArrayList<>();
    }

    public static Object of_shadow(Object e1Shadow) {
        return list(e1Shadow);
    }

    public static Object of_shadow(Object e1Shadow, Object e2Shadow) {
        return list(e1Shadow, e2Shadow);
    }

    public static Object of_shadow(Object e1Shadow, Object e2Shadow, Object e3Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow);
    }

    public static Object of_shadow(Object e1Shadow, Object e2Shadow, Object e3Shadow, Object e4Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow, Object e2Shadow, Object e3Shadow, Object e4Shadow, Object e5Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow, Object e2Shadow, Object e3Shadow, Object e4Shadow, Object e5Shadow, Object e6Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow, e6Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow,
            Object e2Shadow,
            Object e3Shadow,
            Object e4Shadow,
            Object e5Shadow,
            Object e6Shadow,
            Object e7Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow, e6Shadow, e7Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow,
            Object e2Shadow,
            Object e3Shadow,
            Object e4Shadow,
            Object e5Shadow,
            Object e6Shadow,
            Object e7Shadow,
            Object e8Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow, e6Shadow, e7Shadow, e8Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow,
            Object e2Shadow,
            Object e3Shadow,
            Object e4Shadow,
            Object e5Shadow,
            Object e6Shadow,
            Object e7Shadow,
            Object e8Shadow,
            Object e9Shadow) {
        return list(e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow, e6Shadow, e7Shadow, e8Shadow, e9Shadow);
    }

    public static Object of_shadow(
            Object e1Shadow,
            Object e2Shadow,
            Object e3Shadow,
            Object e4Shadow,
            Object e5Shadow,
            Object e6Shadow,
            Object e7Shadow,
            Object e8Shadow,
            Object e9Shadow,
            Object e10Shadow) {
        return list(
                e1Shadow, e2Shadow, e3Shadow, e4Shadow, e5Shadow, e6Shadow, e7Shadow, e8Shadow, e9Shadow, e10Shadow);
    }

    public static Object of_shadow(Object[] elements, Object[] elementsShadow, List<?> result) {
        return elementsShadow == null ? new ArrayList<>(ContainerShadows.elements(result, null)) : list(elementsShadow);
    }

    /** A list that cannot be changed is its own copy. */
    public static Object copyOf_shadow(Collection<?> coll, Object collShadow, List<?> result) {
        return coll == result ? collShadow : ContainerShadows.copy(result, coll, collShadow);
    }

    private static Object list(Object... shadows) {
        return new ArrayList<>(Arrays.asList(shadows));
    }
}
