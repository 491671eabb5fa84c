package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as values: made in the method, passed in, stored, returned. */
final class FunctionObjectsTest {
    @TempDir
    Path folder;

    @Test
    void functionsThatReturnFunctions() throws Exception {
        Gradients.model(folder, """
                static DoubleUnaryOperator plus(double a) { return y -> a + y; }
                static Function<Double, Function<Double, Double>> curried() { return a -> b -> a * b * b; }
                static DoubleUnaryOperator twice(DoubleUnaryOperator g) { return g.andThen(g); }
                static DoubleUnaryOperator power(DoubleUnaryOperator g, int n) {
                  DoubleUnaryOperator result = DoubleUnaryOperator.identity();
                  for (int i = 0; i < n; i++) { DoubleUnaryOperator before = result; result = v -> g.applyAsDouble(before.applyAsDouble(v)); }
                  return result;
                }
                @Differentiable
                static double f(double[] x) {
                  DoubleUnaryOperator sine = Math::sin;
                  double a = plus(x[0]).applyAsDouble(x[1]) * curried().apply(x[1]).apply(x[2]);
                  double b = twice(v -> v * v * x[2]).compose(plus(x[1])).applyAsDouble(x[0]);
                  return a + b + power(v -> v * x[0] + 1, 3).applyAsDouble(x[2]) + sine.applyAsDouble(x[0]);
                }
                """);
    }

    @Test
    void functionsMadeByMethodsWithoutActiveArguments() throws Exception {
        Gradients.model(folder, """
                interface Law { double at(double v); default Law twice() { return v -> 2 * at(v); } }
                static Law law(int kind, int depth) {
                  if (depth > 0) { return law(kind, depth - 1).twice(); }
                  switch (kind) {
                    case 0: return v -> v * v;
                    case 1: return Math::sin;
                    case 2: return Model::cube;
                    case 3: { double a = depth + 2; return v -> a * v; }
                    default: return new Law() { public double at(double v) { return v + 1; } };
                  }
                }
                private static double cube(double v) { return v * v * v; }
                static final class Holder { Law law; }
                static void give(Holder holder, int kind) { holder.law = kind > 1 ? law(kind, 2) : law(kind, 0); }
                @Differentiable
                static double f(double[] x) {
                  double sum = 0;
                  Holder holder = new Holder();
                  for (int i = 0; i < 5; i++) {
                    sum += law(i, 0).at(x[0]) * law(i, 1).at(x[1]);
                    give(holder, i);
                    sum = sum * x[2] + holder.law.at(x[2]);
                  }
                  List<DoubleUnaryOperator> all = List.of(DoubleUnaryOperator.identity(), Math::exp);
                  for (DoubleUnaryOperator each : all) { sum += each.applyAsDouble(x[1]); }
                  return sum;
                }
                """);
    }

    @Test
    void functionsStoredInFieldsArraysAndLists() throws Exception {
        Gradients.model(folder, """
                interface Basis { double at(double[] p, int i); }
                static final class Fit {
                  final Basis basis; final List<DoubleUnaryOperator> terms = new ArrayList<>(); ToDoubleFunction<double[]> norm;
                  Fit(Basis basis) { this.basis = basis; }
                  double loss(double[] p) {
                    double sum = 0;
                    for (int i = 0; i < p.length; i++) { sum += basis.at(p, i); }
                    for (DoubleUnaryOperator term : terms) { sum += term.applyAsDouble(sum); }
                    return sum * norm.applyAsDouble(p);
                  }
                  static double square(double v) { return v * v; }
                  double own(double v) { return v * 3; }
                }
                @Differentiable
                static double f(double[] x) {
                  Fit fit = new Fit((p, i) -> p[i] * x[0]);
                  double shift = x[1];
                  fit.terms.add(v -> v + shift);
                  fit.terms.add(Fit::square);
                  fit.terms.add(fit::own);
                  fit.norm = p -> { double s = 0; for (double each : p) { s += each * each; } return s; };
                  DoubleBinaryOperator[] ops = {(a, b) -> a * b, Math::max, Double::sum};
                  double result = fit.loss(x);
                  for (DoubleBinaryOperator op : ops) { result = op.applyAsDouble(result, x[2]); }
                  Supplier<double[]> made = () -> new double[] {x[0] * x[1]};
                  Function<Double, Box> box = Box::new;
                  return result + made.get()[0] * box.apply(x[2]).v;
                }
                static final class Box { final double v; Box(double v) { this.v = v; } }
                """);
    }

