package org.atled.rules;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;
import java.util.Stack;
import java.util.Vector;

/** Derivatives of access to a list by position: its shadow has the shadows at the same positions. */
@RulesFor({List.class, AbstractList.class, ArrayList.class, LinkedList.class, Vector.class, Stack.class})
public abstract class ListRules {
    private ListRules() {}

    @Loads(from = "receiver")
    abstract Object get(List<?> receiver, int index);

    @Writes("receiver")
    @Stores(into = "receiver", value = "element")
    @Loads(from = "receiver")
    abstract Object set(List<?> receiver, int index, Object element);

    @Writes("receiver")
    @Stores(into = "receiver", value = "element")
    abstract void add(List<?> receiver, int index, Object element);

    @Writes("receiver")
    @SharesElements({"receiver", "c"})
    abstract boolean addAll(List<?> receiver, int index, Collection<?> c);

    @Writes("receiver")
    @Loads(from = "receiver")
    abstract Object remove(List<?> receiver, int index);

    @Views("receiver")
    abstract List<?> subList(List<?> receiver, int fromIndex, int toIndex);

    public static Object get_shadow(List<?> receiver, Object receiverShadow, int index, Object result) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.get(index);
    }

    public static Object set_shadow(
            List<?> receiver, Object receiverShadow, int index, Object elementShadow, Object result) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, elementShadow);
            return ContainerShadows.missing(receiver, result);
        }
        return shadow.set(index, elementShadow);
    }

    public static void add_shadow(List<?> receiver, Object receiverShadow, int index, Object elementShadow) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        if (shadow == null) {
            ContainerShadows.requireNone(receiver, elementShadow);
        } else {
            shadow.add(index, elementShadow);
        }
    }

    public static void addAll_shadow(
            List<?> receiver, Object receiverShadow, int index, Collection<?> c, Object cShadow) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        if (c == receiver && shadow != null) {
            shadow.addAll(index, new ArrayList<>(shadow));
        } else {
            int at = index;
            for (Object element : ContainerShadows.elements(c, cShadow)) {
                add_shadow(receiver, shadow, at++, element);
            }
        }
    }

    public static Object remove_shadow(List<?> receiver, Object receiverShadow, int index, Object result) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        return shadow == null ? ContainerShadows.missing(receiver, result) : shadow.remove(index);
    }

    public static Object subList_shadow(List<?> receiver, Object receiverShadow, int fromIndex, int toIndex) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        return shadow == null ? null : shadow.subList(fromIndex, toIndex);
    }
}
