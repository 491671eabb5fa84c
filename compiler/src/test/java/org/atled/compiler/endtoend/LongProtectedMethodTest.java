package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.atled.compiler.bytecode.CodeSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long method that may be left by an exception at each line, and is called where the exception is caught: its derivative
 * keeps at each line what was computed so far, and was too long for a class file.
 */
class LongProtectedMethodTest {
    private static final int LONGEST_COMPILED = 8000;
    private static final int LINES = 60;
    private static final int SIZE = 5;
    private static final double STEP = 1e-6;

    @TempDir
    Path folder;

    private static String source() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= LINES; i++) {
            lines.append("double s%d = checked(x, %d) * Math.cos(s%d);\nout[0] = s%d * x[%d];\n"
                    .formatted(i, i % SIZE, i - 1, i, (i + 1) % SIZE));
        }
        return """
                // demo/Guarded.java
                package demo;
                import org.atled.Differentiable;
                final class Guarded {
                    @Differentiable
                    static double f(double[] x) {
                        double[] out = new double[1];
                        try {
                            return run(x, out);
                        } catch (IllegalStateException e) {
                            return 2 * out[0];
                        }
                    }
                    static double checked(double[] x, int i) {
                        if (x[i] > 3 && x[0] > 0) {
                            x[0] -= 0.25;
                            if (x[0] <= 0) {
                                throw new IllegalStateException("too large: " + i);
                            }
                        }
                        return 2 * x[i] / (1 + x[i] * x[i]);
                    }
                    static double run(double[] x, double[] out) {
                        double s0 = x[0];
                        %s
                        return s%d;
                    }
                }
                """.formatted(lines, LINES);
    }

    @Test
    void isReversedUpToTheException() throws Exception {
        UserProject project = new UserProject(folder).compile(source());
        assertThat(project.differentiate()).isEmpty();
        assertThat(CodeSize.perMethod(project.bytes("demo/GuardedDerivatives")))
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LONGEST_COMPILED));
        ClassLoader loader = project.load();
        check(loader, 0.7, 0.9, -0.4, 0.5, 1.1);
        check(loader, 9.1, 0.9, -0.4, 3.5, 1.1);
    }

    private static void check(ClassLoader loader, double... x) throws Exception {
        Method f = Gradients.method(loader.loadClass("demo.Guarded"), "f", double[].class);
        Method gradient = Gradients.method(loader.loadClass("demo.GuardedDerivatives"), "fGradient", double[].class);
        double[] actual = (double[]) gradient.invoke(null, (Object) x.clone());
        for (int i = 0; i < SIZE; i++) {
            double[] above = x.clone();
            above[i] += STEP;
            double[] below = x.clone();
            below[i] -= STEP;
            double difference =
                    ((double) f.invoke(null, (Object) above) - (double) f.invoke(null, (Object) below)) / (2 * STEP);
            assertThat(actual[i]).as("component %d", i).isCloseTo(difference, within(1e-6));
        }
    }
}
