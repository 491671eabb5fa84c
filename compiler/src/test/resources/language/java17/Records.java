import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Records, nested, local and generic; local interfaces and enums. */
public class Records {
    record Point(double x, double y) {
        static final Point ORIGIN = new Point(0, 0);

        Point {
            if (Double.isNaN(x) || Double.isNaN(y)) {
                throw new IllegalArgumentException("NaN");
            }
            x = x == 0 ? 0 : x;
        }

        Point(double both) {
            this(both, both > 0 ? both : -both);
        }

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    record Pair<A, B extends Comparable<B>>(A first, B second) {
        <C extends Comparable<C>> Pair<A, C> with(Function<? super B, ? extends C> change) {
            return new Pair<>(first, change.apply(second));
        }

        record Wrapped<T>(List<? extends T>... lists) {
            @SafeVarargs
            Wrapped {}

            int size() {
                int size = 0;
                for (List<? extends T> each : lists) {
                    size += each.size();
                }
                return size;
            }
        }
    }

    public static String run() {
        interface Shape {
            double area();

            default String text() {
                return getClass().getSimpleName() + "=" + area();
            }
        }
        enum Unit {
            METRE(1),
            FOOT(0.3048) {
                @Override
                double of(double length) {
                    return super.of(length) + 0.0;
                }
            };

            private final double size;

            Unit(double size) {
                this.size = size;
            }

            double of(double length) {
                return length * size;
            }
        }
        record Square(double side) implements Shape {
            public double area() {
                return side * side;
            }
        }
        List<Object> all = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            all.add(new Square(unit.of(3)).text());
        }
        all.add(new Point(3, 4).distance(Point.ORIGIN));
        all.add(new Point(-2).equals(new Point(-2, 2)));
        all.add(new Point(1, -0.0).hashCode());
        all.add(new Pair<>("a", 1).with(i -> i + 0.5));
        all.add(new Pair.Wrapped<Number>(List.of(1, 2), List.of(2.5)).size());
        try {
            all.add(new Point(Double.NaN));
        } catch (IllegalArgumentException e) {
            all.add(e.getMessage());
        }
        return all.toString();
    }
}
