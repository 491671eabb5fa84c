package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas that the user's own code makes, before a derivative is asked for: in constants, enums, fields and arguments. */
final class StoredFunctionsTest {
    @TempDir
    Path folder;

    @Test
    void constants() throws Exception {
        Gradients.model(folder, """
                static final DoubleUnaryOperator SQUARE = v -> v * v;
                static final DoubleUnaryOperator SINE = Math::sin;
                static final DoubleBinaryOperator[] OPS = {(a, b) -> a * b, Math::max, Double::sum, Model::mix};
                static final Function<Double, Double> BOXED = v -> v * 3;
                static final UnaryOperator<DoubleUnaryOperator> TWICE = g -> v -> g.applyAsDouble(g.applyAsDouble(v));
                static final double K = Math.sqrt(2);
                static final DoubleUnaryOperator SCALED = scaled(K);
                static DoubleUnaryOperator scaled(double k) { return v -> k * SQUARE.applyAsDouble(v); }
                private static double mix(double a, double b) { return a - b * b; }
                interface Law { double at(double v); Law CUBE = v -> v * v * v; default Law twice() { return v -> 2 * at(v); } }
                @Differentiable
                static double f(double[] x) {
                  double y = SQUARE.applyAsDouble(x[0]) + SINE.applyAsDouble(x[1]) + BOXED.apply(x[2]);
                  for (DoubleBinaryOperator op : OPS) { y = op.applyAsDouble(y, x[2]); }
                  return y + TWICE.apply(SQUARE).applyAsDouble(x[0]) * SCALED.applyAsDouble(x[1]) + Law.CUBE.twice().at(x[0]);
                }
                """);
    }

    @Test
    void enumConstants() throws Exception {
        Gradients.model(folder, """
                enum Op {
                  PLUS((a, b) -> a + b), TIMES((a, b) -> a * b), LESS(Op::less),
                  POWER(null) { @Override double apply(double a, double b) { return Math.pow(a * a + 1, b); } };
                  private final DoubleBinaryOperator code;
                  Op(DoubleBinaryOperator code) { this.code = code; }
                  private static double less(double a, double b) { return a - b; }
                  double apply(double a, double b) { return code.applyAsDouble(a, b); }
                }
                static final EnumMap<Op, DoubleUnaryOperator> AFTER = new EnumMap<>(Map.of(Op.PLUS, v -> v * v, Op.TIMES, Math::exp));
                @Differentiable
                static double f(double[] x) {
                  double y = x[0];
                  for (Op op : Op.values()) {
                    y = op.apply(y, x[1]) * Op.valueOf("TIMES").code.applyAsDouble(x[2], x[0]);
                  }
                  return y;
                }
                """);
    }

    @Test
    void mapsAndListsOfFunctions() throws Exception {
        Gradients.model(folder, """
                static final Map<String, DoubleUnaryOperator> BY_NAME = Map.of("square", v -> v * v, "sine", Math::sin);
                static final List<DoubleUnaryOperator> IN_ORDER = new ArrayList<>();
                static final Map<String, Function<double[], Double>> OF_ARRAYS = new HashMap<>();
                static {
                  IN_ORDER.add(v -> v + 1);
                  IN_ORDER.add(Math::exp);
                  OF_ARRAYS.put("norm", p -> { double s = 0; for (double each : p) { s += each * each; } return s; });
                }
                @Differentiable
                static double f(double[] x) {
                  double y = BY_NAME.get("square").applyAsDouble(x[0]) + BY_NAME.get("sine").applyAsDouble(x[1]);
                  for (DoubleUnaryOperator each : IN_ORDER) { y = each.applyAsDouble(y) * x[2]; }
                  for (DoubleUnaryOperator each : BY_NAME.values()) { y += each.applyAsDouble(y); }
                  return y * OF_ARRAYS.get("norm").apply(x);
                }
                """);
    }

    private static final String LAYER = """
            // demo/Layer.java
            package demo;
            import java.util.function.*;
            import org.atled.*;
            public class Layer {
              final DoubleUnaryOperator activation;
              final DoubleUnaryOperator scale;
              DoubleUnaryOperator leaky = v -> v > 0 ? v : v * 0.1;
              final double w;
              Layer(double w, double k, DoubleUnaryOperator activation) {
                this.w = w;
                this.activation = activation;
                this.scale = v -> v * k;
              }
              @Differentiable
              double at(double x) {
                return scale.applyAsDouble(activation.applyAsDouble(leaky.applyAsDouble(w * x)));
              }
            }
            """;

