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
    void exceptionHoldsAnActiveValue() throws IOException {
        Reports.model(folder, """
                static final class Failure extends RuntimeException {
                  final double at;
                  Failure(double at) { this.at = at; }
                }
                @Differentiable
                static double f(double[] x) {
                  try {
                    return root(x[0]);
                  } catch (Failure e) {
                    // error: [AtledBoxing] an exception that holds an active value is used other than for printing,
                    //   and the derivative would be lost. Keep the value in a double or float.
                    return e.at;
                  }
                }
                static double root(double v) {
                  if (v < 0) {
                    // error: [AtledBoxing] an exception that holds an active value is used other than for printing,
                    //   and the derivative would be lost. Keep the value in a double or float.
                    //   through demo.Model.f: return root(x[0]);
                    throw new Failure(v);
                  }
                  return Math.sqrt(v);
                }
                """);
    }

    @Test
    void lockInProtectedCode() throws IOException {
        Reports.model(folder, """
                static final Object LOCK = new Object();
                @Differentiable
                static double f(double[] x) {
                  try {
                    // error: [AtledSynchronized] synchronized blocks are not differentiated. Lock around the call
                    //   of the derivative instead.
                    synchronized (LOCK) {
                      return x[0] * locked(x[1]);
                    }
                  } catch (RuntimeException e) {
                    return x[1];
                  }
                }
                static synchronized double locked(double v) {
                  // error: [AtledSynchronized] Model.locked is synchronized, but its derivative would run without
                  //   the lock. Lock around the call of the derivative instead.
                  //   through demo.Model.f: return x[0] * locked(x[1]);
                  return v * v;
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
