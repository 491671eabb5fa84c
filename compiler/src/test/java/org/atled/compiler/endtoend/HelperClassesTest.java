package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpers in other classes, compiled by old and new releases and without debugging information. */
final class HelperClassesTest {
    @TempDir
    Path folder;

    @Test
    void sumOfStreamAndLog() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Sums.logSum(x);
                }
                """, """
                // demo/Sums.java
                package demo;
                import java.util.Arrays;
                final class Sums {
                  static double logSum(double[] x) {
                    double sum = Arrays.stream(x).sum();
                    return Math.log(sum) * sum;
                  }
                }
                """);
    }

    @Test
    void privateTableAndHelperOfTheSamePackage() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return 2 * Rates.rate(x);
                }
                """, """
                // demo/Rates.java
                package demo;
                final class Rates {
                  private static final double[] TABLE = {1, 2, 3};
                  private static double scale = 0.5;
                  private static int calls;
                  static double rate(double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                      sum += TABLE[i] * log(x[i] * x[i]);
                    }
                    calls++;
                    return scale * sum;
                  }
                  private static double log(double v) {
                    return Math.log(v);
                  }
                }
                """);
    }

    @Test
    void privateTableAndHelperOfAnotherPackage() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return lib.Rates.rate(x) + x[0];
                }
                """, """
                // lib/Rates.java
                package lib;
                public final class Rates {
                  private static final double[][] TABLE = {{1, 2, 3}};
                  private static final int FIRST = 0;
                  static double scale = 0.5;
                  private Rates() {}
                  public static double rate(double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                      sum += TABLE[FIRST][i] * square(x[i]);
                    }
                    return scale * sum * Hidden.offset(x[2]);
                  }
                  private static double square(double v) {
                    return v * v;
                  }
                }
                """, """
                // lib/Hidden.java
                package lib;
                final class Hidden {
                  private static double shift = 3;
                  static double offset(double v) {
                    return v + shift;
                  }
                }
                """);
    }

    @Test
    void numbersComparedByTheirBits() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Ulps.equal(x[0], x[1], 10) || !Ulps.equal(x[1], x[1], 0) ? x[2] : x[0] * x[1] * x[2];
                }
                """, """
                // demo/Ulps.java
                package demo;
                final class Ulps {
                  static boolean equal(double a, double b, int ulps) {
                    long one = Double.doubleToRawLongBits(a);
                    long other = Double.doubleToLongBits(b);
                    boolean isClose = false;
                    if (((one ^ other) & Long.MIN_VALUE) == 0) {
                      isClose = Math.abs(one - other) <= ulps;
                    }
                    return isClose && a == a;
                  }
                }
                """);
    }

    @Test
    void packagePrivateClassesOfAnotherPackage() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return lib.Curves.sum(x);
                }
                """, """
                // lib/Curves.java
                package lib;
                public final class Curves {
                  public static double sum(double[] x) {
                    Curve[] curves = {new Line(x[0], x[1]), new Bend(x[2]), Bend.of(x)};
                    Curve[][] table = new Curve[2][3];
                    double sum = 0;
                    for (Curve each : curves) {
                      table[1][0] = each;
                      sum += table[1][0].at(x[0]) * (each instanceof Bend ? 2 : 3);
                      sum += Line.class.isInstance(each) ? ((Line) each).slope : ((Bend) each).scale().of;
                    }
                    return sum;
                  }
                }
                """, """
                // lib/Curve.java
                package lib;
                abstract class Curve {
                  abstract double at(double x);
                  double twice(double x) { return 2 * x; }
                }
                """, """
                // lib/Line.java
                package lib;
                final class Line extends Curve {
                  final double slope;
                  private final double start;
                  Line(double slope, double start) {
                    this.slope = slope;
                    this.start = start;
                  }
                  double at(double x) { return start + slope * twice(x); }
                }
                """, """
                // lib/Bend.java
                package lib;
                final class Bend extends Curve {
                  static final class Scale {
                    final double of;
                    Scale(double of) { this.of = of; }
                  }
                  private Scale scale;
                  Bend(double of) { scale = new Scale(of); }
                  static Bend of(double[] x) {
                    Bend bend = new Bend(x[0]);
                    bend.scale = new Scale(x[1] * x[2]);
                    return bend;
                  }
                  Scale scale() { return scale; }
                  double at(double x) { return scale.of * twice(x) * x; }
                  double twice(double x) { return super.twice(x) * x; }
                }
                """);
    }

    @Test
    void nestedHelperWithPrivateMembers() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Physics.energy(x);
                }
                """, """
                // demo/Physics.java
                package demo;
                final class Physics {
                  private static double half = 0.5;
                  private static double square(double v) { return v * v; }
                  static final class Kinetic {
                    private static double mass = 3;
                    private static double of(double v) { return half * mass * square(v); }
                  }
                  static double energy(double[] v) {
                    double sum = 0;
                    for (double each : v) {
                      sum += Kinetic.of(each) * Kinetic.mass;
                    }
                    return sum;
                  }
                }
                """);
    }

    @Test
    void helperThatLogsAssertsAndThrows() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Checked.sqrt(x[0]) * Checked.sqrt(x[1]);
                }
                """, """
                // demo/Checked.java
                package demo;
                final class Checked {
                  private static String last;
                  static double sqrt(double v) {
                    assert v > 0 : "v = " + v;
                    if (Double.isNaN(v) || v < 0) {
                      throw new IllegalArgumentException("square root of " + v + " in " + Checked.class);
                    }
                    last = "sqrt(" + v + ')';
                    return Math.sqrt(v);
                  }
                }
                """);
    }

    @Test
    void interfaceAndEnumHelpers() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Laws.hooke(x[0], 2) * Gas.AIR.density + Gas.pressure(x[1], Gas.AIR);
                }
                """, """
                // demo/Laws.java
                package demo;
                interface Laws {
                  double FACTOR = 1.5;
                  double[] TABLE = {1, 2};
                  static double hooke(double x, double k) { return -FACTOR * TABLE[1] * k * x * x; }
                }
                """, """
                // demo/Gas.java
                package demo;
                enum Gas {
                  AIR(1.2), HELIUM(0.18);
                  final double density;
                  Gas(double density) { this.density = density; }
                  static double pressure(double v, Gas gas) {
                    switch (gas) {
                      case AIR: return gas.density / (v * v);
                      default: return v;
                    }
                  }
                }
                """);
    }

    @Test
    void recursiveHelpersAcrossClasses() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Even.sum(x, 0);
                }
                """, """
                // demo/Even.java
                package demo;
                final class Even {
                  static double sum(double[] x, int i) {
                    return i >= x.length ? 0 : x[i] * x[i] + Odd.sum(x, i + 1);
                  }
                }
                """, """
                // demo/Odd.java
                package demo;
                final class Odd {
                  static double sum(double[] x, int i) {
                    return i >= x.length ? 1 : Math.sin(x[i]) * Even.sum(x, i + 1);
                  }
                }
                """);
    }

    @Test
    void inheritedStaticMethodsAndFields() throws Exception {
        Gradients.withHelpers(folder, """
                @Differentiable
                static double f(double[] x) {
                  return Derived.twice(x[0]) * Derived.rate;
                }
                """, """
                // demo/Base.java
                package demo;
                class Base {
                  protected static double rate = 3;
                  protected static double twice(double v) { return 2 * v * v; }
                }
                """, """
                // demo/Derived.java
                package demo;
                class Derived extends Base {}
                """);
    }
}
