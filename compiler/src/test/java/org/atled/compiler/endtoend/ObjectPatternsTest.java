package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How simulators use objects: builders, visitors, buffers that are swapped or made when first needed, iterators. */
final class ObjectPatternsTest {
    @TempDir
    Path folder;

    @Test
    void buffersThatAreSwappedAndMadeWhenFirstNeeded() throws Exception {
        Gradients.model(folder, """
                static final class Heat {
                  private double[] now, next; private double[] lazy; private double[][] history; private int step;
                  Heat(double[] start) { now = start.clone(); next = new double[start.length]; }
                  private double[] buffer() { if (lazy == null) { lazy = new double[now.length]; } return lazy; }
                  Heat step(double k) {
                    double[] b = buffer();
                    for (int i = 0; i < now.length; i++) { b[i] = k * now[i] * now[(i + 1) % now.length]; }
                    for (int i = 0; i < now.length; i++) { next[i] = now[i] + 0.1 * b[i]; }
                    double[] t = now; now = next; next = t;
                    if (history == null) { history = new double[4][]; }
                    history[step++] = now.clone();
                    return this;
                  }
                  double sum() { double s = 0; for (double[] row : history) { if (row != null) { for (double v : row) { s += v * v; } } } return s; }
                }
                @Differentiable
                static double f(double[] x) {
                  Heat heat = new Heat(x);
                  heat.step(x[0]).step(x[1]).step(x[2]);
                  return heat.sum() + heat.now[0] * heat.next[1];
                }
                """);
    }

    @Test
    void buildersVisitorsAndTrees() throws Exception {
        Gradients.model(folder, """
                interface Visitor<R> { R number(double v); R sum(Expr a, Expr b); R product(Expr a, Expr b); }
                interface Expr { <R> R accept(Visitor<R> visitor); }
                record Num(double v) implements Expr { public <R> R accept(Visitor<R> visitor) { return visitor.number(v); } }
                record Sum(Expr a, Expr b) implements Expr { public <R> R accept(Visitor<R> visitor) { return visitor.sum(a, b); } }
                record Product(Expr a, Expr b) implements Expr { public <R> R accept(Visitor<R> visitor) { return visitor.product(a, b); } }
                static final class Eval implements Visitor<Double> {
                  double scale = 1; int visits;
                  public Double number(double v) { visits++; return v * scale; }
                  public Double sum(Expr a, Expr b) { return a.accept(this) + b.accept(this); }
                  public Double product(Expr a, Expr b) { scale *= 1.5; return a.accept(this) * b.accept(this); }
                }
                static final class Builder {
                  private Expr at; private String name = "";
                  Builder(double v) { at = new Num(v); }
                  Builder plus(double v) { at = new Sum(at, new Num(v)); name += "+" + v; return this; }
                  Builder times(double v) { at = new Product(at, new Num(v)); return this; }
                  Expr build() { return at; }
                }
                @Differentiable
                static double f(double[] x) {
                  Expr e = new Builder(x[0]).plus(x[1]).times(x[2]).plus(x[0]).build();
                  Eval eval = new Eval();
                  double first = e.accept(eval);
                  return first * eval.scale + new Sum(e, e).accept(eval);
                }
                """);
    }

    @Test
    void comparisonsAndEquality() throws Exception {
        Gradients.model(folder, """
                static final class Grid implements Comparable<Grid> {
                  final double[][] rows; final double weight;
                  Grid(double weight, double[]... rows) { this.weight = weight; this.rows = rows; }
                  public int compareTo(Grid other) { return Double.compare(weight, other.weight); }
                  @Override public boolean equals(Object other) { return other instanceof Grid g && g.weight == weight; }
                  @Override public int hashCode() { return 7; }
                }
                @Differentiable
                static double f(double[] x) {
                  Grid a = new Grid(x[0], x, new double[] {x[1], x[2]}), b = new Grid(x[1], x.clone());
                  Grid larger = a.compareTo(b) > 0 ? a : b;
                  double sum = larger.weight * (a.equals(b) ? 2 : 3);
                  for (double[] row : a.rows) { row[0] += x[2]; for (double v : row) { sum += v * v; } }
                  for (double[] row : larger.rows) { sum *= row[1]; }
                  return sum;
                }
                """);
    }

    @Test
    void copiesAndArraysOfObjects() throws Exception {
        Gradients.model(folder, """
                static class P {
                  double m; double[] x; P link;
                  P(double m, double[] x) { this.m = m; this.x = x; }
                  P(P other) { this(other.m, other.x.clone()); link = other.link; }
                }
                @Differentiable
                static double f(double[] x) {
                  P p = new P(x[0], x), q = new P(p);
                  p.link = q.link = p;
                  P r = new P(p);
                  q.m *= x[1];
                  q.x[0] *= 3;
                  q.link.m += 1;
                  r.link.x[2] += r.m;
                  P[] all = {p, q, r}, shifted = new P[3];
                  System.arraycopy(all, 0, shifted, 1, 2);
                  shifted[0] = shifted[2];
                  double sum = 0;
                  for (P each : shifted) { sum += each.m * each.x[0] * each.x[2]; }
                  return sum + r.x[1] * p.m;
                }
                """);
    }

