package org.atled.benchmarks.second;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.atled.benchmarks.measure.LeastTimes;

/**
 * Prints what gradient, Hessian-vector product and Hessian cost, as multiples of the function, each measured in turn in one
 * run. Processor time of the thread, the least of several rounds, so that a busy machine disturbs little.
 */
public final class SecondDerivatives {
    private SecondDerivatives() {}

    private interface Into {
        double run(double[] x, double[] tangent, double[] gradient, double[] product, double[][] hessian);
    }

    /** Measures; takes no arguments. */
    public static void main(String[] arguments) {
        System.out.printf("Java %s%n", Runtime.version());
        print("function", "variables", "ns", "gradient", "product", "Hessian / variables");
        measure(
                "Rosenbrock",
                1000,
                Functions::rosenbrock,
                (x, v, g, h, m) -> FunctionsDerivatives.rosenbrockGradient(x, g),
                (x, v, g, h, m) -> FunctionsDerivatives.rosenbrockHvp(x, v, g, h),
                (x, v, g, h, m) -> FunctionsDerivatives.rosenbrockHessian(x, g, m));
        measure(
                "log-sum-exp",
                1000,
                Functions::logSumExp,
                (x, v, g, h, m) -> FunctionsDerivatives.logSumExpGradient(x, g),
                (x, v, g, h, m) -> FunctionsDerivatives.logSumExpHvp(x, v, g, h),
                (x, v, g, h, m) -> FunctionsDerivatives.logSumExpHessian(x, g, m));
        measure(
                "mixture",
                40,
                Functions::mixture,
                (x, v, g, h, m) -> FunctionsDerivatives.mixtureGradient(x, g),
                (x, v, g, h, m) -> FunctionsDerivatives.mixtureHvp(x, v, g, h),
                (x, v, g, h, m) -> FunctionsDerivatives.mixtureHessian(x, g, m));
        measure(
                "pendulums",
                20,
                Functions::pendulums,
                (x, v, g, h, m) -> FunctionsDerivatives.pendulumsGradient(x, g),
                (x, v, g, h, m) -> FunctionsDerivatives.pendulumsHvp(x, v, g, h),
                (x, v, g, h, m) -> FunctionsDerivatives.pendulumsHessian(x, g, m));
    }

    private static void measure(
            String name, int n, ToDoubleFunction<double[]> function, Into gradient, Into product, Into hessian) {
        double[] x = new double[n];
        double[] tangent = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(i);
            tangent[i] = Math.cos(i);
        }
        double[] first = new double[n];
        double[] second = new double[n];
        double[][] matrix = new double[n][n];
        double[] least = LeastTimes.of(
                () -> function.applyAsDouble(x),
                () -> gradient.run(x, tangent, first, second, matrix),
                () -> product.run(x, tangent, first, second, matrix),
                () -> hessian.run(x, tangent, first, second, matrix));
        print(
                name,
                n,
                String.format(Locale.ROOT, "%.0f", least[0] * 1e9),
                ratio(least[1] / least[0]),
                ratio(least[2] / least[0]),
                ratio(least[3] / least[0] / n));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void print(Object... cells) {
        System.out.printf("%-12s %9s %8s %9s %8s  %s%n", cells);
    }
}
