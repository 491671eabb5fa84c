package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose receiver's class is known at run time only: interfaces, abstract and sealed classes, functions. */
final class DispatchingObjectsTest {
    private static final String FORCE = """
            // demo/Force.java
            package demo;
            interface Force {
              void addTo(Particle a, Particle b, double[] f);
              double energy(Particle a, Particle b);
            }
            """;
    private static final String FORCES = """
            // demo/Spring.java
            package demo;
            final class Spring implements Force {
              final double k;
              private final double rest;
              Spring(double k, double rest) { this.k = k; this.rest = rest; }
              @Override public void addTo(Particle a, Particle b, double[] f) {
                double d = Particle.distance(a, b);
                for (int i = 0; i < f.length; i++) { f[i] += k * (d - rest) * (b.x[i] - a.x[i]) / d; }
              }
              @Override public double energy(Particle a, Particle b) {
                double stretch = Particle.distance(a, b) - rest;
                return 0.5 * k * stretch * stretch;
              }
            }
            """;
    private static final String MORE_FORCES = """
            // demo/Cubic.java
            package demo;
            class Cubic implements Force {
              double k;
              Cubic(double k) { this.k = k; }
              double power(double d) { return d * d * d; }
              @Override public void addTo(Particle a, Particle b, double[] f) {
                double d = Particle.distance(a, b);
                for (int i = 0; i < f.length; i++) { f[i] += k * power(d) * (b.x[i] - a.x[i]) / d; }
              }
              @Override public double energy(Particle a, Particle b) {
                double d = Particle.distance(a, b);
                return k * power(d) * d / 4;
              }
            }
            """;
    private static final String DRAG = """
            // demo/Drag.java
            package demo;
            record Drag(double k) implements Force {
              @Override public void addTo(Particle a, Particle b, double[] f) {
                for (int i = 0; i < f.length; i++) { f[i] += k * (b.v[i] - a.v[i]); }
              }
              @Override public double energy(Particle a, Particle b) { return 0; }
            }
            """;
    private static final String PARTICLE = """
            // demo/Particle.java
            package demo;
            final class Particle {
              double mass;
              final double[] x, v;
              Particle(double mass, double[] x, double[] v) { this.mass = mass; this.x = x; this.v = v; }
              static double distance(Particle a, Particle b) {
                double sum = 0;
                for (int i = 0; i < a.x.length; i++) { sum += (b.x[i] - a.x[i]) * (b.x[i] - a.x[i]); }
                return Math.sqrt(sum);
              }
              double kinetic() {
                double sum = 0;
                for (double each : v) { sum += each * each; }
                return 0.5 * mass * sum;
              }
            }
            """;
    private static final String CHAIN = """
            // demo/Chain.java
            package demo;
            import java.util.List;
            import org.atled.Differentiable;
            public final class Chain {
              private final Particle[] particles;
              private final List<Force> forces;
              Chain(Particle[] particles, List<Force> forces) { this.particles = particles; this.forces = forces; }

              private void step(double h) {
                double[][] f = new double[particles.length][2];
                for (int i = 0; i + 1 < particles.length; i++) {
                  double[] between = new double[2];
                  forces.get(i).addTo(particles[i], particles[i + 1], between);
                  for (int j = 0; j < 2; j++) { f[i][j] += between[j]; f[i + 1][j] -= between[j]; }
                }
                for (int i = 0; i < particles.length; i++) {
                  Particle p = particles[i];
                  for (int j = 0; j < 2; j++) {
                    p.v[j] += h * f[i][j] / p.mass;
                    p.x[j] += h * p.v[j];
                  }
                }
              }

              @Differentiable(wrt = "this")
              double energy(double h, int steps) {
                for (int s = 0; s < steps; s++) { step(h); }
                double sum = 0;
                for (int i = 0; i < particles.length; i++) {
                  sum += particles[i].kinetic();
                  if (i + 1 < particles.length) { sum += forces.get(i).energy(particles[i], particles[i + 1]); }
                }
                return sum;
              }
            }
            """;
    /** The classes of the forces depend on a property, so nobody knows them when the chain is differentiated. */
    private static final String USE = """
            // demo/Use.java
            package demo;
            import java.util.*;
            import org.atled.*;
            final class Use {
              static Chain chain(double[] p) {
                List<Force> forces = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                  Force force;
                  switch ((i + Integer.getInteger("demo.first", 0)) % 3) {
                    case 0: force = new Spring(1 + p[i], 0.8); break;
                    case 1: force = new Cubic(1 + p[i]); break;
                    default: force = new Drag(1 + p[i]); break;
                  }
                  forces.add(force);
                }
                Particle[] particles = new Particle[4];
                for (int i = 0; i < 4; i++) {
                  particles[i] = new Particle(1 + p[3] * p[3] * i, new double[] {i, 0.1 * i * i}, new double[] {0.3 - 0.1 * i, 0.2});
                }
                return new Chain(particles, forces);
              }
              static double value(double[] p) { return chain(p).energy(0.05, 20); }
              static double[] gradient(double[] p) {
                ChainDerivatives.ChainTangent g = ChainDerivatives.energyGradient(chain(p), 0.05, 20);
                double mass = 0;
                for (int i = 0; i < 4; i++) { mass += 2 * p[3] * i * g.particles()[i].mass(); }
                double[] result = {0, 0, 0, mass};
                for (int i = 0; i < 3; i++) {
                  result[i] = ((Tangent) g.forces().get(i)).shadow().numbers[0];
                }
                return result;
              }
              static double forward(double[] p, double[] d) {
                Chain chain = chain(p);
                ChainDerivatives.ChainTangent t = ChainDerivatives.ChainTangent.zerosLike(chain);
                for (int i = 0; i < 4; i++) { t.particles()[i].mass(2 * p[3] * d[3] * i); }
                for (int i = 0; i < 3; i++) { ((Tangent) t.forces().get(i)).shadow().numbers[0] = d[i]; }
                return ChainDerivatives.energyJvp(chain, t, 0.05, 20);
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void springsAndMassesWithForcesChosenAtRunTime() throws Exception {
        ObjectGradients chain = ObjectGradients.of(folder, FORCE, FORCES, MORE_FORCES, DRAG, PARTICLE, CHAIN, USE);
        for (String first : List.of("0", "1", "2")) {
            System.setProperty("demo.first", first);
            try {
                chain.check();
            } finally {
                System.clearProperty("demo.first");
            }
        }
    }

    @Test
    void sixteenThreadsGetTheSameBits() throws Exception {
        ObjectGradients chain = ObjectGradients.of(folder, FORCE, FORCES, MORE_FORCES, DRAG, PARTICLE, CHAIN, USE);
        double[] serial = chain.gradient(ObjectGradients.AT);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<double[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                tasks.add(() -> chain.gradient(ObjectGradients.AT));
            }
            for (Future<double[]> each : threads.invokeAll(tasks)) {
                assertThat(Arrays.equals(each.get(), serial)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void implementationTheBuildHasNotSeenIsAnErrorAtTheCall() throws Exception {
        UserProject project = new UserProject(folder);
        project.compile(FORCE, FORCES, MORE_FORCES, DRAG, PARTICLE, CHAIN, USE);
        assertThat(project.differentiate()).isEmpty();
        project.compile("""
                // demo/Late.java
                package demo;
                final class Late implements Force {
                  @Override public void addTo(Particle a, Particle b, double[] f) { f[0] += a.x[0]; }
                  @Override public double energy(Particle a, Particle b) { return 0; }
                }
                """, """
                // demo/Use.java
                package demo;
                import java.util.*;
                final class Use {
                  static double[] gradient(double[] p) {
                    Particle[] particles = {new Particle(1, p, p.clone()), new Particle(1, p.clone(), p.clone())};
                    ChainDerivatives.energyGradient(new Chain(particles, List.of(new Late())), 0.05, 2);
                    return p;
                  }
                }
                """);
        ObjectGradients late = ObjectGradients.of(project.load());
        assertThatThrownBy(() -> late.gradient(ObjectGradients.AT))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the derivative of demo.Late.addTo is not known: the class was not among those of the"
                        + " project when the derivative was built. Build it with the project, or pass an object of a"
                        + " class that is.");
    }

    @Test
    void abstractClassWithAMethodToFillIn() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Law.java
                package demo;
                import org.atled.*;
                public abstract class Law {
                  protected double rate;
                  Law(double rate) { this.rate = rate; }
                  protected abstract double shape(double x);
                  @Differentiable
                  public double at(double x) { return rate * shape(x) + shape(rate); }
                  static final class Power extends Law {
                    private final double exponent;
                    Power(double rate, double exponent) { super(rate); this.exponent = exponent; }
                    @Override protected double shape(double x) { return Math.pow(x, exponent); }
                  }
                  static final class Sine extends Law {
                    private double phase;
                    Sine(double rate, double phase) { super(rate); this.phase = phase; }
                    @Override protected double shape(double x) { return Math.sin(x + phase * rate); }
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static double value(double[] p) {
                    return new Law.Power(p[0], p[1]).at(p[3]) + new Law.Sine(p[1], p[2]).at(p[0]);
                  }
                  static double[] gradient(double[] p) {
                    var a = LawDerivatives.atGradient(new Law.Power(p[0], p[1]), p[3]);
                    var b = LawDerivatives.atGradient(new Law.Sine(p[1], p[2]), p[0]);
                    var power = LawDerivatives.PowerTangent.of(a.law());
                    var sine = LawDerivatives.SineTangent.of(b.law());
                    return new double[] {power.rate() + b.x(), power.exponent() + sine.rate(), sine.phase(), a.x()};
                  }
                  static double forward(double[] p, double[] d) {
                    Law a = new Law.Power(p[0], p[1]);
                    Law b = new Law.Sine(p[1], p[2]);
                    var ta = LawDerivatives.LawTangent.zerosLike(a);
                    LawDerivatives.PowerTangent.of(ta).rate(d[0]).exponent(d[1]);
                    var tb = LawDerivatives.SineTangent.of(LawDerivatives.LawTangent.zerosLike(b)).rate(d[1]).phase(d[2]);
                    return LawDerivatives.atJvp(a, ta, p[3], d[3])
                        + LawDerivatives.atJvp(b, LawDerivatives.LawTangent.of(tb), p[0], d[0]);
                  }
                }
                """);
    }

    @Test
    void sealedHierarchyWithDefaultMethod() throws Exception {
        ObjectGradients.check(folder, """
                // demo/Shape.java
                package demo;
                import org.atled.*;
                public sealed interface Shape permits Shape.Circle, Shape.Box, Shape.Both {
                  double area();
                  default double perUnit(double unit) { return area() / (unit * unit) + offset(); }
                  private double offset() { return 2 * area(); }
                  record Circle(double r) implements Shape {
                    public double area() { return Math.PI * r * r; }
                  }
                  record Box(double a, double b) implements Shape {
                    public double area() { return a * b; }
                    public double perUnit(double unit) { return Shape.super.perUnit(unit) * a; }
                  }
                  record Both(Shape left, Shape right) implements Shape {
                    public double area() { return left.area() + right.area() * left.area(); }
                  }
                }
                """, """
                // demo/Model.java
                package demo;
                import org.atled.*;
                final class Model {
                  @Differentiable
                  static double f(Shape shape, double unit) {
                    double bonus = 0;
                    if (shape instanceof Shape.Both both && both.left() instanceof Shape.Circle circle) {
                      bonus = circle.r();
                    }
                    return shape.perUnit(unit) + bonus;
                  }
                }
                """, """
                // demo/Use.java
                package demo;
                final class Use {
                  static Shape shape(double[] p) {
                    return new Shape.Both(new Shape.Circle(p[0]), new Shape.Box(p[1], p[2]));
                  }
                  static double value(double[] p) { return Model.f(shape(p), p[3]) + Model.f(new Shape.Box(p[1], p[0]), p[3]); }
                  static double[] gradient(double[] p) {
                    var g = ModelDerivatives.fGradient(shape(p), p[3]);
                    var both = ModelDerivatives.BothTangent.of(g.shape());
                    var circle = ModelDerivatives.CircleTangent.of(both.left());
                    var box = ModelDerivatives.BoxTangent.of(both.right());
                    var h = ModelDerivatives.fGradient(new Shape.Box(p[1], p[0]), p[3]);
                    var second = ModelDerivatives.BoxTangent.of(h.shape());
                    return new double[] {circle.r() + second.b(), box.a() + second.a(), box.b(), g.unit() + h.unit()};
                  }
                  static double forward(double[] p, double[] d) {
                    Shape shape = shape(p);
                    var t = ModelDerivatives.ShapeTangent.zerosLike(shape);
                    var both = ModelDerivatives.BothTangent.of(t);
                    ModelDerivatives.CircleTangent.of(both.left()).r(d[0]);
                    ModelDerivatives.BoxTangent.of(both.right()).a(d[1]).b(d[2]);
                    Shape box = new Shape.Box(p[1], p[0]);
                    var s = ModelDerivatives.ShapeTangent.zerosLike(box);
                    ModelDerivatives.BoxTangent.of(s).a(d[1]).b(d[0]);
                    return ModelDerivatives.fJvp(shape, t, p[3], d[3]) + ModelDerivatives.fJvp(box, s, p[3], d[3]);
                  }
                }
                """);
    }
}
