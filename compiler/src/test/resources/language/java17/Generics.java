import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generic varargs, bridges, captures of wildcards, intersections, boxing. */
public class Generics {
    abstract static class Box<T extends Comparable<T>> implements Comparable<Box<T>>, Iterable<T> {
        protected T value;

        Box(T value) {
            this.value = value;
        }

        abstract T next(T old);

        @Override
        public int compareTo(Box<T> other) {
            return value.compareTo(other.value);
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<>() {
                private T at = value;
                private int left = 3;

                @Override
                public boolean hasNext() {
                    return left-- > 0;
                }

                @Override
                public T next() {
                    T result = at;
                    at = Box.this.next(at);
                    return result;
                }
            };
        }
    }

    static final class Count extends Box<Integer> {
        Count(Integer value) {
            super(value == null ? 0 : value);
        }

        @Override
        Integer next(Integer old) {
            return old + value++;
        }
    }

    @SafeVarargs
    static <T> List<T> list(T first, T... rest) {
        List<T> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(rest));
        return all;
    }

    static <T extends Object & Comparable<? super T>> T max(List<? extends T> values) {
        T best = null;
        for (T each : values) {
            if (best == null || each.compareTo(best) > 0) {
                best = each;
            }
        }
        return best;
    }

    static void swap(List<?> list) {
        swapCaptured(list);
    }

    private static <E> void swapCaptured(List<E> list) {
        E first = list.get(0);
        list.set(0, list.get(list.size() - 1));
        list.set(list.size() - 1, first);
    }

    static <T> T[] filled(IntFunction<T[]> make, Supplier<? extends T> value, int size) {
        T[] array = make.apply(size);
        for (int i = 0; i < array.length; i++) {
            array[i] = value.get();
        }
        return array;
    }

    static Object mixed(boolean a, boolean b) {
        Object number = a ? 1 : 2.5;
        var boxed = b ? (Integer) 3 : Double.valueOf(4);
        Comparable<?> both = a ? "text" : b ? Integer.valueOf(5) : Character.valueOf('c');
        return list(number, boxed, both, a ? null : 0L);
    }

    static int boxes(Integer i, Long l, Map<String, Integer> counts) {
        i++;
        i += 2;
        l = i-- + l++;
        counts.merge("a", i, Integer::sum);
        counts.compute("b", (key, old) -> old == null ? 1 : old + 1);
        int[] array = {1, 2, 3};
        array[i % 3] += l;
        array[array[0] % 2]++;
        return array[0] * 100 + array[1] * 10 + array[2] + (int) (l == 3L ? l : -l);
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        all.add(list(1, 2.0, "three"));
        all.add(max(list(3, 9, 4)));
        List<String> words = list("x", "y", "z");
        swap(words);
        all.add(words);
        for (int each : new Count(5)) {
            all.add(each);
        }
        all.add(new Count(null).compareTo(new Count(1)));
        all.add(filled(String[]::new, () -> "s", 2).length);
        for (int i = 0; i < 4; i++) {
            all.add(mixed((i & 1) == 0, i > 1));
        }
        Map<String, Integer> counts = new TreeMap<>();
        all.add(boxes(4, 9L, counts));
        all.add(boxes(-1, 1L, counts));
        all.add(counts);
        BinaryOperator<Integer> sum = (BinaryOperator<Integer> & Serializable) (a, b) -> a + b;
        all.add(Stream.iterate(1, i -> i * 2).limit(10).reduce(0, sum));
        all.add(Stream.of("bb", "a", "ccc")
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("+")));
        return all.toString();
    }
}
