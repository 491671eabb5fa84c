package org.atled.substitutes;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The methods of collections that call back, and their streams. */
@InsteadOf({
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
    Vector.class,
    Stack.class,
    HashSet.class,
    LinkedHashSet.class,
    TreeSet.class
})
public final class CollectionMethods {
    private CollectionMethods() {}

    public static <T> void forEach(Iterable<T> receiver, Consumer<? super T> action) {
        Objects.requireNonNull(action);
        for (T element : receiver) {
            action.accept(element);
        }
    }

    public static <T> boolean removeIf(Collection<T> receiver, Predicate<? super T> filter) {
        Objects.requireNonNull(filter);
        boolean isAnyRemoved = false;
        Iterator<T> each = receiver.iterator();
        while (each.hasNext()) {
            if (filter.test(each.next())) {
                each.remove();
                isAnyRemoved = true;
            }
        }
        return isAnyRemoved;
    }

    public static <T> Stream<T> stream(Collection<T> receiver) {
        Objects.requireNonNull(receiver);
        return new ObjectPipeline<>(new CollectionElements(receiver));
    }

    public static <T> Stream<T> parallelStream(Collection<T> receiver) {
        return stream(receiver);
    }
}
