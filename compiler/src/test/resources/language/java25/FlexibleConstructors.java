import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Statements before the call of the other constructor: the receiver is there, but no object yet. */
public class FlexibleConstructors {
    private static final List<Object> LOG = new ArrayList<>();

    static class Base {
        final double size;

        Base(double size) {
            this.size = size;
            LOG.add("base " + size + " " + describe());
        }

        Base(double[] sizes, String... names) {
            this(sizes[0] + sizes.length + names.length);
        }

        String describe() {
            return "plain";
        }
    }

    static class Validated extends Base {
        Validated(double size) {
            if (!(size > 0)) {
                throw new IllegalArgumentException("size " + size);
            }
            double root = Math.sqrt(size);
            super(root < 1 ? 1 : root);
        }
    }

    /** Fields that are set before super() are seen by what it calls. */
    static class Early extends Base {
        private final String text;
        private int count;
        private final int[] table;

        Early(int n, String given) {
            int[] values = new int[n];
            int sum = 0;
            for (int i = 0; i < n; i++) {
                values[i] = sum += i;
                if (sum > 20) {
                    break;
                }
            }
            table = values;
            if (given == null) {
                text = "none";
            } else {
                text = given + sum;
            }
            count = n;
            super(sum);
            count++;
        }

        @Override
        String describe() {
            return text + count + table.length;
        }
    }

    /** Handlers, where it is not known yet either whether the receiver will be an object. */
    static class Tried extends Base {
        final String outcome;

        Tried(String number, int divisor) {
            double parsed;
            String outcome = "parsed";
            try {
                parsed = Integer.parseInt(number) / divisor;
            } catch (NumberFormatException e) {
                parsed = -1;
                outcome = e.getClass().getSimpleName();
            } catch (ArithmeticException e) {
                throw new IllegalStateException(outcome, e);
            } finally {
                LOG.add("tried " + number);
            }
            this.outcome = outcome;
            super(parsed);
        }

        Tried(Object any) {
            var text = switch (any) {
                case null -> "null";
                case Integer i when i > 5 -> {
                    int square = 0;
                    while (square * square < i) {
                        square++;
                    }
                    yield "" + square;
                }
                case Integer i -> "" + -i;
                case String s -> s;
                default -> throw new IllegalArgumentException(any.getClass().getName());
            };
            this(text, text.length());
        }
    }

    class Inner extends Base {
        final int captured;

        Inner(int n) {
            int doubled = n * 2 + offset;
            IntSupplier later = () -> doubled + offset;
            captured = later.getAsInt();
            record Twice(int value) {
                int twice() {
                    return 2 * value;
                }
            }
            super(new double[] {new Twice(doubled).twice(), n}, "a", n > 3 ? "b" : "c");
        }
    }

    private final int offset;

    FlexibleConstructors(int offset) {
        this.offset = offset;
    }

    enum Unit {
        ONE(1),
        TEN("10");

        final int size;

        Unit(int size) {
            this.size = size;
        }

        Unit(String text) {
            int parsed = Integer.parseInt(text);
            synchronized (text) {
                parsed += text.length();
            }
            this(parsed);
        }
    }

    record Range(int from, int to) {
        Range(int... ends) {
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int end : ends) {
                low = Math.min(low, end);
                high = Math.max(high, end);
            }
            if (ends.length == 0) {
                throw new IllegalArgumentException("empty");
            }
            this(low, high);
        }
    }

    private static void log(IntSupplier supplier) {
        try {
            LOG.add(supplier.getAsInt());
        } catch (RuntimeException e) {
            LOG.add(e.getMessage() + " at line " + e.getStackTrace()[0].getLineNumber());
        }
    }

    public static String run() {
        LOG.clear();
        for (double size : new double[] {4, 0.25, -1, Double.NaN}) {
            log(() -> (int) (10 * new Validated(size).size));
        }
        for (int n = 0; n < 10; n += 3) {
            int length = n;
            log(() -> new Early(length, length == 3 ? null : "e").count);
        }
        log(() -> new Early(-1, "").count);
        log(() -> new Tried("12", 5).outcome.length());
        log(() -> new Tried("1x", 5).outcome.length());
        log(() -> new Tried("12", 0).outcome.length());
        for (Object any : new Object[] {null, 50, 3, "7", "", 'c'}) {
            log(() -> (int) new Tried(any).size);
        }
        log(() -> new FlexibleConstructors(3).new Inner(4).captured);
        log(() -> Unit.ONE.size + Unit.TEN.size);
        log(() -> new Range(4, 1, 9).hashCode());
        log(() -> new Range().from());
        return LOG.toString();
    }
}
