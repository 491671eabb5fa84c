package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Static state that holds nothing active, and that derivatives of several threads share all the same. */
final class StaticStateTest {
    @TempDir
    Path folder;

    @Test
    void counter() throws IOException {
        Reports.model(folder, """
                static int calls;
                @Differentiable
                static double f(double x) {
                  // note: [AtledStaticState] static field Model.calls is changed without a lock, so that
                  //   derivatives taken by several threads disturb each other. Keep it in a local variable or an
                  //   object of each call's own, or leave it if only one thread takes them.
                  calls++;
                  calls++;
                  return x * x;
                }
                """);
    }

    @Test
    void scratchArrayAndCacheInWhatIsCalled() throws IOException {
        Reports.model(folder, """
                static final double[][] WEIGHTS = new double[3][4];
                static final Map<Integer, Double> CACHE = new HashMap<>();
                @Differentiable
                static double f(double x, @NoDerivative int n) { return x * weight(n) * known(n); }
                static double weight(int n) {
                  double[] row = WEIGHTS[1];
                  // note: [AtledStaticState] an element of static field Model.WEIGHTS is changed without a lock,
                  //   so that derivatives taken by several threads disturb each other. Keep it in a local
                  //   variable or an object of each call's own, or leave it if only one thread takes them.
                  for (int i = 0; i < 4; i++) row[i] = Math.cos(i * n);
                  return row[2];
                }
                static double known(int n) {
                  // note: [AtledStaticState] the content of static field Model.CACHE is changed without a lock,
                  //   so that derivatives taken by several threads disturb each other. Keep it in a local
                  //   variable or an object of each call's own, or leave it if only one thread takes them.
                  if (!CACHE.containsKey(n)) CACHE.put(n, Math.sqrt(n));
                  return CACHE.get(n);
                }
                """);
    }

    @Test
    void whatIsReachedThroughCodeThatIsNotDifferentiated() throws IOException {
        Reports.model(folder, """
                static final class Log { int lines; }
                static final Log LOG = new Log();
                @Differentiable
                static double f(double x) { log("f"); return x * x; }
                static void log(String what) { count(what.length()); }
                static void count(int n) {
                  // note: [AtledStaticState] field lines of the object in static field Model.LOG is changed
                  //   without a lock, so that derivatives taken by several threads disturb each other. Keep it in
                  //   a local variable or an object of each call's own, or leave it if only one thread takes
                  //   them.
                  if (n > 0) LOG.lines = n;
                }
                """);
    }

    @Test
    void noNoteWhereNothingIsShared() throws IOException {
        Reports.model(folder, """
                static final double[] TABLE = {1, 2, 3};
                static final double SCALE = Math.sqrt(2);
                static double gain = 3;
                static int calls;
                static final java.util.concurrent.atomic.AtomicInteger COUNT =
                    new java.util.concurrent.atomic.AtomicInteger();
                static final java.util.concurrent.ConcurrentHashMap<Integer, Double> SAFE =
                    new java.util.concurrent.ConcurrentHashMap<>();
                static final ThreadLocal<double[]> OWN = ThreadLocal.withInitial(() -> new double[2]);
                static synchronized void count() { calls++; }
                static void countToo() { synchronized (TABLE) { calls++; } }
                @Differentiable
                static double f(double x, @NoDerivative int n) {
                  COUNT.incrementAndGet();
                  count();
                  countToo();
                  SAFE.put(n, 1.0);
                  double[] copy = TABLE.clone();
                  copy[1] = n;
                  return x * TABLE[n] * SCALE * gain * copy[1];
                }
                """);
    }
}
