package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shadow of a container goes the way of the container, whatever is done to that; and its elements find theirs. */
class ContainerRulesTest {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String ITERATOR = "Ljava/util/Iterator;";
    private static final String COLLECTION = "Ljava/util/Collection;";

    private final Mirror mirror = new Mirror(Rules.CONTAINERS);
    private final SplittableRandom random = new SplittableRandom(7);

    private boolean add(Class<?> owner, Object container, Object element) {
        return (boolean) mirror.call(owner, "add", "(" + OBJECT + ")Z", container, element);
    }

    private Object make(Class<?> type, int size) {
        Object container = mirror.construct(type, "");
        for (int i = 0; i < size; i++) {
            add(Collection.class, container, mirror.element());
        }
        return container;
    }

    private Object element(Object container) {
        Object[] elements = ((Collection<?>) container).toArray();
        return elements.length == 0 || random.nextInt(3) == 0
                ? mirror.element()
                : elements[random.nextInt(elements.length)];
    }

    @ParameterizedTest
    @ValueSource(classes = {ArrayList.class, LinkedList.class, Vector.class, Stack.class})
    void anyUseOfAList(Class<?> type) {
        Object list = make(type, 5);
        for (int step = 0; step < 300; step++) {
            useList(type, (List<?>) list);
            mirror.check(list);
        }
    }

    private void useList(Class<?> type, List<?> list) {
        int at = list.isEmpty() ? 0 : random.nextInt(list.size());
        Class<?> owner = random.nextBoolean() ? type : List.class;
        int choice = random.nextInt(list.isEmpty() ? 4 : 11);
        switch (choice) {
            case 0 -> add(owner, list, element(list));
            case 1 -> mirror.call(owner, "add", "(I" + OBJECT + ")V", list, at, element(list));
            case 2 -> mirror.call(owner, "addAll", "(" + COLLECTION + ")Z", list, make(ArrayDeque.class, 2));
            case 3 -> mirror.call(owner, "addAll", "(I" + COLLECTION + ")Z", list, at, make(ArrayList.class, 2));
            case 4 -> mirror.call(owner, "get", "(I)" + OBJECT, list, at);
            case 5 -> mirror.call(owner, "set", "(I" + OBJECT + ")" + OBJECT, list, at, element(list));
            case 6, 7, 8 -> mirror.call(owner, "remove", "(I)" + OBJECT, list, at);
            case 9 -> walk(list, at);
            default -> useView(list, at);
        }
        if (list.size() > 30) {
            mirror.call(owner, "clear", "()V", list);
        }
    }

    private void walk(List<?> list, int at) {
        Object iterator = mirror.call(List.class, "listIterator", "(I)Ljava/util/ListIterator;", list, at);
        mirror.call(ListIterator.class, "next", "()" + OBJECT, iterator);
        mirror.call(ListIterator.class, "previous", "()" + OBJECT, iterator);
        mirror.call(ListIterator.class, "set", "(" + OBJECT + ")V", iterator, mirror.element());
        mirror.call(ListIterator.class, "add", "(" + OBJECT + ")V", iterator, mirror.element());
        mirror.call(Iterator.class, "next", "()" + OBJECT, iterator);
        mirror.call(Iterator.class, "remove", "()V", iterator);
    }

    private void useView(List<?> list, int at) {
        Object view = mirror.call(List.class, "subList", "(II)Ljava/util/List;", list, at, list.size());
        mirror.check(view);
        add(List.class, view, mirror.element());
        mirror.call(List.class, "remove", "(I)" + OBJECT, view, 0);
        mirror.check(view);
        mirror.call(Collections.class, "reverse", "(Ljava/util/List;)V", list);
        mirror.call(Collections.class, "swap", "(Ljava/util/List;II)V", list, at, 0);
        mirror.call(Collections.class, "rotate", "(Ljava/util/List;I)V", list, 1);
    }

