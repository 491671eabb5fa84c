package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language has to make classes with: inner, local, anonymous, generic, enum, varargs. */
final class ObjectLanguageTest {
    @TempDir
    Path folder;

    @Test
    void innerClassesAndTheirOuters() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Outer.java
                package demo;
                import org.atled.*;
                public class Outer {
                  private double scale;
                  private final double[] shared = new double[2];
                  Outer(double scale) { this.scale = scale; }
                  private double twice(double x) { return 2 * x * scale; }
                  public class Inner {
                    private double own;
                    Inner(double own) { this.own = own; }
                    class Innermost {
                      double deep;
                      Innermost(double deep) { this.deep = deep + scale; }
                      double all(double x) { return twice(x) * own + deep * scale * Outer.this.scale; }
                    }
                    @Differentiable
                    double f(double x) {
                      shared[0] = own * x;
                      Innermost innermost = new Innermost(own + x);
                      return innermost.all(shared[0]);
                    }
                  }
                  @Differentiable
                  double g(double x, double y) {
                    Inner inner = new Inner(x);
                    inner.own *= y;
                    return inner.f(y) + this.new Inner(y).own;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double value(double[] p) {
                    return new Outer(p[0]).new Inner(p[1]).f(p[2]) + new Outer(p[3]).g(p[0], p[1]);
                  }
                  static double[] gradient(double[] p) {
                    var f = Outer_InnerDerivatives.fGradient(new Outer(p[0]).new Inner(p[1]), p[2]);
                    var g = OuterDerivatives.gGradient(new Outer(p[3]), p[0], p[1]);
                    double outer = ((org.atled.Tangent) f.inner().reference(Outer.Inner.class, "this$0")).number(Outer.class, "scale");
                    return new double[] {outer + g.x(), f.inner().own() + g.y(), f.x(), g.outer().scale()};
                  }
                  static double forward(double[] p, double[] d) {
                    Outer.Inner inner = new Outer(p[0]).new Inner(p[1]);
                    var t = Outer_InnerDerivatives.InnerTangent.zerosLike(inner).own(d[1]);
                    ((org.atled.Tangent) t.reference(Outer.Inner.class, "this$0")).shadow().numbers[0] = d[0];
                    Outer outer = new Outer(p[3]);
                    var s = OuterDerivatives.OuterTangent.zerosLike(outer).scale(d[3]);
                    return Outer_InnerDerivatives.fJvp(inner, t, p[2], d[2]) + OuterDerivatives.gJvp(outer, s, p[0], d[0], p[1], d[1]);
                  }
                }
                """);
    }

    @Test
    void localAndAnonymousClasses() throws Exception {
        Gradients.model(folder, """
                interface Law { double at(double v); }
                static abstract class Base implements Law {
                  final double a;
                  Base(double a) { this.a = a; }
                  double half(double v) { return v / 2 * a; }
                }
                @Differentiable
                static double f(double[] x) {
                  double captured = x[0] * x[1];
                  Law anonymous = new Law() {
                    double calls = 1;
                    public double at(double v) { calls *= v; return captured * v * calls + x[2]; }
                  };
                  class Local extends Base {
                    double b;
                    Local(double b) { super(b * captured); this.b = b; }
                    public double at(double v) { return half(v) * b + captured; }
                  }
                  Law extended = new Base(x[1]) {
                    public double at(double v) { return half(v) * super.half(x[0]) + anonymous.at(v); }
                  };
                  return anonymous.at(x[1]) + anonymous.at(x[2]) + new Local(x[2]).at(x[0]) + extended.at(x[0]);
                }
                """);
    }

    @Test
    void enumsWithFieldsMethodsAndBodies() throws Exception {
        Gradients.model(folder, """
                enum Gas {
                  AIR(1.2), HELIUM(0.18) { @Override double pressure(double v) { return 3 * rate * v * v * v; } };
                  final double rate;
                  Gas(double rate) { this.rate = rate; }
                  double pressure(double v) { return rate * v * v; }
                  static final Gas[] ALL = values();
                }
                interface Op { double apply(double a, double b); }
                enum Ops implements Op {
                  PLUS { public double apply(double a, double b) { return a + b; } },
                  TIMES { public double apply(double a, double b) { return a * b; } };
                }
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  for (Gas gas : Gas.values()) { sum += gas.pressure(x[gas.ordinal()]); }
                  for (Op op : Ops.values()) { sum = op.apply(sum, x[2]); }
                  EnumMap<Gas, double[]> map = new EnumMap<>(Gas.class);
                  switch (Gas.valueOf("AIR")) {
                    case AIR -> sum *= x[0];
                    case HELIUM -> sum *= x[1];
                  }
                  return sum + Gas.ALL[1].pressure(x[0]);
                }
                """);
    }

    @Test
    void genericsWithBridges() throws Exception {
        Gradients.model(folder, """
                interface Monoid<T> { T zero(); T plus(T a, T b); }
                static final class Real implements Monoid<Double> {
                  public Double zero() { return 0.0; }
                  public Double plus(Double a, Double b) { return a + b; }
                }
                static final class Vector implements Monoid<double[]> {
                  public double[] zero() { return new double[2]; }
                  public double[] plus(double[] a, double[] b) { return new double[] {a[0] + b[0], a[1] + b[1]}; }
                }
                static class Box<T extends Comparable<T>> implements Comparable<Box<T>> {
                  T content;
                  Box(T content) { this.content = content; }
                  <S extends Comparable<S>> Box<S> map(Function<? super T, ? extends S> g) { return new Box<>(g.apply(content)); }
                  T get() { return content; }
                  @Override public int compareTo(Box<T> other) { return content.compareTo(other.content); }
                }
                @SafeVarargs
                static <T> T fold(Monoid<T> m, T... all) {
                  T total = m.zero();
                  for (T each : all) { total = m.plus(total, each); }
                  return total;
                }
                static <T extends Comparable<T>> T max(T a, T b) { return a.compareTo(b) >= 0 ? a : b; }
                @Differentiable
                static double f(double[] x) {
                  double real = fold(new Real(), x[0], x[1], x[2] * x[0]);
                  double[] vector = fold(new Vector(), x, new double[] {x[1], x[2]});
                  Box<Double> box = new Box<>(x[0]).map(v -> v * x[1]);
                  Box<Double> larger = max(box, new Box<>(x[2]));
                  return real * vector[0] + vector[1] * larger.get() + max(x[0], x[1]) * x[1];
                }
                """);
    }

    @Test
    void varargsAndArraysOfObjects() throws Exception {
        Gradients.model(folder, """
                static final class P { double m; P(double m) { this.m = m; } P twice() { m *= 2; return this; } }
                static double sum(P... ps) { double s = 0; for (P p : ps) { s += p.m * p.m; } return s; }
                static double product(double first, double... rest) { for (double r : rest) { first *= r; } return first; }
                @Differentiable
                static double f(double[] x) {
                  P[] ps = new P[3];
                  for (int i = 0; i < 3; i++) { ps[i] = new P(x[i]); }
                  P[][] grid = {ps, {ps[0], new P(x[1])}};
                  grid[1][0].twice().twice();
                  P kept = ps[1];
                  ps[1] = ps[2];
                  kept.m *= x[0];
                  P[] copy = ps.clone();
                  copy[2].m += kept.m;
                  return sum(ps) + sum(grid[1]) * product(x[0]) + product(x[0], x[1], x[2]) + sum() + sum(kept);
                }
                """);
    }

    @Test
    void constructorsThatChainAndInitialize() throws Exception {
        Gradients.model(folder, """
                static class A {
                  double a = 2; double[] buffer = {1, 2, 3}; final double[] given; int n;
                  { n = 3; }
                  A() { this(1); }
                  A(double a) { this(a, new double[] {a, a * a}); }
                  A(double a, double[] given) { this.a *= a; this.given = given; for (int i = 0; i < n; i++) { buffer[i] *= a; } }
                  double get() { return a + buffer[2] + given[given.length - 1]; }
                }
                static class B extends A {
                  final A other; double b;
                  B(double b) { super(b * b); other = new A(b); this.b = b > 0 ? helper(b) : -b; }
                  private static double helper(double b) { return Math.sin(b); }
                  double get() { return super.get() * other.get() + b; }
                }
                static A make(double v) { return v > 0 ? new B(v) : new A(v); }
                @Differentiable
                static double f(double[] x) {
                  A a = new A();
                  a.a = x[0];
                  return make(x[0]).get() + make(x[2]).get() * a.get() + new B(x[1]).other.buffer[1];
                }
                """);
    }

    @Test
    void fieldInitializersStaticNestingAndConstants() throws Exception {
        Gradients.model(folder, """
                static final double G = 9.81;
                static final double[] TABLE = {1, 2, 3};
                static final Map<String, Double> NAMED = Map.of("a", 2.0);
                static int counter;
                static final class Config {
                  static final Config DEFAULT = new Config(3);
                  final double rate;
                  Config(double rate) { this.rate = rate; }
                }
                static final class State {
                  double t; double[] u; Config config = Config.DEFAULT;
                  State(double[] u) { this.u = u.clone(); }
                  State next(double h) { State s = new State(u); s.t = t + h; s.u[0] += 0.01 * h * G * config.rate * TABLE[1] * NAMED.get("a"); return s; }
                }
                @Differentiable
                static double f(double[] x) {
                  State s = new State(x);
                  for (int i = 0; i < 3; i++) { counter++; s = s.next(x[1] * x[2]); }
                  return s.u[0] * s.u[0] + s.t;
                }
                """);
    }
}
