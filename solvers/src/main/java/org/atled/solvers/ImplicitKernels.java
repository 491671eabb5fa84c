package org.atled.solvers;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The searches of {@link Implicit}, and the matrix at what they find, on constants. Not for use by hand. */
public final class ImplicitKernels {
    /** How many steps a search takes at most. */
    public static final int MOST_STEPS = 10_000;

    static final int ROOT = 0;
    static final int FIXED_POINT = 1;
    static final int MINIMUM = 2;

    private static final int MOST_HALVINGS = 40;

    private ImplicitKernels() {}

    /** u with |step(u) − u| ≤ tolerance·max(1, |u|). */
    public static double[] fixedPoint(Equations step, double[] start, double tolerance) {
        SearchArguments.check("step", step, start, tolerance);
        double[] u = start.clone();
        double[] residual = new double[u.length];
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] next = SearchArguments.checked("step", step.at(u.clone()), u.length);
            for (int j = 0; j < u.length; j++) {
                residual[j] = next[j] - u[j];
            }
            if (SearchArguments.worst(residual, u, tolerance) < 0) {
                return u;
            }
            u = next.clone();
        }
        throw SearchArguments.notConverged(
                MOST_STEPS + " steps of the iteration", residual, u, tolerance, "iterate a given number of steps");
    }

    /** u with |residual(u)| ≤ tolerance·max(1, |u|), by damped Newton steps. */
    public static double[] root(Equations residual, EquationsJacobian jacobian, double[] start, double tolerance) {
        SearchArguments.check("residual", residual, start, tolerance);
        SearchArguments.requireFunction("jacobian", jacobian);
        double[] u = start.clone();
        double[] r = SearchArguments.checked("residual", residual.at(u.clone()), u.length);
        for (int i = 0; i < MOST_STEPS && SearchArguments.worst(r, u, tolerance) >= 0; i++) {
            double[] matrix = flat(jacobian, u);
            double[] step = DenseKernels.solve(matrix, r, u.length);
            if (step == null) {
                throw singular(u, ROOT);
            }
            double[] next = damped(residual, u, r, step);
            if (next == null) {
                break;
            }
            u = next;
            r = SearchArguments.checked("residual", residual.at(u.clone()), u.length);
        }
        if (SearchArguments.worst(r, u, tolerance) >= 0) {
            throw SearchArguments.notConverged("the search by Newton's method", r, u, tolerance, "begin nearer");
        }
        return u;
    }

    /** The longest of the halved steps that makes the residual smaller; {@code null} if none does. */
    private static double[] damped(Equations residual, double[] u, double[] r, double[] step) {
        double size = DenseNorms.squared(r);
        double factor = 1;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double[] next = new double[u.length];
            for (int j = 0; j < u.length; j++) {
                next[j] = u[j] - factor * step[j];
            }
            if (DenseNorms.squared(residual.at(next.clone())) < size) {
                return next;
            }
            factor /= 2;
        }
        return null;
    }

    /** What a search of the user finds, if it solves the equations. */
    public static double[] found(Search search, Equations residual, double tolerance) {
        SearchArguments.requireFunction("search", search);
        double[] found = search.run();
        if (found == null) {
            throw new IllegalArgumentException("the search returned null. Let it return the numbers it finds.");
        }
        double[] u = found.clone();
        SearchArguments.check("residual", residual, u, tolerance);
        double[] r = SearchArguments.checked("residual", residual.at(u.clone()), u.length);
        if (SearchArguments.worst(r, u, tolerance) >= 0) {
            throw SearchArguments.notConverged("the search", r, u, tolerance, "let it search longer");
        }
        return u;
    }

    /** The inverse of the matrix that the implicit function theorem asks for. */
    public static double[] inverse(EquationsJacobian jacobian, double[] u, int kind) {
        SearchArguments.requireFunction("jacobian", jacobian);
        int n = u.length;
        double[] matrix = flat(jacobian, u);
        for (int i = 0; kind == FIXED_POINT && i < n * n; i++) {
            matrix[i] = (i % (n + 1) == 0 ? 1 : 0) - matrix[i];
        }
        if (kind == MINIMUM
                && !DecompositionFactory_DDRM.chol(n, true).decompose(DMatrixRMaj.wrap(n, n, matrix.clone()))) {
            throw new ArithmeticException("what was found is no minimum: the Hessian there is not positive definite."
                    + " Begin nearer to a minimum, or differentiate a root of the gradient by rootOf.");
        }
        double[] inverse = DenseKernels.solve(matrix, LinearAlgebra.identity(n), n);
        if (inverse == null) {
            throw singular(u, kind);
        }
        return inverse;
    }

    private static ArithmeticException singular(double[] u, int kind) {
        return new ArithmeticException((kind == FIXED_POINT ? "1 - ∂step/∂u" : "∂residual/∂u")
                + " is singular at u[0] = "
                + u[0] + ", so the solution has no derivative, or none was found. Give equations with an isolated"
                + " solution, or begin elsewhere.");
    }

    private static double[] flat(EquationsJacobian jacobian, double[] u) {
        int n = u.length;
        double[][] rows = jacobian.at(u.clone());
        if (rows == null || rows.length != n) {
            throw new IllegalArgumentException("jacobian returned " + (rows == null ? "null" : rows.length + " rows")
                    + " for " + n + " numbers. Let it return a row for each equation.");
        }
        double[] flat = new double[n * n];
        for (int i = 0; i < n; i++) {
            if (rows[i] == null || rows[i].length != n) {
                throw new IllegalArgumentException("row " + i + " of what jacobian returned "
                        + (rows[i] == null ? "is null" : "has " + rows[i].length + " columns") + ". Let it have " + n
                        + ", one for each number.");
            }
            System.arraycopy(rows[i], 0, flat, i * n, n);
        }
        return flat;
    }
}