    @Test
    void genericSuperclassesProtectedFieldsAndStaticHelpers() throws Exception {
        Gradients.model(folder, """
                static abstract class Solver<S, R> {
                  protected double tolerance = 1e-12; protected final List<R> results = new ArrayList<>();
                  protected abstract S start(double[] x);
                  protected abstract S advance(S state, int i);
                  protected abstract R finish(S state);
                  final R run(double[] x, int n) {
                    S state = start(x);
                    for (int i = 0; i < n; i++) { state = advance(state, i); }
                    R result = finish(state);
                    results.add(result);
                    return result;
                  }
                }
                static final class Newton extends Solver<double[], Double> {
                  private double a;
                  @Override protected double[] start(double[] x) { a = x[0]; return new double[] {x[1], x[2]}; }
                  @Override protected double[] advance(double[] s, int i) {
                    DoubleUnaryOperator g = v -> v * v - a * a - 2;
                    double v = s[0] - g.applyAsDouble(s[0]) / (2 * s[0]);
                    return new double[] {v, s[1] * v};
                  }
                  @Override protected Double finish(double[] s) { return Math.abs(s[0]) < tolerance ? 0 : s[0] + s[1]; }
                }
                @Differentiable
                static double f(double[] x) {
                  Solver<double[], Double> solver = new Newton();
                  double one = solver.run(x, 2);
                  double two = solver.run(new double[] {x[2], x[0], one}, 1);
                  return one * two + solver.results.get(0) * solver.results.size();
                }
                """);
    }

    @Test
    void nullsDefaultsAndChoices() throws Exception {
        Gradients.model(folder, """
                static final class Opt { Double value; double[] table; Opt next; float single; }
                static double value(Opt o, double otherwise) { return o == null || o.value == null ? otherwise : o.value; }
                @Differentiable
                static double f(double[] x) {
                  Opt a = new Opt(), b = x[0] > 0 ? new Opt() : null, none = null;
                  a.value = x[1];
                  if (b != null) { b.next = a; b.table = x; b.single = (float) x[2]; }
                  Opt chosen = x[1] > 1 ? b : a;
                  Object any = x[2] > 5 ? a : chosen.table;
                  double sum = value(none, x[0]) * value(a, 3) + value(chosen.next, x[2]) * value(b, x[1] * x[1]);
                  if (any instanceof double[] t && t.length > 2) { sum *= t[2]; }
                  switch (b == null ? "none" : "some") {
                    case "some" -> sum += b.next.value * chosen.table[0];
                    default -> sum = 0;
                  }
                  a.value *= 2;
                  a.value++;
                  return sum + a.value;
                }
                """);
    }

    @Test
    void cloneOfAnObjectHasNoCode() throws Exception {
        Reports.model(folder, """
                static final class P implements Cloneable {
                  double m;
                  P copy() throws CloneNotSupportedException {
                    // error: [AtledNativeMethod] an active value is passed to Object.clone, which is native and has
                    //   no code to differentiate. Call a method written in Java instead.
                    //   through demo.Model.f: return p.copy().m;
                    return (P) super.clone();
                  }
                }
                @Differentiable
                static double f(double x) throws CloneNotSupportedException {
                  P p = new P();
                  p.m = x;
                  return p.copy().m;
                }
                """);
    }

    @Test
    void iteratorOfOnesOwnIsAnErrorAtTheCall() throws Exception {
        ObjectGradients own = ObjectGradients.of(folder, """
                // demo/Model.java
                package demo;
                import java.util.*;
                import org.atled.*;
                public final class Model implements Iterable<double[]> {
                  final double[][] rows;
                  Model(double[]... rows) { this.rows = rows; }
                  @Override public Iterator<double[]> iterator() {
                    return new Iterator<>() {
                      int at;
                      @Override public boolean hasNext() { return at < rows.length; }
                      @Override public double[] next() { return rows[at++]; }
                    };
                  }
                  @Differentiable
                  static double f(double[] x) {
                    double sum = 0;
                    for (double[] row : new Model(x, x)) { sum += row[0]; }
                    return sum;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double[] gradient(double[] p) { return ModelDerivatives.fGradient(p); }
                }
                """);
        assertThatThrownBy(() -> own.gradient(ObjectGradients.AT))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("values that are differentiated are in a container of class demo.Model$1, and where that"
                        + " puts its elements is not known. Keep them in an ArrayList, an ArrayDeque or a HashMap.");
    }
}
