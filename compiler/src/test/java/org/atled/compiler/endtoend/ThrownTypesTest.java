package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong in a method goes wrong in its derivatives, as an exception of the same class: bodies take the place of
 * calls there, reads are moved and repeated, and none of it may show.
 */
final class ThrownTypesTest {
    private static final String HELPERS = """
            record Point(double x, double[] more) {
              double norm() { return x * x + more[0]; }
            }
            static final class Box {
              double value = 2;
              double[] array;
              Box next;
              double twice() { return 2 * value; }
              double constant() { return 7; }
              final double ofArray(int i, double x) { return array[i] * x; }
              double chain(double x) { return next.next.value * x; }
            }
            interface Force { double at(double x); }
            record Linear(double k) implements Force { public double at(double x) { return k * x; } }
            record Cubic(double k) implements Force { public double at(double x) { return k * x * x * x; } }
            static double first(double[] a) { return a[0]; }
            static double sum(double[] a, int n) { double s = 0; for (int i = 0; i < n; i++) { s += a[i]; } return s; }
            static double check(double x) { if (x > 0) { throw new IllegalStateException("x is " + x); } return x; }
            static <T> T none() { return null; }
            static Box box(int n) { return n == 0 ? null : new Box(); }
            static double[] array(int n) { return n < 0 ? null : new double[n]; }
            static double divided(double x, int by) { return x * (7 / by); }
            """;

    @TempDir
    Path folder;

