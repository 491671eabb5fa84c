package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiler's work grows with the size of code, not faster: for four times the code four times as much, where quadratic
 * were sixteen times. It is told by the memory that is allocated, which is the same on a busy machine.
 */
class CompileTimeTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
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
        long small = work(project(program, size));
        long large = work(project(program, STEP * size));
        System.out.printf("%,d bytes allocated for size %d, %,d for size %d%n", small, size, large, STEP * size);
        return (double) large / small;
    }

    private UserProject project(IntFunction<String> program, int size) throws IOException {
        return new UserProject(folder.resolve("of" + size)).compile(Reports.source(program.apply(size)));
    }

    private static long work(UserProject project) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(project.differentiate()).allMatch(note -> note.tag().equals("AtledChunk"));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
