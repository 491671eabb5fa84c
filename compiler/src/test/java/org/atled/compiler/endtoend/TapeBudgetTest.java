package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atled.compiler.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Gradients of loops under tape budgets, from what is next to nothing to what is enough: as without one. */
class TapeBudgetTest {
    private static final double[] AT = {0.7, 1.3, -0.4};
    private static final int STEPS = 37;
    private static final Map<String, String> BUDGETS = Map.of(
            "unlimited", "",
            "nothing", "tapeBudget = \"1B\"",
            "little", "tapeBudget = \"4 kB\"",
            "periodic", "tapeBudget = \"4 kB\", checkpoints = Checkpoints.PERIODIC",
            "enough", "tapeBudget = \"64MB\"");

    private static final Map<String, String> LOOPS = Map.ofEntries(
            Map.entry("numbers", """
                    double y = x[0];
                    for (int i = 0; i < n; i++) { y = Math.sin(y) * x[1] + x[2]; }
                    return y;"""),
            Map.entry("arrayInPlace", """
                    double[] y = x.clone();
                    double[] dy = new double[3];
                    for (int i = 0; i < n; i++) {
                      for (int j = 0; j < 3; j++) { dy[j] = Math.sin(y[(j + 1) % 3]) * x[j]; }
                      for (int j = 0; j < 3; j++) { y[j] += 0.1 * dy[j]; }
                    }
                    return y[0] * y[1] + y[2];"""),
            Map.entry("newArrayInEachStep", """
                    double[] y = x;
                    for (int i = 0; i < n; i++) { y = step(y, x[0]); }
                    return y[0] * y[1] + y[2];"""),
            Map.entry("buffersExchanged", """
                    double[] a = x.clone(), b = new double[3];
                    for (int i = 0; i < n; i++) {
                      for (int j = 0; j < 3; j++) { b[j] = Math.cos(a[j]) + 0.5 * a[(j + 1) % 3]; }
                      double[] t = a; a = b; b = t;
                    }
                    return a[0] * b[1] + a[2];"""),
            Map.entry("rowsExchanged", """
                    double[][] m = {x.clone(), {x[1], 2, x[2]}};
                    for (int i = 0; i < n; i++) {
                      for (int j = 0; j < 3; j++) { m[1][j] = Math.sin(m[0][j] + m[1][(j + 2) % 3]); }
                      double[] t = m[0]; m[0] = m[1]; m[1] = t;
                      if (i % 5 == 0) { m[1] = new double[] {m[0][1], x[0], m[1][2]}; }
                    }
                    return m[0][0] * m[1][1] + m[0][2] * m[1][0];"""),
            Map.entry("unknownNumberAndBreak", """
                    double y = x[0], t = 0;
                    int k = 0;
                    while (true) {
                      y += 0.01 * Math.cos(y * x[1]);
                      t += 0.25;
                      if (t > n) { y *= x[2]; break; }
                      if (k++ > 1000) { return -1; }
                    }
                    return y * k;"""),
            Map.entry("inACallee", "return 2 * simulate(x, n) + simulate(new double[] {x[1], x[0], x[2]}, n / 2);"),
            Map.entry("inAMethodOfAnObject", """
                    Stepper s = n % 2 == 0 ? new Halving(x[2]) : new Stepper(x[1]);
                    return s.run(x, n) * s.rate;"""),
            Map.entry("loopOfCounts", """
                    int k = positive(x, n);
                    double y = x[0];
                    for (int i = 0; i < k; i++) { y = Math.sin(y) * x[1]; }
                    return y;"""),
            Map.entry("twoLoops", """
                    double[] y = x.clone();
                    for (int i = 0; i < n; i++) { y[i % 3] = Math.sin(y[(i + 1) % 3]); }
                    double sum = 0;
                    for (int i = n; i > 0; i -= 2) { sum += y[i % 3] * x[0]; y[0] = Math.sin(sum); }
                    return sum;"""),
            Map.entry("integersAndFlags", """
                    long seed = 42; boolean odd = false; int[] counts = new int[3];
                    double y = x[0];
                    for (int i = 0; i < n; i++) {
                      seed = seed * 6364136223846793005L + 1442695040888963407L;
                      int j = (int) (seed >>> 60) % 3;
                      counts[j]++;
                      y = odd ? Math.sin(y * x[j]) : y + counts[j] * x[j] * 0.01;
                      odd = !odd;
                    }
                    return y;"""),
            Map.entry("objects", """
                    Body a = new Body(x[0], x[1]), b = new Body(x[1], x[2]);
                    for (int i = 0; i < n; i++) {
                      double f = Math.sin(a.x[0] - b.x[0]) * x[2];
                      a.push(f); b.push(-f);
                      if (i == 7) { b.next = a; }
                    }
                    return a.x[0] * b.v + a.count * b.next.x[1];"""),
            Map.entry("objectsReplaced", """
                    Body[] all = {new Body(x[0], x[1]), new Body(x[2], 1)};
                    for (int i = 0; i < n; i++) {
                      Body last = all[i % 2];
                      all[i % 2] = last.moved(Math.cos(all[1 - i % 2].v) * x[i % 3]);
                      all[i % 2].next = i % 4 == 0 ? last : all[1 - i % 2];
                    }
                    return all[0].x[0] * all[1].v + all[0].next.v;"""),
            Map.entry("lists", """
                    java.util.List<double[]> rows = java.util.List.of(x.clone(), new double[] {x[1], x[2], x[0]});
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                      for (double[] row : rows) { row[i % 3] = Math.sin(row[(i + 1) % 3]); sum += row[0]; }
                    }
                    return sum * sum;"""),
            Map.entry("boxed", """
                    Double y = x[0];
                    Double[] z = {x[1], x[2]};
                    for (int i = 0; i < n; i++) { z[i % 2] = Math.sin(y * z[1]); y = y + z[0] * 0.1; }
                    return y * z[0];"""),
            Map.entry("exceptions", """
                    double y = x[0];
                    for (int i = 0; i < n; i++) {
                      try { y = root(y - 0.5) * x[1]; } catch (IllegalArgumentException negative) { y = x[2] * y + 1; }
                      if (y > 1e9) { throw new IllegalStateException("too large: " + y); }
                    }
                    return y;"""),
            Map.entry("functions", """
                    java.util.function.DoubleUnaryOperator f = n > 3 ? v -> Math.sin(v) * x[1] : v -> v;
                    double y = x[0];
                    for (int i = 0; i < n; i++) { y = f.applyAsDouble(y) + x[2]; }
                    return y;"""));