    @Test
    void sameClassOfException() throws Exception {
        Map<String, String> bodies = new LinkedHashMap<>();
        put(bodies, "NullPointerException", "Box b = box(n); return x * b.twice();");
        put(bodies, "NullPointerException", "Box b = box(n); return x * b.constant();");
        put(bodies, "NullPointerException", "return x * box(n).value;");
        put(bodies, "NullPointerException", "Box b = new Box(); return b.ofArray(0, x);");
        put(bodies, "NullPointerException", "Box b = new Box(); b.next = new Box(); return b.chain(x);");
        put(bodies, "NullPointerException", "return first(array(n - 1)) * x;");
        put(bodies, "NullPointerException", "return x * array(n - 1).length;");
        put(bodies, "NullPointerException", "return x * sum(array(n - 1), 3);");
        put(bodies, "NullPointerException", "Point p = new Point(x, null); return p.norm();");
        put(bodies, "NullPointerException", "Double d = none(); return x * d;");
        put(bodies, "NullPointerException", "Integer d = none(); return x * d;");
        put(bodies, "NullPointerException", "Force f = none(); return f.at(x);");
        put(bodies, "NullPointerException", "Force[] f = {new Linear(x), null, new Cubic(x)}; return f[1].at(x);");
        put(
                bodies,
                "NullPointerException",
                "double s = 0; Box b = new Box(); while (true) { s += b.value * x; b = b.next; }");
        put(bodies, "NullPointerException", "java.util.List<Double> l = none(); return x * l.get(0);");
        put(
                bodies,
                "NullPointerException",
                "double[][] m = new double[2][]; m[0] = new double[] {x}; return m[0][0] * m[1][0];");
        put(bodies, "NullPointerException", "RuntimeException e = none(); if (n == 0) { throw e; } return x;");
        put(bodies, "NullPointerException", "Object lock = none(); return x * lock.hashCode();");
        put(bodies, "ArrayIndexOutOfBoundsException", "double[] a = {x, x * x}; return first(a) * sum(a, 3);");
        put(bodies, "ArrayIndexOutOfBoundsException", "double[] a = {x, x}; a[n - 1] = x; return first(a);");
        put(bodies, "ArrayIndexOutOfBoundsException", "return x * first(array(n));");
        put(
                bodies,
                "ArrayIndexOutOfBoundsException",
                "Box b = new Box(); b.array = new double[] {x}; return b.ofArray(2, x);");
        put(
                bodies,
                "ArrayIndexOutOfBoundsException",
                "double[] a = {x}; double s = 0; for (int i = n; ; i += 3) { s += a[i] * x; }");
        put(bodies, "NegativeArraySizeException", "double[] a = new double[n - 4]; return x * a.length;");
        put(bodies, "ArithmeticException", "return divided(x, n);");
        put(bodies, "ArithmeticException", "double s = x; for (int i = 3; i > -3; i--) { s *= s + 6 / i; } return s;");
        put(bodies, "ClassCastException", "Force f = new Linear(x); return ((Cubic) f).at(x);");
        put(bodies, "ClassCastException", "Object o = x; return x * (Integer) o;");
        put(bodies, "ArrayStoreException", "Force[] f = new Linear[1]; f[0] = new Cubic(x); return f[0].at(x);");
        put(bodies, "IndexOutOfBoundsException", "return x * java.util.List.of(x, x).get(n + 2);");
        put(
                bodies,
                "UnsupportedOperationException",
                "java.util.List<Double> l = java.util.List.of(x); l.set(0, 2 * x); return l.get(0);");
        put(bodies, "IllegalStateException", "return check(x) * check(-x);");
        put(
                bodies,
                "IllegalStateException",
                "double y = x; for (int i = 0; i < 4; i++) { y = y * x - 1; check(-y); } return y;");
        put(bodies, "NullPointerException", "double[] a = array(n - 1); double y = check(-x); return a[0] * y;");
        put(bodies, "IllegalStateException", "double[] a = array(n - 1); double y = check(x); return a[0] * y;");
        put(
                bodies,
                "IllegalStateException",
                "Box b = box(n); double s = 0; for (int i = 0; i < 3; i++) { s += check(x + i); s += b.value; } return s;");
        put(
                bodies,
                "ArrayIndexOutOfBoundsException",
                "double[] a = {x}; Box b = box(n); double s = 0; for (int i = 0; i < 3; i++) { s += a[i + 1]; s += b.value; } return s;");
        put(bodies, "ArithmeticException", "int k = 1 / n; double[] a = array(n - 1); return a[k] * x;");
        Class<?> model = model(bodies);
        int number = 0;
        for (String body : bodies.keySet()) {
            String expected = bodies.get(body);
            String f = "f" + number++;
            assertThat(thrown(model, f)).as(body).isEqualTo(expected);
            assertThat(thrown(model, f + "Reverse")).as("reverse: " + body).isEqualTo(expected);
            assertThat(thrown(model, f + "Forward")).as("forward: " + body).isEqualTo(expected);
        }
    }

    private static void put(Map<String, String> bodies, String expected, String body) {
        bodies.put(body, expected);
    }

    /** Of each body a method f0, f1 …, and what calls its derivatives. */
    private Class<?> model(Map<String, String> bodies) throws Exception {
        StringBuilder members = new StringBuilder(HELPERS);
        int number = 0;
        for (String body : bodies.keySet()) {
            members.append("@Differentiable static double f%1$d(double x, int n) { %2$s }\n".formatted(number, body));
            members.append(
                    "static double f%1$dReverse(double x, int n) { return ModelDerivatives.f%1$dGradient(x, n); }\n"
                            .formatted(number));
            members.append(
                    "static double f%1$dForward(double x, int n) { return ModelDerivatives.f%1$dJvp(x, 1, n); }\n"
                            .formatted(number));
            number++;
        }
        UserProject project = new UserProject(folder).compile(Reports.source(members.toString()));
        project.differentiate();
        return project.load().loadClass("demo.Model");
    }

    private static String thrown(Class<?> model, String name) throws Exception {
        Method method = Gradients.method(model, name, double.class, int.class);
        try {
            return "none, but " + method.invoke(null, 1.5, 0);
        } catch (InvocationTargetException thrown) {
            return thrown.getCause().getClass().getSimpleName();
        }
    }
}
