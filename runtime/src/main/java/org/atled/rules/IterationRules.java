package org.atled.rules;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.Stack;
import java.util.Vector;
import org.atled.runtime.ElementShadows;

/** Derivatives of what begins an iteration: the shadow of the iterator goes through the shadows in the same order. */
@RulesFor({
    Iterable.class,
    Collection.class,
    List.class,
    Queue.class,
    Deque.class,
    Set.class,
    AbstractCollection.class,
    AbstractList.class,
    ArrayList.class,
    LinkedList.class,
    ArrayDeque.class,
    PriorityQueue.class,
    Vector.class,
    Stack.class
})
public abstract class IterationRules {
    private IterationRules() {}

    @Views("receiver")
    abstract Iterator<?> iterator(Iterable<?> receiver);

    @Views("receiver")
    abstract Iterator<?> descendingIterator(Deque<?> receiver);

    @Views("receiver")
    abstract ListIterator<?> listIterator(List<?> receiver);

    @Views("receiver")
    abstract ListIterator<?> listIterator(List<?> receiver, int index);

    public static Object iterator_shadow(Iterable<?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.collection(receiver, receiverShadow);
        if (shadow instanceof ElementShadows elements) {
            return elements.along(receiver);
        }
        return shadow == null ? null : shadow.iterator();
    }

    public static Object descendingIterator_shadow(Deque<?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.deque(receiver, receiverShadow);
        return shadow == null ? null : shadow.descendingIterator();
    }

    public static Object listIterator_shadow(List<?> receiver, Object receiverShadow) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        return shadow == null ? null : shadow.listIterator();
    }

    public static Object listIterator_shadow(List<?> receiver, Object receiverShadow, int index) {
        var shadow = ContainerShadows.list(receiver, receiverShadow);
        return shadow == null ? null : shadow.listIterator(index);
    }
}
