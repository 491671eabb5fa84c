package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Object graphs with sharing and cycles: one shadow for each identity, whichever way leads there. */
final class ObjectGraphsTest {
    private static final String NODE = """
            // demo/Node.java
            package demo;
            import org.atled.*;
            public class Node {
              double w;
              Node next;
              Node(double w) { this.w = w; }
              Node self() { return this; }
              Node scale(double s) { w *= s; return this; }
              @Differentiable
              double walk(double x, int steps) {
                Node at = this;
                double sum = 0;
                for (int i = 0; i < steps; i++) {
                  sum = sum * x + at.w * at.w;
                  at.w += 0.1 * x;
                  at = at.next;
                }
                return sum;
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void nodeThatIsItsOwnNext() throws Exception {
        ObjectGradients own = ObjectGradients.of(folder, NODE, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Node node(double[] p) { Node n = new Node(p[0]); n.next = n; return n; }
                  static double value(double[] p) { return node(p).walk(p[1], 3); }
                  static double[] gradient(double[] p) {
                    var g = NodeDerivatives.walkGradient(node(p), p[1], 3);
                    return new double[] {g.node().w(), g.x(), 0, 0};
                  }
                  static double forward(double[] p, double[] d) {
                    Node node = node(p);
                    var t = NodeDerivatives.NodeTangent.zerosLike(node).w(d[0]);
                    return NodeDerivatives.walkJvp(node, t, p[1], d[1], 3);
                  }
                  static boolean oneShadow(double[] p) {
                    var g = NodeDerivatives.walkGradient(node(p), p[1], 3).node();
                    return g.next().shadow() == g.shadow() && g.next().next().equals(g);
                  }
                }
                """);
        own.check();
        assertThat(own.call("oneShadow", ObjectGradients.AT)).isEqualTo(true);
    }

    @Test
    void ringOfThreeNodes() throws Exception {
        ObjectGradients.check(folder, NODE, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Node ring(double[] p) {
                    Node a = new Node(p[0]);
                    a.next = new Node(p[1]);
                    a.next.next = new Node(p[2]);
                    a.next.next.next = a;
                    return a;
                  }
                  static double value(double[] p) { return ring(p).walk(p[3], 8); }
                  static double[] gradient(double[] p) {
                    var g = NodeDerivatives.walkGradient(ring(p), p[3], 8);
                    return new double[] {g.node().w(), g.node().next().w(), g.node().next().next().w(), g.x()};
                  }
                  static double forward(double[] p, double[] d) {
                    Node a = ring(p);
                    var t = NodeDerivatives.NodeTangent.zerosLike(a).w(d[0]);
                    t.next().w(d[1]);
                    t.next().next().w(d[2]);
                    return NodeDerivatives.walkJvp(a, t, p[3], d[3], 8);
                  }
                }
                """);
    }

    @Test
    void longListDoesNotOverflowTheStack() throws Exception {
        ObjectGradients.check(folder, NODE, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Node list(double[] p) {
                    Node first = new Node(p[0]), last = first;
                    for (int i = 0; i < 100_000; i++) { last.next = new Node(0); last = last.next; }
                    last.next = first;
                    return first;
                  }
                  static double value(double[] p) { return list(p).walk(0.1 * p[1], 3); }
                  static double[] gradient(double[] p) {
                    var g = NodeDerivatives.walkGradient(list(p), 0.1 * p[1], 3);
                    return new double[] {g.node().w(), 0.1 * g.x(), 0, 0};
                  }
                  static double forward(double[] p, double[] d) {
                    Node first = list(p);
                    var t = NodeDerivatives.NodeTangent.zerosLike(first).w(d[0]);
                    return NodeDerivatives.walkJvp(first, t, 0.1 * p[1], 0.1 * d[1], 3);
                  }
                }
                """);
    }

    @Test
    void aliasesThroughFieldsCollectionsAndReturnedThis() throws Exception {
        ObjectGradients.check(folder, NODE, """
                // demo/Model.java
                package demo;
                import java.util.*;
                import org.atled.*;
                public final class Model {
                  static final class Two {
                    final Node left, right;
                    double[] a, b;
                    final List<Node> all = new ArrayList<>();
                    final Map<String, double[]> named = new HashMap<>();
                    Two(Node left, Node right) { this.left = left; this.right = right; }
                  }
                  @Differentiable
                  static double f(Two two) {
                    two.left.w = two.left.w * two.right.w;
                    two.right.self().w += Math.sin(two.left.w);
                    two.all.get(0).scale(3).scale(two.all.get(1).w).w *= 0.5;
                    two.a[0] *= two.b[0];
                    two.b[1] += two.a[0] * two.right.w;
                    two.named.get("a")[1] *= two.named.get("b")[0];
                    return two.left.w + two.a[0] * two.b[1];
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Model.Two two(double[] p) {
                    Node n = new Node(p[0]);
                    Model.Two two = new Model.Two(n, n);
                    two.a = two.b = new double[] {p[1], p[2]};
                    two.all.add(n);
                    two.all.add(n);
                    two.named.put("a", two.a);
                    two.named.put("b", two.b);
                    return two;
                  }
                  static double value(double[] p) { return Model.f(two(p)); }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.fGradient(two(p));
                    if (g.a() != g.b() || g.named().get("a") != g.a() || !g.left().equals(g.right())) { throw new AssertionError(); }
                    return new double[] {g.right().w(), g.a()[0], g.b()[1], 0};
                  }
                  static double forward(double[] p, double[] d) {
                    Model.Two two = two(p);
                    var t = ModelDerivatives.TwoTangent.zerosLike(two);
                    t.left().w(d[0]);
                    t.a()[0] = d[1];
                    t.a()[1] = d[2];
                    return ModelDerivatives.fJvp(two, t);
                  }
                }
                """);
    }

    @Test
    void oneObjectForTwoParametersAndAField() throws Exception {
        ObjectGradients.check(folder, NODE, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double f(Node a, Node b, double[] x) {
                    a.w *= x[0];
                    b.w += a.w * x[1];
                    return a.next.w * b.w + x[0];
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Node node(double[] p) { Node n = new Node(p[0]); n.next = n; return n; }
                  static double value(double[] p) { Node n = node(p); return Model.f(n, n, new double[] {p[1], p[2]}); }
                  static double[] gradient(double[] p) {
                    Node n = node(p);
                    var g = ModelDerivatives.fGradient(n, n, new double[] {p[1], p[2]});
                    if (!g.a().equals(g.b())) { throw new AssertionError(); }
                    return new double[] {g.a().w(), g.x()[0], g.x()[1], 0};
                  }
                  static double forward(double[] p, double[] d) {
                    Node n = node(p);
                    var t = ModelDerivatives.NodeTangent.zerosLike(n).w(d[0]);
                    return ModelDerivatives.fJvp(n, t, n, t, new double[] {p[1], p[2]}, new double[] {d[1], d[2]});
                  }
                }
                """);
    }
}
