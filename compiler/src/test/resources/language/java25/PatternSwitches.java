import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Switches on types, with guards, null, constants of enums and of strings among the patterns. */
public class PatternSwitches {
    sealed interface Shape permits Circle, Square, Kind {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    enum Kind implements Shape {
        POINT,
        LINE,
        PLANE
    }

    static double area(Shape shape) {
        return switch (shape) {
            case Circle c -> Math.PI * c.radius() * c.radius();
            case Square s when s.side() < 0 -> Double.NaN;
            case Square s -> s.side() * s.side();
            case Kind.POINT, Kind.LINE -> 0;
            case Kind k when k.ordinal() > 5 -> -1;
            case Kind.PLANE -> Double.POSITIVE_INFINITY;
            case Kind k -> k.ordinal();
        };
    }

    static Object any(Object o, int depth) {
        Object result = depth + ":" + switch (o) {
            case null -> "null";
            case Integer i when i > 10 && depth < 3 -> any(i / 2, depth + 1);
            case Integer i -> i;
            case Long l -> {
                long product = 1;
                for (long k = 2; k <= l; k++) {
                    product *= k;
                    if (product > 1000) {
                        yield "much";
                    }
                }
                yield product;
            }
            case String s when s.isEmpty() -> '0';
            case String s -> s.length();
            case int[] array -> array.length;
            case List<?> list when list.get(0) instanceof Integer i && i == list.size() -> "counted " + i;
            case CharSequence text -> text.charAt(0);
            case Supplier<?> supplier -> {
                try {
                    yield any(supplier.get(), depth + 1);
                } catch (IllegalStateException e) {
                    yield e.getMessage();
                }
            }
            default -> o.getClass().getSimpleName();
        };
        return result;
    }

    static int statement(Object o) {
        int sum = 0;
        for (int round = 0; round < 3; round++) {
            int least = round;
            switch (o) {
                case String s when s.length() > least:
                    sum += s.length();
                    break;
                case String s:
                    o = s.hashCode();
                    continue;
                case Integer i:
                    sum += i % 10;
                    o = null;
                    break;
                case null, default:
                    return -sum;
            }
            sum *= 10;
        }
        return sum;
    }

    static String texts(String text) {
        return switch (text) {
            case "Aa" -> "first";
            case "BB" -> "second";
            case String s when s.startsWith("A") -> "A...";
            case "C" -> "third";
            case null -> "none";
            case String s -> s + s;
        };
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        for (Shape shape : new Shape[] {new Circle(1.5), new Square(3), new Square(-1), Kind.POINT, Kind.PLANE}) {
            all.add(area(shape));
        }
        Supplier<Object> nested = () -> new StringBuilder("builder");
        Supplier<Object> failing = () -> {
            throw new IllegalStateException("failed");
        };
        for (Object o : new Object[] {
            null, 100, 5, 6L, 20L, "", "abc", new int[4], List.of(2, 1), List.of(1, 1), nested, failing, 1.5
        }) {
            all.add(any(o, 0));
        }
        for (Object o : new Object[] {"", "a", "long", 17, null, 1.0}) {
            all.add(statement(o));
        }
        for (String text : new String[] {"Aa", "BB", "Ax", "C", null, "z"}) {
            all.add(texts(text));
        }
        return all.toString();
    }
}