    private static final String MEMBERS = """
            static double[] step(double[] y, double k) {
              double[] next = new double[3];
              for (int j = 0; j < 3; j++) { next[j] = y[j] + 0.1 * Math.sin(k * y[(j + 1) % 3]); }
              return next;
            }
            static double simulate(double[] x, int n) {
              double[] y = x.clone();
              for (int i = 0; i < n; i++) { y = step(y, y[0]); }
              return y[1] * y[2];
            }
            static int positive(double[] x, int n) {
              int count = 0;
              for (int i = 0; i < n; i++) { if (Math.sin(i * x[0]) > x[2]) { count++; } }
              return count;
            }
            static double root(double v) {
              if (v < 0) { throw new IllegalArgumentException("negative"); }
              return Math.sqrt(v);
            }
            static class Stepper {
              double rate;
              Stepper(double rate) { this.rate = rate; }
              double run(double[] x, int n) {
                double y = x[0];
                for (int i = 0; i < n; i++) { rate = rate * 0.99 + 0.001 * y; y = next(y); }
                return y;
              }
              double next(double y) { return y + 0.1 * rate * Math.sin(y); }
            }
            static class Halving extends Stepper {
              Halving(double rate) { super(rate); }
              @Override double next(double y) { return 0.5 * y + rate; }
            }
            static final class Body {
              double[] x; double v; int count; Body next;
              Body(double x, double v) { this.x = new double[] {x, 2 * x}; this.v = v; this.next = this; }
              void push(double f) { v += 0.1 * f; x[count % 2] += 0.1 * v; count++; if (count % 3 == 0) { x = new double[] {x[1], x[0]}; } }
              Body moved(double f) { Body b = new Body(x[0] + 0.1 * v, v + f); b.count = count + 1; return b; }
            }
            """;

    @TempDir
    Path folder;

    private static String members() {
        StringBuilder members = new StringBuilder(MEMBERS);
        LOOPS.forEach((loop, body) -> BUDGETS.forEach((budget, annotation) -> members.append("@Differentiable(")
                .append(annotation)
                .append(")\nstatic double ")
                .append(loop)
                .append("_")
                .append(budget)
                .append("(double[] x, int n) {\n")
                .append(body)
                .append("\n}\n")));
        return members.toString();
    }

