package org.atled.compiler.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;
import java.util.TreeMap;

/** Programs that keep active values in the JDK's containers. */
final class Containers {
    private Containers() {}

    @Program(at = {"[1, 2, 3]", "[0.5]"})
    static double listOfDoubles(double[] a) {
        List<Double> list = new ArrayList<>();
        for (double value : a) {
            list.add(value * value);
        }
        double sum = 0;
        for (double value : list) {
            sum += value * sum + value;
        }
        return sum + list.get(0) * list.size();
    }

    @Program(at = {"[1, 2, 3]"})
    static double listOfArrays(double[] a) {
        ArrayList<double[]> rows = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            rows.add(new double[] {a[i], 2 * a[i]});
        }
        rows.add(rows.get(0));
        rows.get(3)[1] += a[1] * a[1];
        rows.set(1, rows.get(2));
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[1];
        }
        return sum;
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double slidingWindow(double[] a) {
        Deque<Double> window = new ArrayDeque<>();
        double sum = 0;
        double total = 0;
        for (double value : a) {
            window.addLast(value * value);
            sum += value * value;
            if (window.size() > 2) {
                sum -= window.removeFirst();
            }
            total += sum * window.peekLast();
        }
        return total;
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double queueOfWork(double[] a) {
        Queue<double[]> open = new LinkedList<>();
        open.add(a);
        double sum = 0;
        while (!open.isEmpty()) {
            double[] part = open.poll();
            if (part.length == 1) {
                sum = sum * 0.5 + part[0] * part[0];
            } else {
                open.add(Arrays.copyOfRange(part, 0, part.length / 2));
                open.offer(Arrays.copyOfRange(part, part.length / 2, part.length));
            }
        }
        return sum;
    }

    @Program(at = {"2, 3"})
    static double mapOfNumbers(double x, double y) {
        Map<String, Double> map = new HashMap<>();
        map.put("x", x);
        map.put("y", y * x);
        map.put("x", map.get("x") * map.get("y"));
        double sum = map.getOrDefault("z", x);
        for (Map.Entry<String, Double> entry : map.entrySet()) {
            sum += entry.getValue() * (entry.getKey().equals("x") ? 2 : 3);
            entry.setValue(sum);
        }
        for (double value : map.values()) {
            sum = sum * 0.5 + value;
        }
        for (String key : map.keySet()) {
            sum += map.get(key);
        }
        return sum;
    }

    @Program(at = {"[1, 2, 3]"})
    static double mapOfArrays(double[] a) {
        Map<Integer, double[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            rows.putIfAbsent(i % 3, new double[1]);
            rows.get(i % 3)[0] += a[i % 3] * i;
        }
        double[] gone = rows.remove(1);
        double sum = gone[0] * gone[0];
        for (double[] row : rows.values()) {
            sum += row[0] * gone[0];
        }
        return sum;
    }

    @Program(at = {"2, 3"})
    static double sortedMap(double x, double y) {
        TreeMap<Integer, Double> map = new TreeMap<>();
        map.put(3, x);
        map.put(1, y);
        map.put(2, x * y);
        double sum = map.firstEntry().getValue() + 2 * map.floorEntry(5).getValue();
        sum *= map.pollFirstEntry().getValue();
        for (double value : map.values()) {
            sum = sum * value + 1;
        }
        return sum;
    }

    @Program(at = {"[1, 2, 3]"})
    static double removedWhileIterating(double[] a) {
        List<Double> list = new LinkedList<>();
        for (double value : a) {
            list.add(value);
            list.add(0, value * value);
        }
        for (Iterator<Double> each = list.iterator(); each.hasNext(); ) {
            if (each.next() > 3.5) {
                each.remove();
            }
        }
        double product = 1;
        for (double value : list) {
            product = product * value + value;
        }
        return product;
    }

    @Program(at = {"1, 2, 3"})
    static double factories(double x, double y, double z) {
        List<Double> list = List.of(x, y * z, z);
        List<Double> copy = new ArrayList<>(list);
        copy.addAll(List.copyOf(copy));
        Collections.reverse(copy);
        Collections.swap(copy, 0, 1);
        double sum = 0;
        for (double value : Collections.unmodifiableList(copy.subList(1, 5))) {
            sum = sum * value + value;
        }
        List<Double> onArray = Arrays.asList(x, y);
        onArray.set(0, onArray.get(1) * x);
        return sum + onArray.get(0) * Collections.nCopies(3, z).get(2);
    }

    @Program(at = {"1, 2"})
    static double arraysAndBack(double x, double y) {
        List<double[]> list = new ArrayList<>();
        list.add(new double[] {x, y});
        list.add(new double[] {x * y});
        double[][] rows = list.toArray(new double[0][]);
        rows[0][0] *= 2;
        Object[] same = list.toArray();
        return rows[0][0] * list.get(0)[0] + ((double[]) same[1])[0] * list.get(1)[0];
    }

    @Program(at = {"1, 2"})
    static double stackMachine(double x, double y) {
        Stack<Double> stack = new Stack<>();
        stack.push(x);
        stack.push(y);
        stack.push(stack.peek() * x);
        stack.push(stack.pop() + stack.pop());
        return stack.pop() * stack.pop() + (stack.isEmpty() ? x : y);
    }

    @Program(at = {"1, 2"})
    static double nested(double x, double y) {
        Map<String, List<Double>> groups = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            String key = i % 2 == 0 ? "even" : "odd";
            if (!groups.containsKey(key)) {
                groups.put(key, new ArrayList<>());
            }
            groups.get(key).add(x * i + y);
        }
        double product = 1;
        for (List<Double> group : groups.values()) {
            product *= group.get(0) * group.get(1);
        }
        return product;
    }

    @Program(at = {"[1, 2, 3]"})
    static double throughHelpers(double[] a) {
        List<Double> list = new ArrayList<>();
        fill(list, a);
        return sum(list) * sum(tail(list));
    }

    private static void fill(Collection<Double> target, double[] a) {
        for (double value : a) {
            target.add(value * value);
        }
    }

    private static double sum(Iterable<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<Double> tail(List<Double> list) {
        return list.subList(1, list.size());
    }

    private static final class Path {
        private final List<double[]> points = new ArrayList<>();

        void add(double x, double y) {
            points.add(new double[] {x, y});
        }

        double length() {
            double length = 0;
            for (int i = 1; i < points.size(); i++) {
                double[] from = points.get(i - 1);
                double[] to = points.get(i);
                length += Math.hypot(to[0] - from[0], to[1] - from[1]);
            }
            return length;
        }
    }

    @Program(at = {"1, 2"})
    static double inAField(double x, double y) {
        Path path = new Path();
        for (int i = 0; i < 4; i++) {
            path.add(x * i, y * i * i);
        }
        return path.length();
    }

    @Program(at = {"1, 2"})
    static double untouched(double x, double y) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            indices.add(i * i);
        }
        double sum = 0;
        for (int index : indices) {
            sum = sum * x + y * index;
        }
        return sum;
    }

    @Program(at = "[3, 1, 2, -1]")
    static double priorityQueue(double[] x) {
        PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        for (double each : x) {
            queue.add(new double[] {each, 2 * each});
        }
        double[] first = queue.poll();
        queue.offer(new double[] {first[1] * 3, first[0]});
        double sum = queue.peek()[0];
        double weight = 1;
        for (double[] each : queue) {
            each[1] *= x[0];
        }
        while (queue.size() > 1) {
            sum += Math.sin(queue.remove()[1]) * weight++;
        }
        return sum + queue.element()[1] * x[1];
    }
}
