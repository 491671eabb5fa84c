package org.atled.solvers;

import org.atled.runtime.DerivativeOrder;

/**
 * Solutions of equations, differentiated by what the equations depend on, not by the way they were found: the implicit
 * function theorem. A search on constants finds the solution u of r(u, p) = 0. What is differentiated are steps u ← u −
 * (∂r/∂u)⁻¹(r(u, p) − r), with ∂r/∂u and the r that is left there as constants, which do not move u at all. The first of them
 * has the derivative u̇ = −(∂r/∂u)⁻¹ṙ; each further one makes one order more exact (Christianson, "Reverse accumulation and
 * attractive fixed points", 1994, does the same for the first). There are as many as the order of the derivative that the code is
 * part of: none in a value, one in a gradient, two in a Hessian, so derivatives are exact to any order.
 *
 * <p>The derivative by where a search starts is exactly zero. The error of derivatives is of the size of the error of the
 * solution, so a solution is only accepted if the residual is small: |r| ≤ tolerance·max(1, |u|) in each component. Where no such
 * solution is found or the matrix is singular, an {@link ArithmeticException} says so. The derivative of the iteration itself,
 * which exists there, too, is that of {@link #iterate}.
 *
 * <p>Stateless, and thread-safe if the equations are. Time of a derivative of order k: one Jacobian, one inverse of n by n, k
 * times the equations; nothing is kept of the search.
 */
public final class Implicit {
    private Implicit() {}

    /**
     * A fixed point u = step(u), by iteration.
     *
     * @param step may depend on active values, which are then differentiated through
     * @param jacobian ∂step/∂u, asked for at the solution only. The accuracy of derivatives is the accuracy of this
     * @param start where the iteration begins, length n; only read
     * @param tolerance at most this far, relative to max(1, |u|), one more step may move any component
     * @return u, a new array
     * @throws IllegalArgumentException if an argument is null, start is empty, the tolerance is not positive, or functions
     *     return other lengths than n
     * @throws ArithmeticException if {@link ImplicitKernels#MOST_STEPS} steps do not get there, or 1 − ∂step/∂u is singular
     */
    public static double[] fixedPoint(Equations step, EquationsJacobian jacobian, double[] start, double tolerance) {
        double[] found = ImplicitKernels.fixedPoint(step, start, tolerance);
        double[] inverse = ImplicitKernels.inverse(jacobian, found, ImplicitKernels.FIXED_POINT);
        double[] u = found;
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

    /**
     * A root of residual(u) = 0, by Newton's method, its steps halved while they make the residual larger.
     *
     * @param residual may depend on active values, which are then differentiated through
     * @param jacobian ∂residual/∂u. The accuracy of derivatives is the accuracy of this
     * @param start where the search begins, length n; only read
     * @param tolerance at most this large, relative to max(1, |u|), may any component of the residual be
     * @return u, a new array
     * @throws IllegalArgumentException as {@link #fixedPoint}
     * @throws ArithmeticException if the search does not get there, or ∂residual/∂u is singular
     */
    public static double[] rootOf(Equations residual, EquationsJacobian jacobian, double[] start, double tolerance) {
        double[] found = ImplicitKernels.root(residual, jacobian, start, tolerance);
        return corrected(residual, ImplicitKernels.inverse(jacobian, found, ImplicitKernels.ROOT), found);
    }

    /**
     * The place of a minimum, from a start so near that Newton's method on the gradient finds it. From farther away find it
     * by an optimizer, and give that to {@link #argmin(Search, Equations, EquationsJacobian, double)}.
     *
     * @param gradient of what is minimized, by u; may depend on active values, which are then differentiated through
     * @param hessian the second derivatives by u, symmetric. The accuracy of derivatives is the accuracy of this
     * @param start where the search begins, length n; only read
     * @param tolerance at most this large, relative to max(1, |u|), may any component of the gradient be
     * @return u, a new array
     * @throws IllegalArgumentException as {@link #fixedPoint}
     * @throws ArithmeticException if the search does not get there, or what it finds is no minimum: the Hessian is not
     *     positive definite
     */
    public static double[] argmin(Equations gradient, EquationsJacobian hessian, double[] start, double tolerance) {
        double[] found = ImplicitKernels.root(gradient, hessian, start, tolerance);
        return corrected(gradient, ImplicitKernels.inverse(hessian, found, ImplicitKernels.MINIMUM), found);
    }

    /**
     * The place of a minimum that an optimizer finds.
     *
     * @param search run once, not differentiated
     * @param gradient as in {@link #argmin(Equations, EquationsJacobian, double[], double)}
     * @param hessian as there
     * @param tolerance as there: optimizers that only compare values leave gradients of about 1e-8
     * @throws IllegalArgumentException as {@link #fixedPoint}
     * @throws ArithmeticException if the gradient at what was found is too large, or it is no minimum
     */
    public static double[] argmin(Search search, Equations gradient, EquationsJacobian hessian, double tolerance) {
        double[] found = ImplicitKernels.found(search, gradient, tolerance);
        return corrected(gradient, ImplicitKernels.inverse(hessian, found, ImplicitKernels.MINIMUM), found);
    }

    /**
     * A solution of residual(u) = 0 that any code finds.
     *
     * @param search run once, not differentiated
     * @param residual as in {@link #rootOf}
     * @param jacobian as there; asked for at the solution only
     * @param tolerance as there
     * @throws IllegalArgumentException as {@link #fixedPoint}
     * @throws ArithmeticException if the residual at what was found is too large, or ∂residual/∂u is singular there
     */
    public static double[] solution(Search search, Equations residual, EquationsJacobian jacobian, double tolerance) {
        double[] found = ImplicitKernels.found(search, residual, tolerance);
        return corrected(residual, ImplicitKernels.inverse(jacobian, found, ImplicitKernels.ROOT), found);
    }

    /**
     * A number of steps u ← step(u), differentiated as they are: also by the start, and where they have not converged. Takes
     * memory for each step in reverse mode.
     *
     * @param step may depend on active values
     * @param start length n; only read
     * @param steps how many, at least 0
     * @return u after the last step, a new array
     * @throws IllegalArgumentException if start is null or steps is negative
     */
    public static double[] iterate(Equations step, double[] start, int steps) {
        if (start == null) {
            throw new IllegalArgumentException("start is null. Give the numbers to begin with.");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps is " + steps + ". Give 0 or more.");
        }
        double[] u = start.clone();
        for (int i = 0; i < steps; i++) {
            u = step.at(u);
        }
        return u;
    }

    private static double[] corrected(Equations residual, double[] inverse, double[] found) {
        double[] u = found;
        int orders = DerivativeOrder.here();
        for (int order = 1; order <= orders; order++) {
            u = corrected(u, residual.at(u), inverse);
        }
        return u;
    }

    /** One step, which leaves the numbers where they are: only derivatives of the residual count. */
    private static double[] corrected(double[] u, double[] residual, double[] inverse) {
        int n = u.length;
        double[] moving = new double[n];
        for (int i = 0; i < n; i++) {
            moving[i] = residual[i] - Constant.of(residual[i]);
        }
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i * n + j] * moving[j];
            }
            next[i] = u[i] - sum;
        }
        return next;
    }
}
