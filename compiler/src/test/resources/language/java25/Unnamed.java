import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;

/** Variables and patterns without names. */
public class Unnamed {
    record Point(double x, double y) {}

    record Segment(Point from, Point to, String name) {}

    static double start(Object o) {
        return switch (o) {
            case Segment(Point(var x, _), _, _) when x > 0 -> x;
            case Segment(_, Point(_, var y), String _) -> -y;
            case Point(double x, _) -> x;
            case Integer _, Long _ -> 1;
            case Number _ -> 2;
            case null -> 3;
            case Object _ -> 4;
        };
    }

    static int count(Iterable<?> elements) {
        int count = 0;
        for (var _ : elements) {
            count++;
        }
        for (int i = 0, _ = count++; i < 2; i++) {
            count += i;
        }
        return count;
    }

    static boolean isNumber(String text) {
        try {
            double _ = Double.parseDouble(text);
            int[] ignored = new int[Integer.parseInt(text.substring(0, 1))];
            return ignored.length > 0;
        } catch (NumberFormatException | NegativeArraySizeException _) {
            return false;
        } catch (RuntimeException _) {
            throw new IllegalArgumentException(text);
        }
    }

    static String scoped(List<Object> log) throws Exception {
        try (AutoCloseable _ = () -> log.add("closed");
                AutoCloseable _ = () -> log.add("closed first")) {
            log.add("open");
            return "returned";
        }
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        Point p = new Point(1, 2);
        for (Object o : new Object[] {
            new Segment(p, p, "s"), new Segment(new Point(-1, 0), p, "s"), new Segment(new Point(-1, 0), p, null),
            new Segment(null, p, "s"), p, 1, 1L, 1f, null, "text"
        }) {
            all.add(start(o));
        }
        all.add(count(List.of("a", "b")));
        for (String text : new String[] {"1.5", "x", "0", ""}) {
            try {
                all.add(isNumber(text));
            } catch (IllegalArgumentException e) {
                all.add("bad " + e.getMessage());
            }
        }
        try {
            all.add(scoped(all));
        } catch (Exception e) {
            all.add(e);
        }
        BiFunction<Integer, Integer, Integer> second = (_, b) -> b * 2;
        Map<String, Integer> counts = new TreeMap<>(Map.of("a", 1));
        counts.computeIfPresent("a", (_, old) -> second.apply(0, old));
        counts.computeIfAbsent("b", _ -> 7);
        all.add(counts);
        all.add(List.of(1, 2, 3, 4, 5).stream().gather(Gatherers.windowSliding(2)).map(w -> w.getFirst() * w.getLast()).toList());
        return all.toString();
    }
}
