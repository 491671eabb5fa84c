import java.util.ArrayList;
import java.util.List;

/** Sealed types, instanceof with patterns, text blocks, initializers, assertions and locks. */
public class Types {
    sealed interface Expression permits Constant, Sum, Product, Variable {}

    record Constant(double value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}

    enum Variable implements Expression {
        X,
        Y
    }

    static double value(Expression e, double x) {
        if (e instanceof Constant c) {
            return c.value();
        } else if (e instanceof Sum sum && sum.left() instanceof Constant left) {
            return left.value() + value(sum.right(), x);
        } else if (e instanceof Sum sum) {
            return value(sum.left(), x) + value(sum.right(), x);
        } else if (!(e instanceof Product p)) {
            return e == Variable.X ? x : -x;
        } else {
            return value(p.left(), x) * value(p.right(), x);
        }
    }

    static int length(Object o) {
        while (!(o instanceof String s)) {
            if (o instanceof int[][] numbers && (Object) numbers[0] instanceof int[] row) {
                return row.length;
            } else if (o instanceof Object[] array && array.length > 0) {
                o = array[array.length - 1];
            } else {
                o = String.valueOf(o);
            }
        }
        return s.length();
    }

    static String block(int n) {
        return """
                line %d \
                goes on
                  "quoted" \t tab
                """.formatted(n);
    }

    private final Object lock = new Object();
    private int value;
    private static final int[] TABLE = new int[5];

    static {
        int last = 1;
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = last *= i + 1;
        }
    }

    int locked(int n) {
        synchronized (lock) {
            synchronized (this) {
                if (n < 0) {
                    throw new IllegalArgumentException(Thread.holdsLock(lock) + " " + n);
                }
                for (int i = 0; i < n; i++) {
                    synchronized (TABLE) {
                        if (i == 7) {
                            continue;
                        }
                        if (i == 9) {
                            return -value;
                        }
                        value += i;
                    }
                }
            }
        }
        return Thread.holdsLock(lock) || Thread.holdsLock(this) || Thread.holdsLock(TABLE) ? 0 : value;
    }

    public static String run() {
        List<Object> all = new ArrayList<>();
        Expression e = new Product(
                new Sum(new Constant(2), Variable.X), new Sum(Variable.Y, new Product(Variable.X, new Constant(0.1))));
        all.add(value(e, 1.7));
        for (Object o : new Object[] {"abc", new Object[] {1, new String[] {"x", "four"}}, new int[][] {{1, 2}}, null, 12}) {
            all.add(length(o));
        }
        all.add(block(3));
        Types types = new Types();
        for (int n : new int[] {3, 8, 20, -1}) {
            try {
                all.add(types.locked(n));
            } catch (IllegalArgumentException error) {
                all.add(error.getMessage() + Thread.holdsLock(types.lock));
            }
        }
        all.add(TABLE[4]);
        return all.toString();
    }
}
