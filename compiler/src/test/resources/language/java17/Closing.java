import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** try with resources, nested finally blocks, and what locals hold where an exception is caught. */
public class Closing {
    private static final List<Object> LOG = new ArrayList<>();

    record Resource(String name, boolean fails) implements AutoCloseable {
        Resource {
            LOG.add("open " + name);
            if (name.startsWith("!")) {
                throw new IllegalStateException("open " + name);
            }
        }

        @Override
        public void close() {
            LOG.add("close " + name);
            if (fails) {
                throw new IllegalArgumentException("close " + name);
            }
        }
    }

    static int useTwo(String one, String other, boolean fails, int divisor) {
        int stage = 0;
        try (Resource first = new Resource(one, fails);
                Resource second = new Resource(other, fails);
                Resource none = null) {
            stage = 1;
            int result = 10 / divisor;
            stage = 2;
            return result;
        } catch (ArithmeticException | IllegalStateException e) {
            LOG.add(stage + " " + e.getMessage() + Arrays.toString(e.getSuppressed()));
            return -1;
        } catch (RuntimeException e) {
            LOG.add(stage + " other " + e.getMessage() + e.getSuppressed().length);
        } finally {
            LOG.add("finally " + stage);
        }
        return -2;
    }

    static int outer(Resource given, int n) {
        try (given) {
            for (int i = 0; ; i++) {
                try {
                    if (i == n) {
                        return i;
                    }
                    if (i % 2 == 0) {
                        continue;
                    }
                    LOG.add(100 / (i - 3));
                } catch (ArithmeticException e) {
                    LOG.add("caught " + i);
                    if (n > 6) {
                        break;
                    }
                } finally {
                    LOG.add("f" + i);
                }
            }
        }
        return -n;
    }

    @SuppressWarnings("finally")
    static int overriding(int n) {
        int x = n;
        while (true) {
            try {
                try {
                    x += 10;
                    if (n > 2) {
                        throw new Exception("n");
                    }
                    return x;
                } finally {
                    x += 100;
                    if (n == 1) {
                        return x;
                    }
                }
            } catch (Exception e) {
                x += 1000;
                break;
            } finally {
                n--;
                if (n == 4) {
                    continue;
                }
            }
        }
        return x;
    }

    static double locals(double[] values) {
        double sum = 0;
        long count = 0;
        String last = "none";
        int i = 0;
        while (true) {
            try {
                double next = values[i++];
                sum += next;
                last = "value " + next;
                count++;
                sum += values[i++] / 3;
                last = "third";
            } catch (IndexOutOfBoundsException e) {
                LOG.add(i + " " + last + " " + count);
                return sum / count;
            }
        }
    }

    static int line(Object[] values) {
        try {
            return values.length
                    + values[0].hashCode()
                    + ((Integer) values[1])
                    + values[2].toString().length();
        } catch (NullPointerException | ClassCastException | ArrayIndexOutOfBoundsException e) {
            return e.getStackTrace()[0].getLineNumber() * 100;
        }
    }

    public static String run() {
        LOG.clear();
        for (int divisor = 0; divisor < 2; divisor++) {
            LOG.add(useTwo("a", "b", false, divisor));
            LOG.add(useTwo("a", "b", true, divisor));
            LOG.add(useTwo("a", "!b", true, divisor));
            LOG.add(useTwo("!a", "b", false, divisor));
        }
        for (int n : new int[] {0, 2, 5, 9}) {
            LOG.add(outer(n == 2 ? null : new Resource("n" + n, false), n));
        }
        for (int n = 0; n < 7; n++) {
            LOG.add(overriding(n));
        }
        LOG.add(locals(new double[] {1, 2, 4}));
        LOG.add(locals(new double[] {1, 2, 4, 8}));
        LOG.add(line(new Object[] {}));
        LOG.add(line(new Object[] {null}));
        LOG.add(line(new Object[] {1, "a"}));
        LOG.add(line(new Object[] {1, 2, null}));
        LOG.add(line(new Object[] {1, 2, "three"}));
        return LOG.toString();
    }
}