    @TestFactory
    Stream<DynamicTest> asWithoutABudget() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source(members()));
        assertThat(project.differentiate()).isEmpty();
        ClassLoader loader = project.load();
        return LOOPS.keySet().stream()
                .sorted()
                .flatMap(loop -> BUDGETS.keySet().stream()
                        .filter(budget -> !budget.equals("unlimited"))
                        .map(budget -> DynamicTest.dynamicTest(
                                loop + " with " + budget, () -> compare(loader, loop, budget))));
    }

    private static void compare(ClassLoader loader, String loop, String budget) throws Exception {
        for (int n : new int[] {0, 1, 2, 3, STEPS}) {
            double[] gradient = gradient(loader, loop + "_" + budget, n);
            double[] expected = gradient(loader, loop + "_unlimited", n);
            assertThat(gradient).as("%d steps", n).containsExactly(expected, within(1e-13));
            assertThat(value(loader, loop + "_" + budget, n)).isEqualTo(value(loader, loop + "_unlimited", n));
        }
    }

    private static double value(ClassLoader loader, String name, int n) throws Exception {
        Method method = loader.loadClass("demo.Model").getDeclaredMethod(name, double[].class, int.class);
        method.setAccessible(true);
        return (double) method.invoke(null, AT.clone(), n);
    }

    private static double[] gradient(ClassLoader loader, String name, int n) throws Exception {
        Method method = loader.loadClass("demo.ModelDerivatives")
                .getDeclaredMethod(name + "Gradient", double[].class, int.class);
        method.setAccessible(true);
        try {
            return (double[]) method.invoke(null, AT.clone(), n);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }

    /** By what is in a loop: what the note says of it. */
    private static final Map<String, String> SINGLE = Map.of(
            "System.out.println(i);",
                    "it calls PrintStream.println, which may do something else when it is called a second time",
            "y += random.nextDouble();",
                    "it calls Random.nextDouble, which may do something else when it is called a second time",
            "y += helper(random);",
                    "it calls Random.nextInt, which may do something else when it is called a second time",
            "names.add(\"n\");", "it changes an object by List.add",
            "count++; y += count;", "its method changes static state");

    @TestFactory
    Stream<DynamicTest> loopsThatCannotRunTwiceAreNoted() {
        return SINGLE.keySet().stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    UserProject project = new UserProject(folder.resolve("p" + Math.abs(line.hashCode())))
                            .compile(Reports.source("""
                    static int count;
                    static double helper(java.util.Random random) { return random.nextInt(); }
                    @Differentiable(tapeBudget = "1kB")
                    static double f(double[] x, int n, @NoDerivative java.util.Random random, @NoDerivative java.util.List<String> names) {
                      double y = x[0];
                      for (int i = 0; i < n; i++) {
                        y = Math.sin(y);
                        LINE
                      }
                      return y;
                    }
                    """.replace("LINE", line)));
                    List<Diagnostic> notes = project.differentiate().stream()
                            .filter(note -> note.tag().equals("AtledTapeBudget"))
                            .toList();
                    assertThat(notes).hasSize(1);
                    assertThat(notes.get(0).severity()).isEqualTo(Diagnostic.Severity.NOTE);
                    assertThat(notes.get(0).message())
                            .startsWith("all iterations of this loop are recorded, whatever the tape budget, since "
                                    + SINGLE.get(line))
                            .endsWith("Take that out of the loop, or leave it if memory is enough.");
                }));
    }

    @Test
    void secondDerivativesKeepEverything() throws Exception {
        String body = """
                  double y = x[0];
                  for (int i = 0; i < n; i++) { y = Math.sin(y) * x[1] + x[2]; }
                  return y * y;
                }
                """;
        UserProject project = new UserProject(folder)
                .compile(Reports.source(
                        "@Differentiable(order = 2, tapeBudget = \"1B\") static double f(double[] x, int n) {\n" + body
                                + "@Differentiable(order = 2) static double g(double[] x, int n) {\n" + body));
        assertThat(project.differentiate()).isEmpty();
        Class<?> derivatives = project.load().loadClass("demo.ModelDerivatives");
        double[][][] hessians = new double[2][][];
        for (int i = 0; i < 2; i++) {
            Method hessian = derivatives.getDeclaredMethod(i == 0 ? "fHessian" : "gHessian", double[].class, int.class);
            hessian.setAccessible(true);
            hessians[i] = (double[][]) hessian.invoke(null, AT.clone(), STEPS);
        }
        assertThat(hessians[0]).isDeepEqualTo(hessians[1]);
    }

    @Test
    void aBudgetForAllMethodsIsAnOptionOfTheProcessor() throws Exception {
        List<String> options = List.of("--release", "17", "-g", "-Aatled.tapeBudget=1kB");
        UserProject project = new UserProject(folder).compile(options, Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  double y = x[0];
                  for (int i = 0; i < 1000; i++) { y = Math.sin(y) + x[1]; }
                  return y;
                }
                """));
        assertThat(project.differentiate()).isEmpty();
        assertThat(project.load().loadClass("demo.ModelDerivatives").getDeclaredMethods())
                .extracting(Method::getName)
                .anyMatch(name -> name.contains("shadowed"));
        Gradients.check(project.load(), "demo.Model", "demo.ModelDerivatives");
    }
}
