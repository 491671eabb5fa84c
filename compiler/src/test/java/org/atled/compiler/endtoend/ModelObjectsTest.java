package org.atled.compiler.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instance methods of model objects: fields of every kind, scratch buffers, inheritance. */
final class ModelObjectsTest {
    @TempDir
    Path folder;

    @Test
    void parameterOfAMethodOfAConstantObject() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  private final double[] times;
                  private final double scale;
                  Model(double[] times, double scale) { this.times = times; this.scale = scale; }
                  @Differentiable(wrt = "p")
                  double loss(double[] p) {
                    double sum = 0;
                    for (int i = 0; i < times.length; i++) {
                      double r = p[0] * Math.exp(-p[1] * times[i]) - scale * p[2];
                      sum += r * r + p[3];
                    }
                    return sum;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static final Model MODEL = new Model(new double[] {0, 1, 2}, 1.5);
                  static double value(double[] p) { return MODEL.loss(p); }
                  static double[] gradient(double[] p) { return ModelDerivatives.lossGradient(MODEL, p); }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.lossJvp(MODEL, p, d); }
                }
                """);
    }

    @Test
    void objectItselfIsActive() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  private final double k;
                  double[] w;
                  private float damping;
                  @NoDerivative private double[] data = {1, 2};
                  @NoDerivative private double unit = 3;
                  int n = 2;
                  String name = "model";
                  Model(double k, double[] w, float damping) { this.k = k; this.w = w; this.damping = damping; }
                  @Differentiable
                  double energy(double x) {
                    double sum = damping * unit;
                    for (int i = 0; i < n; i++) { sum += k * w[i] * data[i] * x * x; }
                    return sum * Math.sin(k) * name.length();
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Model model(double[] p) { return new Model(p[0], new double[] {p[1], p[2]}, 2); }
                  static double value(double[] p) { return model(p).energy(p[3]); }
                  static double[] gradient(double[] p) {
                    ModelDerivatives.EnergyGradient g = ModelDerivatives.energyGradient(model(p), p[3]);
                    return new double[] {g.model().k(), g.model().w()[0], g.model().w()[1], g.x()};
                  }
                  static double forward(double[] p, double[] d) {
                    Model model = model(p);
                    ModelDerivatives.ModelTangent t = ModelDerivatives.ModelTangent.zerosLike(model).k(d[0]);
                    t.w()[0] = d[1];
                    t.w()[1] = d[2];
                    return ModelDerivatives.energyJvp(model, t, p[3], d[3]);
                  }
                }
                """);
    }

    @Test
    void scratchBufferUsedAcrossCallsLeavesNoState() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public final class Model {
                  private final double[] tmp = new double[4];
                  private double last;
                  @Differentiable(wrt = "p")
                  double f(double[] p) {
                    fill(p);
                    double sum = 0;
                    for (double v : tmp) { sum += v * v; }
                    last = sum;
                    fill(tmp);
                    return last + tmp[0] * tmp[3];
                  }
                  private void fill(double[] from) {
                    for (int i = 0; i < tmp.length; i++) { tmp[i] = Math.sin(from[i]) * from[(i + 1) % 4]; }
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static final Model MODEL = new Model();
                  static double value(double[] p) { return MODEL.f(p); }
                  static double[] gradient(double[] p) { return ModelDerivatives.fGradient(MODEL, p); }
                  static double forward(double[] p, double[] d) { return ModelDerivatives.fJvp(MODEL, p, d); }
                }
                """);
    }

    @Test
    void inheritedHiddenAndPrivateFieldsAndSuperCalls() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Base.java
                package demo;
                public abstract class Base {
                  private double k;
                  protected double shared;
                  Base(double k, double shared) { this.k = k; this.shared = shared; }
                  double energy(double x) { return k * x * x + shared * factor(); }
                  protected abstract double factor();
                  private double secret() { return k * 2; }
                  static double secretOf(Base b) { return b.secret(); }
                }
                """, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public class Model extends Base {
                  private double k;
                  Model(double k, double shared, double own) { super(k, shared); this.k = own; }
                  @Override double energy(double x) { return super.energy(x) * k + secretOf(this); }
                  @Override protected double factor() { return k * shared; }
                  @Differentiable
                  double f(double x) { return energy(x) + super.energy(2 * x); }
                }
                """, """
                // demo/Use.java
                package demo;
                import org.atled.*;
                final class Use {
                  static Model model(double[] p) { return new Model(p[0], p[1], p[2]); }
                  static double value(double[] p) { return model(p).f(p[3]); }
                  static double[] gradient(double[] p) {
                    ModelDerivatives.FGradient g = ModelDerivatives.fGradient(model(p), p[3]);
                    Tangent t = g.model();
                    return new double[] {t.number(Base.class, "k"), g.model().shared(), t.number(Model.class, "k"), g.x()};
                  }
                  static double forward(double[] p, double[] d) {
                    Model model = model(p);
                    var t = ModelDerivatives.ModelTangent.zerosLike(model);
                    t.k(d[2]).shared(d[1]).k2(d[0]);
                    return ModelDerivatives.fJvp(model, t, p[3], d[3]);
                  }
                }
                """);
    }

    @Test
    void subclassOfTheDeclaredClassAndOverriddenMethods() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                public class Model {
                  double a;
                  Model(double a) { this.a = a; }
                  double weight(double x) { return a * x; }
                  @Differentiable
                  double f(double x, double y) { return weight(x) * y; }
                }
                """, """
                // demo/Special.java
                package demo;
                final class Special extends Model {
                  double b;
                  Special(double a, double b) { super(a); this.b = b; }
                  @Override double weight(double x) { return super.weight(x) * x + Math.exp(b * a); }
                }
                """, """
                // demo/Use.java
                package demo;
                import org.atled.*;
                final class Use {
                  static double value(double[] p) { return new Special(p[0], p[1]).f(p[2], p[3]); }
                  static double[] gradient(double[] p) {
                    ModelDerivatives.FGradient g = ModelDerivatives.fGradient(new Special(p[0], p[1]), p[2], p[3]);
                    return new double[] {g.model().a(), g.model().number(Special.class, "b"), g.x(), g.y()};
                  }
                  static double forward(double[] p, double[] d) {
                    Special model = new Special(p[0], p[1]);
                    var t = ModelDerivatives.ModelTangent.zerosLike(model).a(d[0]);
                    t.shadow().numbers[1] = d[1];
                    return ModelDerivatives.fJvp(model, t, p[2], d[2], p[3], d[3]);
                  }
                }
                """);
    }

    @Test
    void methodThatChangesItsObject() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Oscillator.java
                package demo;
                import org.atled.*;
                public final class Oscillator {
                  double x;
                  double v;
                  double k;
                  private double[] trace = new double[10];
                  private int steps;
                  Oscillator(double x, double v, double k) { this.x = x; this.v = v; this.k = k; }
                  void step(double h) {
                    v -= h * k * x * x;
                    x += h * v;
                    trace[steps++] = x;
                  }
                  @Differentiable
                  double run(double h) {
                    steps = 0;
                    while (steps < trace.length) { step(h); }
                    double sum = 0;
                    for (double each : trace) { sum += each * each; }
                    return sum + 0.5 * v * v;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                import org.atled.*;
                final class Use {
                  static Oscillator of(double[] p) { return new Oscillator(p[0], p[1], p[2]); }
                  static double value(double[] p) { return of(p).run(0.1 * p[3]); }
                  static double[] gradient(double[] p) {
                    OscillatorDerivatives.RunGradient g = OscillatorDerivatives.runGradient(of(p), 0.1 * p[3]);
                    return new double[] {g.oscillator().x(), g.oscillator().v(), g.oscillator().k(), 0.1 * g.h()};
                  }
                  static double forward(double[] p, double[] d) {
                    Oscillator o = of(p);
                    var t = OscillatorDerivatives.OscillatorTangent.zerosLike(o).x(d[0]).v(d[1]).k(d[2]);
                    return OscillatorDerivatives.runJvp(o, t, 0.1 * p[3], 0.1 * d[3]);
                  }
                }
                """);
    }
}
