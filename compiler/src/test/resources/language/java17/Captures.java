import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Inner, local and anonymous classes and lambdas that capture variables and enclosing instances. */
public class Captures {
    private int counter = 10;
    private static int created;

    class Inner {
        private final int start = counter++;

        class Deeper {
            int sum() {
                return start + counter + Captures.this.counter;
            }
        }

        Deeper deeper() {
            return new Deeper();
        }
    }

    interface Named {
        default String name() {
            return "named " + own();
        }

        private String own() {
            return getClass().getInterfaces().length + "";
        }
    }

    interface Other {
        default String name() {
            return "other";
        }
    }

    static class Both implements Named, Other {
        final String text;

        {
            created += 1;
        }

        Both(Object o) {
            this(o instanceof String s && !s.isEmpty() ? s : o == null ? "null" : o.toString(), created > 100);
        }

        Both(String text, boolean ignored) {
            this.text = ignored ? "" : text;
        }

        @Override
        public String name() {
            return Named.super.name() + Other.super.name() + text;
        }
    }

    private Supplier<Integer> counting(int by) {
        int[] calls = {0};
        class Local implements Supplier<Integer> {
            private final int first = by * 2;

            @Override
            public Integer get() {
                calls[0] += by;
                return first + calls[0] + counter++;
            }
        }
        Supplier<Supplier<Integer>> make = Local::new;
        return make.get();
    }

    static DoubleUnaryOperator polynomial(double... coefficients) {
        return x -> {
            double result = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                result = result * x + coefficients[i];
            }
            return result;
        };
    }

    static Object anonymous(int a, long b, double c, String d) {
        return new Both(a % 2 == 0 ? d : null) {
            private final double sum = a + b + c;

            @Override
            public String toString() {
                return super.name() + sum + new Object() {
                    int twice() {
                        return 2 * a + (int) b + d.length();
                    }
                }.twice();
            }
        };
    }

    public static String run() {
        created = 0;
        List<Object> all = new ArrayList<>();
        Captures outer = new Captures();
        Captures.Inner inner = outer.new Inner();
        all.add(inner.deeper().sum());
        all.add(inner.new Deeper().sum());
        Supplier<Integer> counting = outer.counting(3);
        all.add(counting.get() + counting.get() * 1000);
        all.add(polynomial(1, 2, 3).andThen(Math::sqrt).compose(x -> -x).applyAsDouble(0.7));
        all.add(anonymous(1, 2L, 0.5, "abc"));
        all.add(anonymous(2, 3L, 0.25, "x"));
        all.add(created);
        Function<Integer, Function<Integer, Integer>> curried = a -> b -> a * 10 + b + outer.counter;
        all.add(curried.apply(1).apply(2));
        try {
            Captures none = created > 0 ? null : outer;
            all.add(none.new Inner());
        } catch (NullPointerException e) {
            all.add("no outer");
        }
        return all.toString();
    }
}