    @ParameterizedTest
    @ValueSource(classes = {ArrayDeque.class, LinkedList.class})
    void anyUseOfADeque(Class<?> type) {
        Object deque = make(type, 3);
        List<String> stores = List.of("addFirst", "addLast", "push", "offerFirst", "offerLast");
        List<String> loads = List.of(
                "peekFirst",
                "peekLast",
                "getFirst",
                "getLast",
                "pollFirst",
                "pollLast",
                "removeFirst",
                "removeLast",
                "pop");
        List<String> ofQueues = List.of("peek", "element", "poll", "remove");
        for (int step = 0; step < 300; step++) {
            Class<?> owner = random.nextBoolean() ? type : Deque.class;
            int size = ((Collection<?>) deque).size();
            if (size < 2 || size < 20 && random.nextBoolean()) {
                String store = stores.get(random.nextInt(stores.size()));
                String result = store.startsWith("offer") ? "Z" : "V";
                mirror.call(owner, store, "(" + OBJECT + ")" + result, deque, element(deque));
            } else if (random.nextBoolean()) {
                mirror.call(owner, loads.get(random.nextInt(loads.size())), "()" + OBJECT, deque);
            } else {
                mirror.call(Queue.class, ofQueues.get(random.nextInt(4)), "()" + OBJECT, deque);
            }
            mirror.check(deque);
        }
        Object iterator = mirror.call(Deque.class, "descendingIterator", "()" + ITERATOR, deque);
        while (((Iterator<?>) iterator).hasNext()) {
            mirror.call(Iterator.class, "next", "()" + OBJECT, iterator);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {HashMap.class, LinkedHashMap.class, TreeMap.class})
    void anyUseOfAMap(Class<?> type) {
        Map<?, ?> map = (Map<?, ?>) mirror.construct(type, "");
        String two = "(" + OBJECT + OBJECT + ")" + OBJECT;
        for (int step = 0; step < 300; step++) {
            Class<?> owner = random.nextBoolean() ? type : Map.class;
            Integer key = random.nextInt(12);
            Object value = random.nextInt(9) == 0 ? null : mirror.element();
            switch (random.nextInt(9)) {
                case 0, 1 -> mirror.call(owner, "put", two, map, key, value);
                case 2 -> mirror.call(owner, "putIfAbsent", two, map, key, value);
                case 3 -> mirror.call(owner, "replace", two, map, key, value);
                case 4 -> mirror.call(owner, "getOrDefault", two, map, key, mirror.element());
                case 5 -> mirror.call(owner, "get", "(" + OBJECT + ")" + OBJECT, map, key);
                case 6 -> mirror.call(owner, "remove", "(" + OBJECT + ")" + OBJECT, map, key);
                case 7 -> mirror.call(owner, "putAll", "(Ljava/util/Map;)V", map, copy(type, map));
                default -> iterate(map);
            }
            mirror.check(map);
        }
        mirror.call(Map.class, "clear", "()V", map);
        mirror.check(map);
    }

    private Object copy(Class<?> type, Map<?, ?> map) {
        Object copy = mirror.construct(type, "Ljava/util/Map;", map);
        mirror.check(copy);
        return copy;
    }

    private void iterate(Map<?, ?> map) {
        Object values = mirror.call(Map.class, "values", "()" + COLLECTION, map);
        mirror.check(values);
        Object list = mirror.construct(ArrayList.class, COLLECTION, values);
        mirror.check(list);
        Object entries = mirror.call(Map.class, "entrySet", "()Ljava/util/Set;", map);
        Object iterator = mirror.call(Set.class, "iterator", "()" + ITERATOR, entries);
        while (((Iterator<?>) iterator).hasNext()) {
            Object entry = mirror.call(Iterator.class, "next", "()" + OBJECT, iterator);
            mirror.call(Map.Entry.class, "getValue", "()" + OBJECT, entry);
            if (random.nextInt(4) == 0) {
                mirror.call(Map.Entry.class, "setValue", "(" + OBJECT + ")" + OBJECT, entry, mirror.element());
            } else if (random.nextInt(4) == 0) {
                mirror.call(Iterator.class, "remove", "()V", iterator);
            }
        }
    }

    @Test
    void entriesOfASortedMap() {
        Object map = mirror.construct(TreeMap.class, "Ljava/util/Comparator;", String.CASE_INSENSITIVE_ORDER);
        for (String key : List.of("a", "b", "c", "d")) {
            mirror.call(TreeMap.class, "put", "(" + OBJECT + OBJECT + ")" + OBJECT, map, key, mirror.element());
        }
        mirror.call(Map.class, "get", "(" + OBJECT + ")" + OBJECT, map, "C");
        for (String find : List.of("floorEntry", "ceilingEntry")) {
            value(mirror.call(NavigableMap.class, find, "(" + OBJECT + ")Ljava/util/Map$Entry;", map, "B"));
        }
        for (String find : List.of("firstEntry", "lastEntry", "pollFirstEntry", "pollLastEntry")) {
            value(mirror.call(TreeMap.class, find, "()Ljava/util/Map$Entry;", map));
            mirror.check(map);
        }
    }

    private void value(Object entry) {
        Object value = mirror.call(Map.Entry.class, "getValue", "()" + OBJECT, entry);
        assertThat(mirror.shadow(value)).isNotNull();
    }

    @Test
    void listsOfGivenElements() {
        for (int n = 0; n <= 10; n++) {
            Object[] elements = new Object[n];
            Arrays.setAll(elements, i -> mirror.element());
            Object list = mirror.call(List.class, "of", "(" + OBJECT.repeat(n) + ")Ljava/util/List;", elements);
            mirror.check(list);
            Object copy = mirror.call(List.class, "copyOf", "(" + COLLECTION + ")Ljava/util/List;", list);
            assertThat(copy).isSameAs(list);
            mirror.check(copy);
        }
        mirror.check(
                mirror.call(List.class, "copyOf", "(" + COLLECTION + ")Ljava/util/List;", make(LinkedList.class, 3)));
        Object one = mirror.element();
        mirror.check(mirror.call(Collections.class, "singletonList", "(" + OBJECT + ")Ljava/util/List;", one));
        mirror.check(mirror.call(Collections.class, "nCopies", "(I" + OBJECT + ")Ljava/util/List;", 4, one));
    }

    @Test
    void aListOnAnArrayAndBack() {
        Object[] array = {mirror.element(), mirror.element(), mirror.element()};
        Object[] arrayShadow = Arrays.stream(array).map(mirror::shadow).toArray();
        mirror.know(array, arrayShadow);
        Object list = mirror.call(Arrays.class, "asList", "([" + OBJECT + ")Ljava/util/List;", (Object) array);
        mirror.check(list);
        Object other = mirror.element();
        mirror.call(List.class, "set", "(I" + OBJECT + ")" + OBJECT, list, 1, other);
        assertThat(arrayShadow[1]).isSameAs(mirror.shadow(other));
        Object[] copy = (Object[]) mirror.call(List.class, "toArray", "()[" + OBJECT, list);
        assertThat((Object[]) mirror.shadow(copy)).containsExactly(arrayShadow);
    }

    @Test
    void anArrayGivenForTheElements() {
        double[] row = {1};
        mirror.know(row, new double[1]);
        Object list = make(ArrayList.class, 0);
        add(List.class, list, row);
        String descriptor = "([" + OBJECT + ")[" + OBJECT;
        double[][] large = {{2}, {3}, {4}};
        double[][] largeShadow = {{5}, {6}, {7}};
        mirror.know(large, largeShadow);
        assertThat(mirror.call(List.class, "toArray", descriptor, list, large)).isSameAs(large);
        assertThat(largeShadow[0]).isSameAs(mirror.shadow(row));
        assertThat(largeShadow[1]).isNull();
        assertThat(largeShadow[2]).containsExactly(7);
        Object small = mirror.call(List.class, "toArray", descriptor, list, new double[0][]);
        assertThat(((double[][]) mirror.shadow(small))[0]).isSameAs(mirror.shadow(row));
    }

    @Test
    void aContainerThatOrdersItsElementsIsRefused() {
        for (Collection<Object> container : List.of(new PriorityQueue<>(), new HashSet<>())) {
            assertThatThrownBy(() -> add(Collection.class, container, activeNumber()))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(container.getClass().getName())
                    .hasMessageContaining("Keep them in an ArrayList");
        }
    }

    private Double activeNumber() {
        Double number = 3.5;
        mirror.know(number, new double[1]);
        return number;
    }

    private static final class Summing extends ArrayList<Object> {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aListOfTheUsersOwnKindIsRefused() {
        Summing list = new Summing();
        mirror.know(list, new ArrayList<>());
        assertThatThrownBy(() -> add(List.class, list, activeNumber()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Summing");
    }

    @Test
    void whatHasNoShadowMayStandAnywhere() {
        Set<Object> names = new HashSet<>();
        assertThat(add(Collection.class, names, "name")).isTrue();
        Object iterator = mirror.call(Set.class, "iterator", "()" + ITERATOR, names);
        assertThat(mirror.call(Iterator.class, "next", "()" + OBJECT, iterator)).isEqualTo("name");
    }

    @Test
    void anElementOfAContainerWithoutShadowIsRefusedIfItHasNumbers() {
        Object iterator = new HashSet<Object>(List.of(2.5)).iterator();
        assertThatThrownBy(() -> mirror.call(Iterator.class, "next", "()" + OBJECT, iterator))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