    @Test
    void fieldsOfAnObjectThatIsPassed() throws Exception {
        ObjectGradients.check(folder, LAYER, """
                // demo/Use.java
                package demo;
                import org.atled.*;
                final class Use {
                  static Layer layer(double[] p) { double shift = p[3]; return new Layer(p[0], p[1], v -> Math.tanh(v) + shift); }
                  static double value(double[] p) { return layer(p).at(p[2]); }
                  static double[] gradient(double[] p) {
                    var g = LayerDerivatives.atGradient(layer(p), p[2]);
                    Tangent layer = g.layer();
                    return new double[] {g.layer().w(), number(layer, "scale"), g.x(), number(layer, "activation")};
                  }
                  private static double number(Tangent layer, String field) {
                    return ((Tangent) layer.reference(Layer.class, field)).shadow().numbers[0];
                  }
                  static double forward(double[] p, double[] d) {
                    Layer layer = layer(p);
                    var t = LayerDerivatives.LayerTangent.zerosLike(layer);
                    t.shadow().numbers[0] = d[0];
                    ((Tangent) t.reference(Layer.class, "scale")).shadow().numbers[0] = d[1];
                    ((Tangent) t.reference(Layer.class, "activation")).shadow().numbers[0] = d[3];
                    return LayerDerivatives.atJvp(layer, t, p[2], d[2]);
                  }
                }
                """);
    }

    @Test
    void fieldsOfAnObjectThatIsMadeInTheMethod() throws Exception {
        Gradients.check(new UserProject(folder).compile(LAYER, Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  Layer layer = new Layer(x[0], x[1], v -> v * x[2]);
                  return layer.at(x[1]) * new Layer(x[2], 2, Math::sin).at(x[0]);
                }
                """)));
    }

    @Test
    void argumentsAndWhatTheyCapture() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import java.util.function.*;
                import org.atled.*;
                public final class Model {
                  @Differentiable
                  static double integral(@NoDerivative DoubleUnaryOperator g, double a, double b) {
                    double sum = 0, h = (b - a) / 10;
                    for (int i = 0; i < 10; i++) { sum += h * g.applyAsDouble(a + (i + 0.5) * h); }
                    return sum;
                  }
                }
                """, """
                // lib/Laws.java
                package lib;
                import java.util.function.*;
                public final class Laws {
                  private static double cube(double v) { return v * v * v; }
                  public static DoubleUnaryOperator law(double k, DoubleUnaryOperator inner) {
                    DoubleUnaryOperator cube = Laws::cube;
                    return v -> k * cube.applyAsDouble(inner.applyAsDouble(v));
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                import java.util.function.*;
                final class Use {
                  static final DoubleUnaryOperator LAW = lib.Laws.law(1.5, v -> Math.exp(v) + v);
                  static double value(double[] p) { return Model.integral(LAW, p[0], p[1]) ; }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.integralGradient(LAW, p[0], p[1]);
                    return new double[] {g.a(), g.b(), 0, 0};
                  }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.integralJvp(LAW, p[0], d[0], p[1], d[1]); }
                }
                """);
    }

    @Test
    void buildingAgainChangesNothing() throws Exception {
        UserProject project = new UserProject(folder).compile(LAYER, Reports.source("""
                static final DoubleUnaryOperator SQUARE = v -> v * v;
                static final Supplier<String> NAME = () -> "a model";
                @Differentiable
                static double f(double[] x) { return SQUARE.applyAsDouble(x[0]) * x[1] + NAME.get().length(); }
                """));
        assertThat(project.differentiate()).isEmpty();
        var once = project.snapshot();
        assertThat(project.differentiate()).isEmpty();
        var twice = project.snapshot();
        assertThat(twice.keySet()).isEqualTo(once.keySet());
        assertThat(twice).allSatisfy((name, bytes) -> assertThat(bytes).as(name).isEqualTo(once.get(name)));
        assertThat(once).containsKey("demo/Model$AtledLambda$static$0.class");
        Gradients.check(project);
    }
}
