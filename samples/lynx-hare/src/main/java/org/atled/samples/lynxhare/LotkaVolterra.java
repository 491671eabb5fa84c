package org.atled.samples.lynxhare;

import org.atled.Differentiable;
import org.atled.NoDerivative;

/**
 * Predator and prey: u' = αu − βuv, v' = −γv + δuv, u the hares, v the lynx, in thousands of pelts and years, and how well
 * a solution explains counts with log-normal noise.
 *
 * <p>Plain numerical code: it knows nothing of derivatives but the annotation.
 */
final class LotkaVolterra {
    /** Runge–Kutta steps a year; the solution is then good to 1e-7. */
    static final int STEPS = 20;

    private LotkaVolterra() {}

    /**
     * Negative logarithm of the likelihood, constants left out: Σ r²/2σ² + n log σ for each species, r the difference of
     * logarithms.
     *
     * @param p α, β, γ, δ, u and v in the first year, σ of the hares, σ of the lynx; the last four positive
     * @param hare counts in successive years, positive
     * @param lynx counts in the same years, positive
     */
    @Differentiable
    static double loss(double[] p, @NoDerivative double[] hare, @NoDerivative double[] lynx) {
        double[] state = {p[4], p[5]};
        double hareSquares = 0;
        double lynxSquares = 0;
        for (int year = 0; year < hare.length; year++) {
            if (year > 0) {
                advance(state, p, 1.0, STEPS);
            }
            double hareResidual = Math.log(hare[year]) - Math.log(state[0]);
            double lynxResidual = Math.log(lynx[year]) - Math.log(state[1]);
            hareSquares += hareResidual * hareResidual;
            lynxSquares += lynxResidual * lynxResidual;
        }
        return hareSquares / (2 * p[6] * p[6])
                + hare.length * Math.log(p[6])
                + lynxSquares / (2 * p[7] * p[7])
                + lynx.length * Math.log(p[7]);
    }

    /** Moves the state on by a time, with so many steps of the classical Runge–Kutta method of order 4. */
    static void advance(double[] state, double[] p, double time, int steps) {
        double h = time / steps;
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double[] stage = new double[2];
        for (int step = 0; step < steps; step++) {
            rhs(state, p, k1);
            for (int i = 0; i < 2; i++) {
                stage[i] = state[i] + 0.5 * h * k1[i];
            }
            rhs(stage, p, k2);
            for (int i = 0; i < 2; i++) {
                stage[i] = state[i] + 0.5 * h * k2[i];
            }
            rhs(stage, p, k3);
            for (int i = 0; i < 2; i++) {
                stage[i] = state[i] + h * k3[i];
            }
            rhs(stage, p, k4);
            for (int i = 0; i < 2; i++) {
                state[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
    }

    /** Growth of both species, written to {@code rate}. */
    private static void rhs(double[] state, double[] p, double[] rate) {
        double hare = state[0];
        double lynx = state[1];
        rate[0] = p[0] * hare - p[1] * hare * lynx;
        rate[1] = -p[2] * lynx + p[3] * hare * lynx;
    }
}
