package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atled.compiler.Dumps;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.atled.runtime.Tape;
import org.junit.jupiter.api.Test;

/** Derivatives of long loops and deep recursion, by many threads at once, and without allocating. */
class ScaleTest {
    private static double logistic(double[] x, double r) {
        double y = x[0];
        for (int i = 0; i < 1_000_000; i++) {
            y = 0.5 * y + 1e-3 * r * y * (1 - y) + x[1] * 1e-6;
        }
        return y;
    }

    @Test
    void aMillionIterations() throws Throwable {
        Method method = program("logistic");
        double[] gradient = new double[2];
        reverse(derivatives(method), new double[] {0.3, 0.7}, gradient, 1.0);
        double h = 1e-5;
        double difference =
                (logistic(new double[] {0.3, 0.7 + h}, 1) - logistic(new double[] {0.3, 0.7 - h}, 1)) / 2 / h;
        assertThat(gradient[1]).isCloseTo(difference, within(1e-9 * difference));
        assertThat(gradient[0]).isZero();
    }

    private static double descend(double[] x, double r, int depth) {
        return depth == 0 ? x[0] * r : 0.999 * descend(x, r, depth - 1) + x[1] * r;
    }

    private static double deep(double[] x, double r) {
        return descend(x, r, 2000);
    }

    @Test
    void twoThousandFrames() throws Throwable {
        double[] gradient = new double[2];
        reverse(derivatives(program("deep")), new double[] {1, 2}, gradient, 0.5);
        double power = Math.pow(0.999, 2000);
        assertThat(gradient[0]).isCloseTo(0.5 * power, within(1e-12));
        assertThat(gradient[1]).isCloseTo(0.5 * (1 - power) / 0.001, within(1e-9));
    }

    private static double coupled(double[] x, double r) {
        double[] u = x.clone();
        double[] v = new double[x.length];
        double sum = 0;
        for (int s = 0; s < 30; s++) {
            for (int i = 0; i < u.length; i++) {
                v[i] = u[i] + r * Math.sin(u[(i + 1) % u.length]) * scaled(u, i);
            }
            double[] t = u;
            u = v;
            v = t;
            int k = s;
            while (k > 0) {
                sum += u[k % u.length] * u[0];
                k /= 2;
            }
        }
        return sum;
    }

    private static double scaled(double[] u, int i) {
        return i % 3 == 0 ? u[i] * 0.1 : u[i / 2] * u[i];
    }

    @Test
    void sixteenThreadsComputeTheSameBits() throws Throwable {
        ProgramDerivatives derivatives = derivatives(program("coupled"));
        double[] x = new SplittableRandom(7).doubles(20).toArray();
        double[] expected = new double[20];
        reverse(derivatives, x.clone(), expected, 0.3);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                runs.add(threads.submit(() -> {
                    for (int repeat = 0; repeat < 100; repeat++) {
                        double[] gradient = new double[20];
                        reverse(derivatives, x.clone(), gradient, 0.3);
                        assertThat(gradient).containsExactly(expected);
                    }
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static double flat(double[] x, double r) {
        double sum = 0;
        double carried = r;
        for (int i = 0; i < x.length; i++) {
            double product = 1;
            for (int j = 0; j < i; j++) {
                product = Math.sin(product * x[j]) + r;
            }
            int k = i;
            while (k > 1 && carried < 1e3) {
                carried = carried * 1.01 + x[k] * product;
                k /= 2;
            }
            sum += scaled(x, i) * product * carried;
        }
        return sum;
    }

    @Test
    void nothingIsAllocatedAfterWarmUp() throws Throwable {
        Method reverse = derivatives(program("flat")).compiled("reverse");
        reverse.setAccessible(true);
        double[] x = new SplittableRandom(7).doubles(50).toArray();
        Object[] arguments = {x, new double[50], 0.3, 1.0, false, null};
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long perCall = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < 10; call++) {
                Tape tape = Tape.acquire();
                arguments[5] = tape;
                reverse.invoke(null, arguments);
                tape.release();
            }
            perCall = Math.min(perCall, (threads.getCurrentThreadAllocatedBytes() - before) / 10);
        }
        // The call by reflection boxes the result: 24 bytes, and its cost of measuring.
        assertThat(perCall).isLessThan(64);
    }

    private static Method program(String name) throws NoSuchMethodException {
        return ScaleTest.class.getDeclaredMethod(name, double[].class, double.class);
    }

    private static ProgramDerivatives derivatives(Method method) {
        return new ProgramDerivatives(method, List.of(true, true), Dumps.NONE, Setting.OPTIMIZED);
    }

    /** Adds the gradient in the array to {@code gradient}. */
    private static void reverse(ProgramDerivatives derivatives, double[] x, double[] gradient, double r)
            throws ReflectiveOperationException {
        Method reverse = derivatives.compiled("reverse");
        reverse.setAccessible(true);
        Tape tape = Tape.acquire();
        try {
            reverse.invoke(null, x, gradient, r, 1.0, true, tape);
        } finally {
            tape.release();
        }
    }
}
