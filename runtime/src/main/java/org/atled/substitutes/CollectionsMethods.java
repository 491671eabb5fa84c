package org.atled.substitutes;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The methods of {@link Collections} that compare. */
@InsteadOf(Collections.class)
public final class CollectionsMethods {
    private CollectionsMethods() {}

    public static <T extends Comparable<? super T>> void sort(List<T> list) {
        ListMethods.sort(list, null);
    }

    public static <T> void sort(List<T> list, Comparator<? super T> c) {
        ListMethods.sort(list, c);
    }

    public static <T extends Object & Comparable<? super T>> T min(Collection<? extends T> coll) {
        return min(coll, null);
    }

    public static <T> T min(Collection<? extends T> coll, Comparator<? super T> comp) {
        Iterator<? extends T> each = coll.iterator();
        T candidate = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (compare(next, candidate, comp) < 0) {
                candidate = next;
            }
        }
        return candidate;
    }

    public static <T extends Object & Comparable<? super T>> T max(Collection<? extends T> coll) {
        return max(coll, null);
    }

    public static <T> T max(Collection<? extends T> coll, Comparator<? super T> comp) {
        Iterator<? extends T> each = coll.iterator();
        T candidate = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (compare(next, candidate, comp) > 0) {
                candidate = next;
            }
        }
        return candidate;
    }

    @SuppressWarnings("unchecked")
    public static <T> int compare(T one, T other, Comparator<? super T> comparator) {
        return comparator == null ? ((Comparable<T>) one).compareTo(other) : comparator.compare(one, other);
    }
}
