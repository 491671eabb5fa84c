package org.atled.substitutes;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.Stack;
import java.util.Vector;
import java.util.function.UnaryOperator;

/** The methods of lists that call back. */
@InsteadOf({List.class, AbstractList.class, ArrayList.class, LinkedList.class, Vector.class, Stack.class})
public final class ListMethods {
    private ListMethods() {}

    public static <T> void replaceAll(List<T> receiver, UnaryOperator<T> operator) {
        Objects.requireNonNull(operator);
        ListIterator<T> each = receiver.listIterator();
        while (each.hasNext()) {
            each.set(operator.apply(each.next()));
        }
    }

    @SuppressWarnings("unchecked")
    public static <T> void sort(List<T> receiver, Comparator<? super T> c) {
        int count = receiver.size();
        T[] before = (T[]) new Object[count];
        int next = 0;
        for (T element : receiver) {
            before[next++] = element;
        }
        int[] order = Orders.of(before, c);
        ListIterator<T> each = receiver.listIterator();
        for (int i = 0; i < count; i++) {
            each.next();
            each.set(before[order[i]]);
        }
    }
}
