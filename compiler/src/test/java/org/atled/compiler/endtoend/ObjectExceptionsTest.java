package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions in methods of objects, caught there or by the caller of the derivative. */
final class ObjectExceptionsTest {
    @TempDir
    Path folder;

    @Test
    void logarithmThatCatchesItsOwnException() throws Exception {
        ObjectGradients log = ObjectGradients.of(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double f(double x) {
                    double y;
                    try {
                      if (x <= 0) { throw new ArithmeticException("log of " + x); }
                      y = Math.log(x);
                    } catch (ArithmeticException e) {
                      y = Double.NEGATIVE_INFINITY;
                    }
                    return y;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double[] gradient(double[] p) {
                    return new double[] {ModelDerivatives.fGradient(p[0]), ModelDerivatives.fJvp(p[0], 1)};
                  }
                }
                """);
        assertThat(log.gradient(new double[] {2})).containsExactly(0.5, 0.5);
        assertThat(log.gradient(new double[] {-1})).containsExactly(0, 0);
    }

    private static final String TANK = """
            // demo/Tank.java
            package demo;
            import org.atled.*;
            public final class Tank implements AutoCloseable {
              static final class Empty extends Exception {
                final double missing;
                Empty(String message, double missing) { super(message); this.missing = missing; }
              }
              double level;
              double[] log = new double[3];
              int uses;
              boolean open;
              Tank(double level) { this.level = level; }
              double take(double v) throws Empty {
                level -= v;
                log[uses % 3] = level * level;
                uses++;
                if (level < 0) { throw new Empty("empty", 1); }
                return v * level;
              }
              @Override public void close() { open = false; level *= 2; }
              @Differentiable
              double drain(double v, int n) {
                double sum = 0;
                try (Tank self = this) {
                  open = true;
                  for (int i = 0; i < n; i++) {
                    try {
                      sum += take(v);
                    } catch (Empty e) {
                      level += 3 * v;
                      sum *= level;
                    } finally {
                      sum += log[i % 3];
                    }
                  }
                }
                return sum + level;
              }
              @Differentiable(wrt = {"this", "v"})
              double strict(double v) throws Empty { return take(v) + take(v); }
            }
            """;

    @Test
    void callsThatThrowAfterChangingTheObject() throws Exception {
        ObjectGradients.check(folder, TANK, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double value(double[] p) { return new Tank(p[0]).drain(p[3], 5); }
                  static double[] gradient(double[] p) {
                    var g = TankDerivatives.drainGradient(new Tank(p[0]), p[3], 5);
                    return new double[] {g.tank().level(), 0, 0, g.v()};
                  }
                  static double forward(double[] p, double[] d) {
                    Tank tank = new Tank(p[0]);
                    return TankDerivatives.drainJvp(tank, TankDerivatives.TankTangent.zerosLike(tank).level(d[0]), p[3], d[3], 5);
                  }
                }
                """);
    }

    @Test
    void exceptionThatLeavesTheDerivativeIsThatOfTheMethod() throws Exception {
        ObjectGradients strict = ObjectGradients.of(folder, TANK, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double[] gradient(double[] p) throws Exception {
                    var g = TankDerivatives.strictGradient(new Tank(p[0]), p[1]);
                    return new double[] {g.tank().level(), g.v()};
                  }
                }
                """);
        double[] fine = strict.gradient(new double[] {5, 1});
        assertThatThrownBy(() -> strict.gradient(new double[] {1.5, 1}))
                .hasMessage("empty")
                .extracting(thrown -> thrown.getClass().getName())
                .isEqualTo("demo.Tank$Empty");
        assertThat(strict.gradient(new double[] {5, 1})).containsExactly(fine);
    }
}
