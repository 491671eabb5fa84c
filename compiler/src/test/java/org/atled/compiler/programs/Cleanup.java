package org.atled.compiler.programs;

/** {@code finally} and try-with-resources, left normally, by an exception, by return, by break and by continue. */
final class Cleanup {
    private static int open;

    private Cleanup() {}

    @Program(at = {"[2,3], 1", "[2,3], 0"})
    static double finallyAfterCatch(double[] a, int n) {
        double y = a[0];
        try {
            y *= a[1] * (4 / n);
        } catch (ArithmeticException e) {
            y = Math.sin(y);
        } finally {
            a[0] *= y;
            y += 1;
        }
        return y * a[0];
    }

    @SuppressWarnings("finally")
    @Program(at = {"[2,3], 1", "[2,3], 7"})
    static double returnInFinally(double[] a, int n) {
        double y = 1;
        try {
            y = a[0] * a[1];
            try {
                y *= a[n];
                return y * 1000;
            } finally {
                y += a[0];
                a[0] = y;
            }
        } finally {
            return y * y + a[0];
        }
    }

    private static double restore(double[] a, int n) {
        double old = a[0];
        try {
            a[0] = old * old;
            return a[n] * a[0];
        } finally {
            a[0] = old * a[1];
        }
    }

    @Program(at = {"[2,3], 0", "[2,3], 1", "[2,3], 2"})
    static double finallyRestores(double[] a, int n) {
        double y;
        try {
            y = restore(a, n) * a[0];
        } catch (IndexOutOfBoundsException e) {
            y = a[0];
        }
        return y * a[1];
    }

    @Program(at = {"0.5, 5", "0.5, 2", "2, 5"})
    static double finallyInALoop(double x, int n) {
        double y = 1;
        double log = 0;
        for (int i = 0; i < 6; i++) {
            try {
                y *= x + i;
                if (i == n) {
                    break;
                }
                if (i % 2 == 0) {
                    continue;
                }
                y = Math.sqrt(y);
            } finally {
                log += y * y;
                y *= 0.5;
            }
        }
        return log + y;
    }

    private record Resource(int weight) implements AutoCloseable {
        private static Resource acquire(int weight) {
            open++;
            if (weight == 7) {
                throw new IllegalStateException("cannot open");
            }
            return new Resource(weight);
        }

        @Override
        public void close() {
            open--;
            if (weight == 5) {
                throw new IllegalStateException("cannot close");
            }
        }
    }

    @Program(at = {"[2,3], 1, 1", "[2,3], 2, 1", "[2,3], 1, 5", "[2,3], 2, 5", "[2,3], 1, 7"})
    static double resource(double[] a, int n, int weight) {
        double y = a[0];
        try (Resource resource = Resource.acquire(weight)) {
            y *= a[1];
            y *= a[n] * weight;
        } catch (ArrayIndexOutOfBoundsException e) {
            y = y * y + e.getSuppressed().length;
        } catch (IllegalStateException e) {
            y = y / a[1];
        }
        return y * a[0];
    }

    @Program(at = {"[2,3], 1, 1", "[2,3], 2, 1", "[2,3], 1, 5", "[2,3], 1, 7"})
    static double twoResources(double[] a, int n, int weight) {
        double y = a[0];
        for (int i = 0; i < 3; i++) {
            try (Resource outer = Resource.acquire(i);
                    Resource inner = Resource.acquire(weight)) {
                a[1] *= a[0] * 0.3;
                y += a[n];
            } catch (RuntimeException e) {
                y *= a[1];
            }
        }
        return y;
    }

    @Program(at = {"[2,3,4], 0", "[2,3,4], 1", "[2,3,4], 2", "[2,3,4], 3"})
    static double nestedFinally(double[] a, int n) {
        double y = 1;
        try {
            try {
                y *= a[n];
                try {
                    y *= 1 / (n - 1) + a[0];
                } finally {
                    y += a[1];
                }
                y *= y;
            } finally {
                y *= a[2];
            }
        } catch (ArithmeticException e) {
            y += a[0];
        } catch (RuntimeException e) {
            y -= a[0] * y;
        }
        return y;
    }
}
