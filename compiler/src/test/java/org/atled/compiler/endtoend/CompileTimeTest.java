package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiler's processor time grows with the size of code, not faster. Linear, four times the code takes four times as
 * long, quadratic sixteen times.
 */
class CompileTimeTest {
    private static final int STEP = 4;
    private static final int MOST = 8;

    @TempDir
    Path folder;

    @Test
    void ofTenThousandStatements() throws IOException {
        assertThat(ratio(CompileTimeTest::statements, 2500)).isLessThan(MOST);
    }

    @Test
    void ofFiveHundredMethods() throws IOException {
        assertThat(ratio(CompileTimeTest::methods, 125)).isLessThan(MOST);
    }

    /** In one method of as many statements as fit into 65,535 bytes. */
    private static String statements(int count) {
        String[] kinds = {"a += a * b;", "b -= b * a;", "a -= b * b;"};
        StringBuilder text = new StringBuilder("@Differentiable\nstatic double f(double a, double b) {\n");
        for (int i = 0; i < count; i++) {
            text.append(kinds[i % kinds.length]).append('\n');
        }
        return text.append("return a;\n}\n").toString();
    }

    /** Each with a loop and a branch, and calls of three others. */
    private static String methods(int count) {
        StringBuilder text = new StringBuilder("@Differentiable\nstatic double f(double[] x) { return f0(x, 1); }\n");
        for (int i = 0; i < count; i++) {
            text.append("static double f%d(double[] x, double v) {\n".formatted(i))
                    .append("  for (int k = 0; k < x.length; k++) { v += Math.sin(v * x[k]); }\n")
                    .append("  if (v > 1) { v *= x[%d %% x.length]; }\n".formatted(i));
            for (int next : new int[] {2 * i + 1, 2 * i + 2, i + 1}) {
                if (next < count) {
                    text.append("  v += f%d(x, v) / 3;\n".formatted(next));
                }
            }
            text.append("  return v;\n}\n");
        }
        return text.toString();
    }

    private double ratio(IntFunction<String> program, int size) throws IOException {
        UserProject small = project(program, size);
        UserProject large = project(program, STEP * size);
        // The compiler is itself compiled on the first runs.
        time(small);
        time(small);
        double ratio = time(large) / time(small);
        // The machine may have been busy with something else.
        return ratio < MOST ? ratio : Math.min(ratio, time(large) / time(small));
    }

    private UserProject project(IntFunction<String> program, int size) throws IOException {
        return new UserProject(folder.resolve("of" + size)).compile(Reports.source(program.apply(size)));
    }

    private static double time(UserProject project) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(project.differentiate()).isEmpty();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
