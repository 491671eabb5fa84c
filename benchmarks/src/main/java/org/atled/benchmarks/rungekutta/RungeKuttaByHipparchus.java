package org.atled.benchmarks.rungekutta;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link RungeKutta} in Hipparchus' numbers. */
final class RungeKuttaByHipparchus {
    private RungeKuttaByHipparchus() {}

    static Gradient sumOfSquares(Gradient[] x, int steps) {
        int n = x.length;
        double h = 1.0 / steps;
        Gradient[] y = new Gradient[n];
        Arrays.fill(y, x[0].newInstance(1));
        for (int step = 0; step < steps; step++) {
            Gradient[] k1 = rate(x, y);
            Gradient[] k2 = rate(x, move(y, h / 2, k1));
            Gradient[] k3 = rate(x, move(y, h / 2, k2));
            Gradient[] k4 = rate(x, move(y, h, k3));
            for (int i = 0; i < n; i++) {
                Gradient slope =
                        k1[i].add(k2[i].multiply(2)).add(k3[i].multiply(2)).add(k4[i]);
                y[i] = y[i].add(slope.multiply(h / 6));
            }
        }
        Gradient sum = x[0].getField().getZero();
        for (Gradient yi : y) {
            sum = sum.add(yi.square());
        }
        return sum;
    }

    private static Gradient[] rate(Gradient[] x, Gradient[] y) {
        Gradient[] yDot = new Gradient[x.length];
        yDot[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            yDot[i] = x[i].multiply(y[i - 1]);
        }
        return yDot;
    }

    private static Gradient[] move(Gradient[] y, double h, Gradient[] yDot) {
        Gradient[] stage = new Gradient[y.length];
        for (int i = 0; i < y.length; i++) {
            stage[i] = y[i].add(yDot[i].multiply(h));
        }
        return stage;
    }
}
