package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructors that change more than their object, or hand out {@code this}: they must not run twice. */
final class ConstructorsThatActTest {
    @TempDir
    Path folder;

    @Test
    void whatTheyAreGivenIsChangedOnce() throws Exception {
        Gradients.model(folder, """
                static final class Normalized {
                  final double[] values; private final double norm; static int count;
                  Normalized(double[] values) {
                    double sum = 0;
                    for (double each : values) { sum += each * each; }
                    for (int i = 0; i < values.length; i++) { values[i] /= sum; }
                    this.values = values;
                    norm = sum;
                    count++;
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  double[] copy = x.clone();
                  int before = Normalized.count;
                  Normalized once = new Normalized(copy);
                  Normalized twice = new Normalized(copy);
                  if (Normalized.count != before + 2) { throw new IllegalStateException(); }
                  return once.values[0] * once.norm + twice.values[1] * twice.norm * copy[2];
                }
                """);
    }

    @Test
    void theyDraw() throws Exception {
        Gradients.model(folder, """
                static final class Item {
                  final double value; final int drawn;
                  Item(double value, Random random) { drawn = random.nextInt(1000); this.value = value * drawn / 1000; }
                }
                @Differentiable
                static double f(double[] x) {
                  Random random = new Random(1);
                  Item one = new Item(x[0], random);
                  return one.value * new Item(x[1], random).value + random.nextInt(7) * x[2];
                }
                """);
    }

    @Test
    void theyHandOutThis() throws Exception {
        Gradients.model(folder, """
                static class Node {
                  final List<Node> children = new ArrayList<>(); final Node parent; final double w;
                  final DoubleUnaryOperator scaled = v -> v * weight();
                  double weight() { return w; }
                  Node(Node parent, double w) {
                    this.w = w;
                    this.parent = parent;
                    if (parent != null) { parent.children.add(this); }
                    prepare();
                  }
                  double prepared;
                  void prepare() { prepared = scaled.applyAsDouble(w) + (parent == null ? 0 : parent.prepared); }
                  double total(double v) {
                    double sum = scaled.applyAsDouble(v) + prepared;
                    for (Node child : children) { sum += child.total(sum); }
                    return sum;
                  }
                }
                static final class Leaf extends Node {
                  private final double own;
                  Leaf(Node parent, double w) { super(parent, w > 0 ? w * 2 : w); own = w * w; }
                  @Override void prepare() { super.prepare(); prepared *= 3; }
                  @Override double total(double v) { return super.total(v) * own; }
                }
                @Differentiable
                static double f(double[] x) {
                  Node root = new Node(null, x[0]);
                  new Leaf(root, x[1]);
                  new Leaf(new Node(root, x[2]), x[0] * x[1]);
                  return root.total(x[2]);
                }
                """);
    }

    @Test
    void theyThrow() throws Exception {
        Gradients.model(folder, """
                static final class Checked {
                  final double v;
                  Checked(double v) {
                    if (v < 0) { throw new IllegalArgumentException("negative"); }
                    this.v = v * v;
                  }
                }
                static final class Entry {
                  final double v; final double[] log;
                  Entry(double[] log, double v) {
                    log[0] += v * v;
                    if (v < 0) { throw new IllegalArgumentException("negative"); }
                    this.v = Math.sqrt(v);
                    this.log = log;
                    log[1] *= this.v;
                  }
                }
                @Differentiable
                static double f(double[] x) {
                  double[] log = {1, 1};
                  double sum = 0;
                  for (double each : x) {
                    try { sum += new Checked(each).v; } catch (IllegalArgumentException negative) { sum *= log[0]; }
                    try { sum += new Entry(log, each).v; } catch (IllegalArgumentException negative) { sum *= log[0]; }
                  }
                  return sum * log[0] + log[1];
                }
                """);
    }
}
