package org.atled.compiler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that differentiated methods must not have, and notes on lost derivatives. */
final class ControlErrorsTest {
    @TempDir
    Path folder;

    @Test
    void tryCatch() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double y = 0;
                  try {
                    // error: [AtledTryCatch] try, catch and finally are not differentiated yet. Guard the call of
                    //   the derivative instead, or move guarded code that needs no derivative into a method of its
                    //   own.
                    y = x[0] * x[5];
                  } catch (ArrayIndexOutOfBoundsException e) {
                    y = x[0];
                  }
                  return y;
                }
                """);
    }

    @Test
    void tryFinally() throws IOException {
        Reports.model(folder, """
                static int calls;
                @Differentiable
                static double f(double[] x) {
                  try {
                    // error: [AtledTryCatch] try, catch and finally are not differentiated yet. Guard the call of
                    //   the derivative instead, or move guarded code that needs no derivative into a method of its
                    //   own.
                    return x[0] * x[1];
                  } finally {
                    calls++;
                  }
                }
                """);
    }

    @Test
    void tryWithResources() throws IOException {
        Reports.model(folder, """
                static final class Timer implements AutoCloseable { @Override public void close() {} }
                @Differentiable
                static double f(double[] x) {
                  try (Timer timer = new Timer()) {
                    // error: [AtledTryCatch] try, catch and finally are not differentiated yet. Guard the call of
                    //   the derivative instead, or move guarded code that needs no derivative into a method of its
                    //   own.
                    return x[0] * x[1];
                  }
                }
                """);
    }

    @Test
    void tryInAHelper() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  return guarded(x[0]);
                }
                static double guarded(double v) {
                  try {
                    // error: [AtledTryCatch] try, catch and finally are not differentiated yet. Guard the call of
                    //   the derivative instead, or move guarded code that needs no derivative into a method of its
                    //   own.
                    //   through demo.Model.f: return guarded(x[0]);
                    return Math.sqrt(v);
                  } catch (RuntimeException e) {
                    return 0;
                  }
                }
                """);
    }

    @Test
    void synchronizedBlock() throws IOException {
        Reports.model(folder, """
                static final Object LOCK = new Object();
                @Differentiable
                static double f(double[] x) {
                  double y = 1;
                  // error: [AtledSynchronized] synchronized blocks are not differentiated. Lock around the call
                  //   of the derivative instead.
                  synchronized (LOCK) {
                    y *= x[0];
                  }
                  return y;
                }
                """);
    }

    @Test
    void synchronizedMethod() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static synchronized double f(double[] x) {
                  // error: [AtledSynchronized] Model.f is synchronized, but its derivative would run without the
                  //   lock. Lock around the call of the derivative instead.
                  return x[0] * x[1];
                }
                """);
    }

    @Test
    void synchronizedHelper() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  return 2 * locked(x[0]);
                }
                static synchronized double locked(double v) {
                  // error: [AtledSynchronized] Model.locked is synchronized, but its derivative would run without
                  //   the lock. Lock around the call of the derivative instead.
                  //   through demo.Model.f: return 2 * locked(x[0]);
                  return v * v;
                }
                """);
    }

    @Test
    void integerCast() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double scaled = 10 * x[0];
                  // note: [AtledIntegerCast] an active value is converted to an integer and used nowhere else:
                  //   the derivative is 0 from here on. Leave it if a step function is meant, else compute with
                  //   the number itself.
                  int step = (int) scaled;
                  return step * x[1];
                }
                """);
    }

    @Test
    void tableLookup() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x, @NoDerivative double[] table) {
                  // note: [AtledIntegerCast] an active value is converted to an integer and used nowhere else:
                  //   the derivative is 0 from here on. Leave it if a step function is meant, else compute with
                  //   the number itself.
                  return table[(int) (x[0] * 4)];
                }
                """);
    }

    @Test
    void floor() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // note: [AtledStepFunction] an active value goes into Math.floor and nowhere else: the
                  //   derivative is 0 from here on. Leave it if a step function is meant, else compute with the
                  //   number itself.
                  return Math.floor(x[0]) * x[1];
                }
                """);
    }

    @Test
    void round() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  double scaled = x[0] * 100;
                  // note: [AtledStepFunction] an active value goes into Math.round and nowhere else: the
                  //   derivative is 0 from here on. Leave it if a step function is meant, else compute with the
                  //   number itself.
                  return Math.round(scaled) / 100.0 + x[1];
                }
                """);
    }

    @Test
    void signum() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  // note: [AtledStepFunction] an active value goes into Math.signum and nowhere else: the
                  //   derivative is 0 from here on. Leave it if a step function is meant, else compute with the
                  //   number itself.
                  return Math.signum(x[0] - 1) * x[1];
                }
                """);
    }

    @Test
    void resultDoesNotDependOnTheInputs() throws IOException {
        Reports.model(folder, """
                @Differentiable
                static double f(double[] x) {
                  int positive = 0;
                  for (double v : x) {
                    positive += v > 0 ? 1 : 0;
                  }
                  // note: [AtledZeroDerivative] f returns a value that does not depend on x, so its derivative is
                  //   0. Check that the computation uses the parameter as a number, or annotate the parameter
                  //   @NoDerivative.
                  return positive;
                }
                """);
    }
}