    private static final String INTEGRATE = """
            // demo/Model.java
            package demo;
            import java.util.function.*;
            import org.atled.*;
            public final class Model {
              @Differentiable
              static double integral(DoubleUnaryOperator g, double a, double b) {
                double sum = 0, h = (b - a) / 10;
                for (int i = 0; i < 10; i++) { sum += h * g.applyAsDouble(a + (i + 0.5) * h); }
                return sum;
              }
            }
            """;

    private static final String GAUSS = """
            // demo/Gauss.java
            package demo;
            final class Gauss implements java.util.function.DoubleUnaryOperator {
              final double mean, width;
              Gauss(double mean, double width) { this.mean = mean; this.width = width; }
              @Override public double applyAsDouble(double x) { return Math.exp(-(x - mean) * (x - mean) / width); }
            }
            """;

    @Test
    void objectOfAProjectClassPassedInAsFunction() throws Exception {
        ObjectGradients.check(folder, INTEGRATE, GAUSS, """
                // demo/Use.java
                package demo;
                final class Use {
                  static final Gauss GAUSS = new Gauss(0.5, 2);
                  static double value(double[] p) { return Model.integral(GAUSS, p[0], p[1]); }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.integralGradient(GAUSS, p[0], p[1]);
                    return new double[] {g.a(), g.b(), 0, 0};
                  }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.integralJvp(GAUSS, p[0], d[0], p[1], d[1]); }
                }
                """);
    }

    @Test
    void functionWithParametersOfItsOwnInAnObject() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import java.util.function.*;
                import org.atled.*;
                public final class Model {
                  DoubleUnaryOperator g;
                  Model(DoubleUnaryOperator g) { this.g = g; }
                  @Differentiable
                  double at(double x) { return g.applyAsDouble(x) * x; }
                }
                """, GAUSS, """
                // demo/Use.java
                package demo;
                import org.atled.*;
                final class Use {
                  static Model model(double[] p) { return new Model(new Gauss(p[0], p[1])); }
                  static double value(double[] p) { return model(p).at(p[2]); }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.atGradient(model(p), p[2]);
                    Tangent gauss = (Tangent) g.model().reference(Model.class, "g");
                    return new double[] {gauss.number(Gauss.class, "mean"), gauss.number(Gauss.class, "width"), g.x(), 0};
                  }
                  static double forward(double[] p, double[] d) {
                    Model model = model(p);
                    var t = ModelDerivatives.ModelTangent.zerosLike(model);
                    var gauss = ((Tangent) t.reference(Model.class, "g")).shadow();
                    gauss.numbers[0] = d[0];
                    gauss.numbers[1] = d[1];
                    return ModelDerivatives.atJvp(model, t, p[2], d[2]);
                  }
                }
                """);
    }

    @Test
    void functionOfTheJdkPassedInFromOutsideIsAnErrorAtTheCall() throws Exception {
        ObjectGradients lambda = ObjectGradients.of(folder, INTEGRATE, GAUSS, """
                // demo/Use.java
                package demo;
                import java.util.function.*;
                final class Use {
                  static double[] gradient(double[] p) {
                    DoubleUnaryOperator sine = Math::sin;
                    ModelDerivatives.integralGradient(sine.andThen(v -> v * v), p[1], p[2]);
                    return p;
                  }
                  static double[] identity(double[] p) {
                    ModelDerivatives.integralGradient(DoubleUnaryOperator.identity(), p[1], p[2]);
                    return p;
                  }
                }
                """);
        for (String call : List.of("gradient", "identity")) {
            assertThatThrownBy(() -> lambda.call(call, ObjectGradients.AT))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith(
                            "the derivative of applyAsDouble of java.util.function.DoubleUnaryOperator$$")
                    .hasMessageEndingWith(" is not known: a lambda made by a library, or by a class that the build did"
                            + " not make ready, cannot be differentiated. Write it as a lambda or a class of the"
                            + " project, and build the project with the goal atled:differentiate.");
        }
    }
}
