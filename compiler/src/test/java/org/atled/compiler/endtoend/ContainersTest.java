package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, maps and boxes as parameters. */
final class ContainersTest {
    @TempDir
    Path folder;

    private void check(String signature, String body, String make, String gradient) throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import java.util.*;
                import org.atled.*;
                public final class Model {
                  static final class P { double m; double[] x = new double[1]; P(double m, double x) { this.m = m; this.x[0] = x; } }
                  record R(double m, double x) {}
                  @Differentiable
                  static double f(%s c) {
                    %s
                  }
                }
                """.formatted(signature, body), """
                // demo/Use.java
                package demo;
                import java.util.*;
                import demo.Model.*;
                final class Use {
                  static %1$s make(double[] p) { return %2$s; }
                  static double value(double[] p) { return Model.f(make(p)); }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.fGradient(make(p));
                    return new double[] {%3$s};
                  }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.fJvp(make(p), make(d)); }
                }
                """.formatted(signature, make, gradient));
    }

    @Test
    void listOfDoubles() throws Exception {
        check(
                "List<Double>",
                """
                double sum = 0;
                for (double each : c) { sum += each * each; }
                for (int i = 1; i < c.size(); i++) { sum += c.get(i) * c.get(i - 1); }
                return sum;
                """,
                "new ArrayList<>(List.of(p[0], p[1], p[2], p[3]))",
                "g.get(0), g.get(1), g.get(2), g.get(3)");
    }

    @Test
    void unmodifiableListOfDoubles() throws Exception {
        check(
                "List<Double>",
                "double sum = 1; for (Double each : c) { sum *= each; } return sum + c.get(2);",
                "List.of(p[0], p[1], p[2], p[3])",
                "g.get(0), g.get(1), g.get(2), g.get(3)");
    }

    @Test
    void listOfArrays() throws Exception {
        check(
                "List<double[]>",
                """
                double[] last = c.get(c.size() - 1);
                c.get(0)[0] *= last[1];
                double sum = 0;
                for (double[] row : c) { for (double each : row) { sum += Math.sin(each) * last[0]; } }
                return sum;
                """,
                "List.of(new double[] {p[0], p[1]}, new double[] {p[2], p[3]})",
                "g.get(0)[0], g.get(0)[1], g.get(1)[0], g.get(1)[1]");
    }

    @Test
    void mapOfArrays() throws Exception {
        check(
                "Map<String, double[]>",
                """
                double sum = c.get("a")[0] * c.get("b")[0];
                for (Map.Entry<String, double[]> each : c.entrySet()) { sum += each.getKey().length() * each.getValue()[1] * each.getValue()[0]; }
                return sum;
                """,
                "new HashMap<>(Map.of(\"a\", new double[] {p[0], p[1]}, \"b\", new double[] {p[2], p[3]}))",
                "g.get(\"a\")[0], g.get(\"a\")[1], g.get(\"b\")[0], g.get(\"b\")[1]");
    }

    @Test
    void mapOfDoubles() throws Exception {
        check(
                "Map<Integer, Double>",
                """
                double sum = c.get(0) * c.getOrDefault(1, 1.0) * c.getOrDefault(9, 2.0);
                for (double each : c.values()) { sum += each * each; }
                for (int key : c.keySet()) { sum += key * Math.exp(c.get(key)); }
                return sum;
                """,
                "new TreeMap<>(Map.of(0, p[0], 1, p[1], 2, p[2], 3, p[3]))",
                "g.get(0), g.get(1), g.get(2), g.get(3)");
    }

    @Test
    void arrayOfBoxes() throws Exception {
        check("Double[]", """
                c[0] = c[0] * c[1];
                Double boxed = c[2];
                boxed += c[0];
                return boxed * c[3] + c[2];
                """, "new Double[] {p[0], p[1], p[2], p[3]}", "g[0], g[1], g[2], g[3]");
    }

    @Test
    void listOfRecords() throws Exception {
        check(
                "List<R>",
                "double sum = 0; for (R r : c) { sum += r.m() * r.x(); } return sum * c.get(0).x();",
                "List.of(new R(p[0], p[1]), new R(p[2], p[3]))",
                "g.get(0).m(), g.get(0).x(), g.get(1).m(), g.get(1).x()");
    }

    @Test
    void listOfLists() throws Exception {
        check(
                "List<List<Double>>",
                "double sum = 0; for (List<Double> row : c) { for (double v : row) { sum += v * row.get(0); } } return sum;",
                "List.of(List.of(p[0], p[1]), List.of(p[2], p[3]))",
                "g.get(0).get(0), g.get(0).get(1), g.get(1).get(0), g.get(1).get(1)");
    }

    @Test
    void containersOfObjects() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import java.util.*;
                import org.atled.*;
                public final class Model {
                  static final class P { double m; double[] x = new double[1]; P(double m, double x) { this.m = m; this.x[0] = x; } }
                  @Differentiable
                  static double f(P[] ps, Map<String, P> named, Deque<P> queue) {
                    double sum = 0;
                    for (P p : ps) { p.m += 1; sum += p.m * p.x[0]; }
                    for (P p : named.values()) { p.x[0] *= 2; sum += p.m * p.x[0]; }
                    while (!queue.isEmpty()) { P p = queue.poll(); sum += p.m * sum; }
                    return sum;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                import java.util.*;
                import demo.Model.*;
                final class Use {
                  static double value(double[] p) {
                    P a = new P(p[0], p[1]), b = new P(p[2], p[3]);
                    return Model.f(new P[] {a, b, a}, new HashMap<>(Map.of("b", b)), new ArrayDeque<>(List.of(a, b)));
                  }
                  static double[] gradient(double[] p) {
                    P a = new P(p[0], p[1]), b = new P(p[2], p[3]);
                    var g = ModelDerivatives.fGradient(new P[] {a, b, a}, new HashMap<>(Map.of("b", b)), new ArrayDeque<>(List.of(a, b)));
                    return new double[] {g.ps()[2].m(), g.ps()[0].x()[0], g.named().get("b").m(), g.ps()[1].x()[0]};
                  }
                  static double forward(double[] p, double[] d) {
                    P a = new P(p[0], p[1]), b = new P(p[2], p[3]);
                    P[] ps = {a, b, a};
                    var ta = ModelDerivatives.PTangent.zerosLike(a).m(d[0]);
                    ta.x()[0] = d[1];
                    var tb = ModelDerivatives.PTangent.zerosLike(b).m(d[2]);
                    tb.x()[0] = d[3];
                    return ModelDerivatives.fJvp(ps, new ModelDerivatives.PTangent[] {ta, tb, ta}, new HashMap<>(Map.of("b", b)),
                        Map.of("b", tb), new ArrayDeque<>(List.of(a, b)), List.of(ta, tb));
                  }
                }
                """);
    }
}
