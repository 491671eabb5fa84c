package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.atled.compiler.RuleList;
import org.atled.testing.Agreement;
import org.atled.testing.MethodCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks of derivatives at arguments of every kind, through derivative code as a build makes it. */
final class MethodCheckTest {
    private static final List<String> NAMED = List.of("--release", "17", "-g", "-parameters");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"""
                @Differentiable static double f(double[] p, @NoDerivative double[] t) {
                  double sum = 0;
                  for (double each : t) sum += p[0] * Math.exp(-p[1] * each);
                  return sum;
                }
                static Object[] example() { return new Object[] {new double[] {1.8, 0.6}, new double[] {0, 1, 2}}; }
                """, """
                @Differentiable static double f(double a, double b, float c) { return a * Math.sin(b) / c; }
                static Object[] example() { return new Object[] {2, 0.5, 0.75f}; }
                """, """
                @Differentiable static void f(double h, double[] y) { y[0] += h * y[1]; y[1] -= h * y[0]; }
                static Object[] example() { return new Object[] {0.1, new double[] {1, 2}}; }
                """, """
                @Differentiable static double[] f(double[][] a, double[] x) {
                  double[] y = new double[a.length];
                  for (int i = 0; i < y.length; i++) for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
                  return y;
                }
                static Object[] example() {
                  return new Object[] {new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {0.5, -1}};
                }
                """, """
                static class Spring {
                  private final double k; private double[] scratch = new double[2]; Spring next;
                  Spring(double k) { this.k = k; }
                  @Differentiable double f(double[] x) {
                    scratch[0] = k * x[0]; scratch[1] = scratch[0] * x[1];
                    return scratch[1] * scratch[1] + (next == null || next == this ? 0 : next.k);
                  }
                }
                static Object[] example() {
                  Spring s = new Spring(2); s.next = new Spring(3); s.next.next = s;
                  return new Object[] {s, new double[] {0.1, -0.3}};
                }
                """, """
                record Inner(double a, Double boxed, int n) {}
                record Params(double alpha, double[] beta, Inner inner, @NoDerivative double fixed) {}
                @Differentiable static Inner f(Params p) {
                  return new Inner(p.alpha * p.beta[1] * p.inner.a * p.inner.boxed, p.beta[0] + p.fixed, p.inner.n);
                }
                static final double[] SHARED = {1, 2};
                static Object[] example() { return new Object[] {new Params(3, SHARED, new Inner(4, 5.0, 6), 7)}; }
                """, """
                @Differentiable static double f(List<Double> list, Map<String, double[]> map, Double[] boxes) {
                  double sum = boxes[0] * boxes[1];
                  for (double each : list) sum += each * map.get("a")[0];
                  map.get("a")[1] = sum;
                  return sum * map.get("b")[0];
                }
                static Object[] example() {
                  Map<String, double[]> map = new LinkedHashMap<>();
                  map.put("a", new double[] {1.5, 0}); map.put("b", new double[] {2.5});
                  return new Object[] {List.of(1.0, 2.0), map, new Double[] {3.0, 4.0}};
                }
                """, """
                record Both(double[] row, double[][] rows) {}
                @Differentiable static Both f(double[][] a) { a[0][0] *= a[1][0]; return new Both(a[0], a); }
                static Object[] example() { return new Object[] {new double[][] {{2, 3}, {5, 7}}}; }
                """, """
                @Differentiable static float f(float[] x) { return x[0] * x[1] + (float) Math.sqrt(x[0]); }
                static Object[] example() { return new Object[] {new float[] {1.25f, 3.3f}}; }
                """, """
                static class Spring {
                  double k = 2;
                  @Differentiable double f(double x) { return -k * x; }
                }
                static final class Hard extends Spring {
                  double c = 3;
                  @Override double f(double x) { return super.f(x) - c * x * x * x; }
                }
                static Object[] example() { return new Object[] {new Hard(), 0.5}; }
                """, """
                static abstract class Spring {
                  @Differentiable abstract double f(double x);
                }
                static final class Soft extends Spring { double k = 2; double f(double x) { return -k * x; } }
                static Object[] example() { return new Object[] {new Soft(), 0.5}; }
                """, """
                interface Spring { @Differentiable double f(double x); }
                record Soft(double k) implements Spring { public double f(double x) { return -k * x; } }
                record Hard(double k, double c) implements Spring {
                  public double f(double x) { return -k * x - c * x * x * x; }
                }
                static Object[] example() { return new Object[] {new Hard(2, 3), 0.5}; }
                """, """
                record Mass(double m) {}
                static final class Queue { final PriorityQueue<Double> q = new PriorityQueue<>(List.of(8.0, 9.0)); }
                @Differentiable static double f(
                    ArrayDeque<Double> deque, List<Mass> masses, Map<String, Double> map, Queue queue) {
                  deque.addLast(deque.peekFirst() * masses.get(1).m);
                  return deque.removeLast() * map.get("a") + masses.get(0).m + queue.q.peek() * map.get("b");
                }
                static Object[] example() {
                  return new Object[] {
                    new ArrayDeque<>(List.of(2.0, 3.0)), new ArrayList<>(List.of(new Mass(4), new Mass(5))),
                    Map.of("a", 6.0, "b", 7.0), new Queue()
                  };
                }
                """, """
                static class Node { double x; Node next; Node(double x, Node next) { this.x = x; this.next = next; } }
                @Differentiable static Node f(Node n, double[] shared, double[] again) {
                  n.x *= shared[0]; again[1] = n.x * n.next.x; return n.next;
                }
                static Object[] example() {
                  double[] one = {2, 3};
                  return new Object[] {new Node(4, new Node(5, null)), one, one};
                }
                """})
    void rightDerivativesPass(String members) throws Exception {
        assertThat(run(members).relativeErrors()).containsKey("forward against reverse");
    }

    @Test
    void aWrongRuleFailsAndNamesTheNumber() throws Exception {
        UserProject project = new UserProject(folder).compile(NAMED, """
                // demo/Square.java
                package demo;
                public final class Square { static double of(double x) { return x * x; } }
                """, """
                // demo/SquareRules.java
                package demo;
                @org.atled.DerivativeOf(Square.class)
                public abstract class SquareRules { public static double of_dx(double x) { return x; } }
                """, Reports.source("""
                static class Spring { double k = 2; double l = 3; }
                @Differentiable static double f(Spring s) { return Square.of(s.k) + s.l; }
                static Object[] example() { return new Object[] {new Spring()}; }
                """));
        Path rules = folder.resolve(RuleList.PATH);
        Files.createDirectories(rules.getParent());
        Files.write(rules, RuleList.format(Set.of("demo/SquareRules")));
        assertThat(project.differentiate()).isEmpty();

        failing(project)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[gradient against differences] 1 of 2 components of the gradient differ")
                .hasMessageContaining("s.k")
                .hasMessageNotContaining("kink");
    }

    @Test
    void kinksAreToldFromErrors() throws Exception {
        failing("""
                @Differentiable static double f(double x, double y) { return Math.max(x, 3 * y); }
                static Object[] example() { return new Object[] {3.0, 1.0}; }
                """)
                .hasMessageContaining("The function has a kink here: in the random direction the slope is ")
                .hasMessageContaining("forward and reverse mode agree");
        failing("""
                @Differentiable static double f(double x) { return x < 2 ? x : x + 1; }
                static Object[] example() { return new Object[] {2.0}; }
                """).hasMessageContaining("The function jumps here, by 1.0.");
    }

    @Test
    void stateIsFound() throws Exception {
        failing("""
                static int calls;
                @Differentiable static double f(double x) { return x * ++calls; }
                static Object[] example() { return new Object[] {2.0}; }
                """).isInstanceOf(AssertionError.class).hasMessageContaining("[repeat]");
    }

    @Test
    void badExamplesAreRefused() throws Exception {
        refused("return null;", "the example is null: return the arguments in an Object[].");
        refused(
                "return new Object[] {new Spring()};",
                "the example has 1 argument, but f(Spring, double[], int) takes 3: give Spring s, double[] x, int n.");
        refused(
                "return new Object[] {new Spring(), new float[2], 1};",
                "in the example x is of type float[], but the method takes a double[]: give one of that.");
        refused(
                "return new Object[] {new Spring(), new double[2], 1.5};",
                "in the example n is of type java.lang.Double, but the method takes a int: give one of that.");
        refused(
                "return new Object[] {new Spring(), null, 1};",
                "in the example x is null, but it is a double[] that the method is differentiated by or computes with: give"
                        + " one.");
        refused(
                "return new Object[] {new Spring(), new double[2], null};",
                "in the example n is null, but it is a int that the method is differentiated by or computes with: give"
                        + " one.");
        refused(
                "return new Object[] {new Spring(), new double[] {1, Double.NaN}, 1};",
                "in the example x[1] is NaN: give a finite number, inside the domain of the method.");
        refused(
                "Spring s = new Spring(); s.k = 1 / 0.0; return new Object[] {s, new double[2], 1};",
                "in the example s.k is Infinity: give a finite number, inside the domain of the method.");
        refused(
                "return new Object[] {SPRING, new double[2], 1};",
                "the example has the same object of class demo.Model$Spring each time it is asked for, whose numbers the"
                        + " checks vary: make a new one each time.");
        refused(
                "return new Object[] {new Spring(), new double[] {Math.random(), 1}, 1};",
                "the example has other numbers each time it is asked for: make it depend on nothing, and give random"
                        + " generators a seed.");
        refused(
                "return new Object[] {new Spring(), new double[0], 1};",
                "at the example the method itself throws java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds for"
                        + " length 0: choose arguments that it accepts.");
    }

    @Test
    void anExampleHasNumbers() throws Exception {
        failing("""
                @Differentiable static double f(double[] x) { double s = 0; for (double v : x) s += v; return s; }
                static Object[] example() { return new Object[] {new double[0]}; }
                """)
                .hasMessage(
                        "the example holds no number to differentiate by: give arrays and collections some elements.");
    }

    @Test
    void methodsAreNamed() throws Exception {
        Class<?> companion = project("""
                @Differentiable static double f(double x) { return x; }
                @Differentiable static double f(double[] x, int n) { return x[n]; }
                """).load().loadClass("demo.ModelDerivatives");

        assertThat(MethodCheck.of(companion, "f(double)")
                        .at(() -> new Object[] {1.5})
                        .relativeErrors())
                .isNotEmpty();
        assertThatThrownBy(() -> MethodCheck.of(companion, "f"))
                .hasMessage("demo.Model has more than one differentiable method f: name one of f(double), f(double[],"
                        + " int).");
        assertThatThrownBy(() -> MethodCheck.of(companion, "g"))
                .hasMessage("demo.Model has no differentiable method g: name one of f(double), f(double[], int).");
        assertThatThrownBy(() -> MethodCheck.of(String.class, "g"))
                .hasMessage(
                        "java.lang.String is no companion of differentiable methods: name the class that the annotation"
                                + " processor wrote, as in DecayDerivatives.class.");
    }

    private void refused(String body, String message) throws Exception {
        failing("""
                static class Spring { double k = 2; }
                static final Spring SPRING = new Spring();
                @Differentiable static double f(Spring s, double[] x, int n) { return s.k * x[1] * n; }
                static Object[] example() { %s }
                """.formatted(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failing(String members) throws Exception {
        return failing(project(members));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failing(UserProject project) {
        return assertThatThrownBy(() -> run(project));
    }

    private UserProject project(String members) throws Exception {
        UserProject project = new UserProject(folder).compile(NAMED, Reports.source(members));
        assertThat(project.differentiate()).allMatch(each -> each.tag().equals("AtledStaticState"));
        return project;
    }

    private Agreement run(String members) throws Exception {
        return run(project(members));
    }

    private static Agreement run(UserProject project) throws Exception {
        ClassLoader loader = project.load();
        Method example = Gradients.method(loader.loadClass("demo.Model"), "example");
        Class<?> companion;
        try {
            companion = loader.loadClass("demo.ModelDerivatives");
        } catch (ClassNotFoundException nested) {
            companion = loader.loadClass("demo.Model_SpringDerivatives");
        }
        Supplier<Object[]> arguments = () -> {
            try {
                return (Object[]) example.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
        return MethodCheck.of(companion, "f").at(arguments);
    }
}
