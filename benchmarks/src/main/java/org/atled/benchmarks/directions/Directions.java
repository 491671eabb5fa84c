package org.atled.benchmarks.directions;

import java.util.Locale;
import org.atled.benchmarks.measure.LeastTimes;

/**
 * Prints what a column of a Jacobian costs alone, in {@code fJacobian}, which takes several at a time, and what a row costs, as
 * multiples of the function, each measured in turn in one run. Processor time of the thread, the least of several rounds, so that
 * a busy machine disturbs little.
 */
public final class Directions {
    private Directions() {}

    /** A function of variables and constants. */
    private interface Plain {
        double[] at(double[] x, double[] constants);
    }

    private interface Product {
        double[] at(double[] x, double[] direction, double[] constants);
    }

    private interface Matrix {
        double[][] at(double[] x, double[] constants);
    }

    private record Derivatives(Plain function, Product jvp, Matrix jacobian, Product vjp) {}

    /** Measures; takes no arguments. */
    public static void main(String[] arguments) {
        System.out.printf("Java %s%n", Runtime.version());
        print("function", "inputs", "outputs", "ns", "column", "in chunks", "gain", "row");
        double[] constants = new double[64 * 64];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = 0.1 * Math.sin(i + 1);
        }
        double[] times = new double[50];
        for (int i = 0; i < times.length; i++) {
            times[i] = 0.1 * i;
        }
        Derivatives decays = new Derivatives(
                Functions::decays,
                FunctionsDerivatives::decaysJvp,
                FunctionsDerivatives::decaysJacobian,
                (x, seed, t) -> FunctionsDerivatives.decaysVjp(x, t, seed));
        measure("decays", 4, times, decays);
        measure("decays", 8, times, decays);
        measure("decays", 16, times, decays);
        Derivatives chain = new Derivatives(
                Functions::chain,
                FunctionsDerivatives::chainJvp,
                FunctionsDerivatives::chainJacobian,
                (x, seed, t) -> FunctionsDerivatives.chainVjp(x, t, seed));
        measure("chain", 8, constants, chain);
        measure("chain", 64, constants, chain);
        Derivatives lorenz = new Derivatives(
                Functions::lorenz,
                FunctionsDerivatives::lorenzJvp,
                FunctionsDerivatives::lorenzJacobian,
                (x, seed, t) -> FunctionsDerivatives.lorenzVjp(x, t, seed));
        measure("Lorenz", 6, constants, lorenz);
        Derivatives layer = new Derivatives(
                Functions::layer,
                FunctionsDerivatives::layerJvp,
                FunctionsDerivatives::layerJacobian,
                (x, seed, t) -> FunctionsDerivatives.layerVjp(x, t, seed));
        measure("layer", 8, constants, layer);
        measure("layer", 64, constants, layer);
    }

    private static void measure(String name, int n, double[] constants, Derivatives of) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.3 + 0.1 * Math.sin(i);
        }
        int m = of.function().at(x, constants).length;
        double[] least = LeastTimes.of(
                () -> of.function().at(x, constants)[0],
                () -> products(of.jvp(), x, n, constants),
                () -> of.jacobian().at(x, constants)[0][0],
                () -> products(of.vjp(), x, m, constants));
        print(
                name,
                n,
                m,
                String.format(Locale.ROOT, "%.0f", least[0] * 1e9),
                ratio(least[1] / least[0] / n),
                ratio(least[2] / least[0] / n),
                ratio(least[1] / least[2]),
                ratio(least[3] / least[0] / m));
    }

    /** A product with each unit vector, on copies, as a Jacobian is computed without chunks. */
    private static double products(Product product, double[] x, int count, double[] constants) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double[] unit = new double[count];
            unit[i] = 1;
            sum += product.at(x.clone(), unit, constants)[0];
        }
        return sum;
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void print(Object... cells) {
        System.out.printf("%-10s %7s %8s %7s %8s %10s %6s %6s%n", cells);
    }
}
