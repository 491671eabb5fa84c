package org.atled.rules;

import java.lang.reflect.Array;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;
import java.util.Vector;
import org.atled.runtime.ElementShadows;

/** Derivatives of what lists and deques have in common. */
@RulesFor({
    Collection.class,
    List.class,
    Queue.class,
    Deque.class,
    AbstractCollection.class,
    AbstractList.class,
    ArrayList.class,
    LinkedList.class,
    ArrayDeque.class,
    PriorityQueue.class,
    Vector.class,
    Stack.class
})
public abstract class CollectionRules {
    private CollectionRules() {}

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract boolean add(Collection<?> receiver, Object e);

    @Writes("receiver")
    @Stores(into = "receiver", value = "e")
    abstract boolean offer(Queue<?> receiver, Object e);

    @Writes("receiver")
    @SharesElements({"receiver", "c"})
    abstract boolean addAll(Collection<?> receiver, Collection<?> c);

    @Writes("receiver")
    abstract void clear(Collection<?> receiver);

    @SharesElements({"receiver", "result"})
    abstract Object[] toArray(Collection<?> receiver);

    @Writes("a")
    @Views("a")
    @SharesElements({"receiver", "a"})
    abstract Object[] toArray(Collection<?> receiver, Object[] a);

    public static void add_shadow(Collection<?> receiver, Object receiverShadow, Object e, Object eShadow) {
        var shadow = ContainerShadows.collection(receiver, receiverShadow);
        if (shadow instanceof ElementShadows elements) {
            elements.put(e, eShadow);
        } else if (shadow == null) {
            ContainerShadows.requireNone(receiver, eShadow);
        } else {
            shadow.add(eShadow);
        }
    }

    public static void offer_shadow(Queue<?> receiver, Object receiverShadow, Object e, Object eShadow) {
        add_shadow(receiver, receiverShadow, e, eShadow);
    }

    public static void addAll_shadow(Collection<?> receiver, Object receiverShadow, Collection<?> c, Object cShadow) {
        var shadow = ContainerShadows.collection(receiver, receiverShadow);
        if (c == receiver && shadow != null) {
            shadow.addAll(new ArrayList<>(shadow));
        } else {
            Iterator<?> elements = c.iterator();
            for (Object element : ContainerShadows.elements(c, cShadow)) {
                add_shadow(receiver, shadow, elements.next(), element);
            }
        }
    }

    public static void clear_shadow(Collection<?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.collection(receiver, receiverShadow);
        if (shadow != null) {
            shadow.clear();
        }
    }

    public static Object[] toArray_shadow(Collection<?> receiver, Object receiverShadow, Object[] result) {
        return ContainerShadows.elements(receiver, receiverShadow).toArray();
    }

    /** The array given, if the elements fit into it; then what the primal left as it was stays in its shadow, too. */
    public static Object[] toArray_shadow(
            Collection<?> receiver, Object receiverShadow, Object[] a, Object[] aShadow, Object[] result) {
        Object[] shadow = a == result && aShadow != null ? aShadow : arrayLike(result);
        Iterator<Object> elements =
                ContainerShadows.elements(receiver, receiverShadow).iterator();
        int size = 0;
        while (elements.hasNext()) {
            shadow[size++] = elements.next();
        }
        if (size < shadow.length) {
            shadow[size] = null;
        }
        return shadow;
    }

    /** An array of the same type if that is of arrays of numbers, else {@code Object[]}. */
    private static Object[] arrayLike(Object[] array) {
        Class<?> leaf = array.getClass();
        while (leaf.isArray()) {
            leaf = leaf.getComponentType();
        }
        boolean hasNumbers = leaf == double.class || leaf == float.class;
        return hasNumbers
                ? (Object[]) Array.newInstance(array.getClass().getComponentType(), array.length)
                : new Object[array.length];
    }
}
