package org.atled.runtime;

/**
 * What is differentiated in place of methods that are annotated {@link org.atled.RootOf} or {@link org.atled.FixedPoint}. What they
 * find is a constant; steps u ← u − (∂r/∂u)⁻¹(r(u, p) − r), which do not move it, carry the derivatives, as many as the order of the
 * derivative (Christianson, "Reverse accumulation and attractive fixed points", 1994). Called by generated code; not for use by
 * hand.
 */
public final class ImplicitSolution {
    private ImplicitSolution() {}

    /** A search for a solution. */
    @FunctionalInterface
    public interface Search {
        double[] run();
    }

    /** Equations, or one step of an iteration. */
    @FunctionalInterface
    public interface Equations {
        double[] at(double[] u);
    }

    /** The derivative of equations by u, a row for each. */
    @FunctionalInterface
    public interface Jacobian {
        double[][] at(double[] u);
    }

    /**
     * A root of equations.
     *
     * @param search what finds it, named {@code found} in messages
     * @param tolerance at most this large, relative to max(1, |u|), may the residual be
     */
    public static double[] ofRoot(
            Search search, Equations residual, Jacobian jacobian, double tolerance, String found, String named) {
        double[] u = SolutionSearch.found(search, found);
        double[] inverse = SolutionSearch.inverse(residual, jacobian, u, false, tolerance, found, named);
        int orders = DerivativeOrder.here();
        for (int order = 1; order <= orders; order++) {
            u = corrected(u, residual.at(u), inverse);
        }
        return u;
    }

    /** A fixed point, in the same way. */
    public static double[] ofFixedPoint(
            Search search, Equations step, Jacobian jacobian, double tolerance, String found, String named) {
        double[] u = SolutionSearch.found(search, found);
        double[] inverse = SolutionSearch.inverse(step, jacobian, u, true, tolerance, found, named);
        int orders = DerivativeOrder.here();
        for (int order = 1; order <= orders; order++) {
            double[] image = step.at(u);
            double[] residual = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                residual[i] = u[i] - image[i];
            }
            u = corrected(u, residual, inverse);
        }
        return u;
    }

    /** One step, which leaves the numbers where they are: only derivatives of the residual count. */
    private static double[] corrected(double[] u, double[] residual, double[] inverse) {
        int n = u.length;
        double[] constant = SolutionSearch.constant(residual);
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i * n + j] * (residual[j] - constant[j]);
            }
            next[i] = u[i] - sum;
        }
        return next;
    }
}
