package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records as parameters and results: the derivative by a record is such a record. */
final class RecordsTest {
    @TempDir
    Path folder;

    @Test
    void gradientByARecordOfNumbersArraysAndRecords() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Params.java
                package demo;
                public record Params(double alpha, double[] beta, Inner inner) {
                  public record Inner(double k, int n, float[] more) {}
                }
                """, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double f(Params p) {
                    double sum = p.alpha() * p.inner().k();
                    for (int i = 0; i < p.inner().n(); i++) {
                      sum += p.beta()[i] * p.beta()[i] * p.alpha() + Math.exp(p.inner().k() * p.inner().more()[i]);
                    }
                    return sum;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Params params(double a, double b, double c, double k) {
                    return new Params(a, new double[] {b, c}, new Params.Inner(k, 2, new float[] {1, 0.5f}));
                  }
                  static double value(double[] p) { return Model.f(params(p[0], p[1], p[2], p[3])); }
                  static double[] gradient(double[] p) {
                    Params g = ModelDerivatives.fGradient(params(p[0], p[1], p[2], p[3]));
                    if (g.inner().n() != 2 || g.inner().more().length != 2) { throw new AssertionError(g.toString()); }
                    return new double[] {g.alpha(), g.beta()[0], g.beta()[1], g.inner().k()};
                  }
                  static double forward(double[] p, double[] d) {
                    Params t = new Params(d[0], new double[] {d[1], d[2]}, new Params.Inner(d[3], 0, new float[2]));
                    return ModelDerivatives.fJvp(params(p[0], p[1], p[2], p[3]), t);
                  }
                }
                """);
    }

    @Test
    void arraysOfRecordsCompactConstructorsAndMethods() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Vec.java
                package demo;
                public record Vec(double x, double y) {
                  static final Vec ZERO = new Vec(0, 0);
                  public Vec {
                    if (Double.isNaN(x) || Double.isNaN(y)) { throw new IllegalArgumentException("NaN in " + x + ", " + y); }
                  }
                  Vec(double both) { this(both, 2 * both); }
                  Vec plus(Vec other) { return new Vec(x + other.x, y + other.y); }
                  Vec times(double s) { return new Vec(s * x, s * y); }
                  double dot(Vec other) { return x * other.x + y * other.y; }
                  double norm() { return Math.sqrt(dot(this)); }
                  static Vec of(double... xs) { return xs.length == 1 ? new Vec(xs[0]) : new Vec(xs[0], xs[1]); }
                  static Vec sum(Vec... all) {
                    Vec total = ZERO;
                    for (Vec each : all) { total = total.plus(each); }
                    return total;
                  }
                }
                """, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  record Pair<A, B>(A first, B second) {}
                  @Differentiable
                  static double f(Vec[] vs) {
                    Vec[] doubled = new Vec[vs.length];
                    for (int i = 0; i < vs.length; i++) { doubled[i] = vs[i].times(2).plus(Vec.of(vs[i].x())); }
                    Pair<Vec, Pair<Vec, Double>> pair = new Pair<>(Vec.sum(doubled), new Pair<>(Vec.sum(vs[0], Vec.of(1, 2)), vs[1].y()));
                    return pair.first().norm() * pair.second().first().dot(vs[1]) + pair.second().second();
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Vec[] vs(double[] p) { return new Vec[] {new Vec(p[0], p[1]), new Vec(p[2], p[3])}; }
                  static double value(double[] p) { return Model.f(vs(p)); }
                  static double[] gradient(double[] p) {
                    Vec[] g = ModelDerivatives.fGradient(vs(p));
                    return new double[] {g[0].x(), g[0].y(), g[1].x(), g[1].y()};
                  }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.fJvp(vs(p), vs(d)); }
                }
                """);
    }

    @Test
    void recordsAsResults() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  public record State(double t, double[] u) {}
                  @Differentiable
                  static State step(State s, double h) {
                    double[] next = new double[s.u().length];
                    for (int i = 0; i < next.length; i++) { next[i] = s.u()[i] + h * Math.sin(s.u()[i] * s.t()); }
                    return new State(s.t() + h, next);
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                import demo.Model.State;
                final class Use {
                  static State state(double[] p) { return new State(p[0], new double[] {p[1], p[2]}); }
                  static double value(double[] p) {
                    State s = Model.step(state(p), p[3]);
                    return 2 * s.t() + 3 * s.u()[0] - s.u()[1];
                  }
                  static double[] gradient(double[] p) {
                    State seed = new State(2, new double[] {3, -1});
                    var g = ModelDerivatives.stepVjp(state(p), p[3], seed);
                    return new double[] {g.s().t(), g.s().u()[0], g.s().u()[1], g.h()};
                  }
                  static double forward(double[] p, double[] d) {
                    State s = ModelDerivatives.stepJvp(state(p), state(d), p[3], d[3]);
                    return 2 * s.t() + 3 * s.u()[0] - s.u()[1];
                  }
                }
                """);
    }

    @Test
    void methodOfARecordBySelf() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Lens.java
                package demo;
                import org.atled.*;
                public record Lens(double n, double r, double[] aspheric) {
                  @Differentiable
                  public double sag(double h) {
                    double c = 1 / r;
                    double base = c * h * h / (1 + Math.sqrt(1 - n * c * c * h * h));
                    double power = h * h * h * h;
                    for (double a : aspheric) { base += a * power; power *= h * h; }
                    return base;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Lens lens(double[] p) { return new Lens(p[0], p[1], new double[] {p[2]}); }
                  static double value(double[] p) { return lens(p).sag(p[3]); }
                  static double[] gradient(double[] p) {
                    LensDerivatives.SagGradient g = LensDerivatives.sagGradient(lens(p), p[3]);
                    return new double[] {g.lens().n(), g.lens().r(), g.lens().aspheric()[0], g.h()};
                  }
                  static double forward(double[] p, double[] d) { return LensDerivatives.sagJvp(lens(p), lens(d), p[3], d[3]); }
                }
                """);
    }
}
