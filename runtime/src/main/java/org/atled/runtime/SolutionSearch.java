package org.atled.runtime;

import java.util.Arrays;
import org.atled.runtime.ImplicitSolution.Equations;
import org.atled.runtime.ImplicitSolution.Jacobian;
import org.atled.runtime.ImplicitSolution.Search;

/**
 * The parts of an {@link ImplicitSolution} that are constants: the search, with a check that it leaves its arguments as they are, and the
 * inverse matrix, with a check that there is a solution. Not for use by hand.
 */
public final class SolutionSearch {
    private SolutionSearch() {}

    /** What a search finds, in an array of its own. */
    public static double[] found(Search search, String name) {
        double[] found = search.run();
        if (found == null) {
            throw new ArithmeticException(
                    name + " returned null, which solves nothing. Let it return what it has found.");
        }
        return found.clone();
    }

    /**
     * What a search finds.
     *
     * @param arguments of the method it runs
     * @throws IllegalStateException if it has written one of them that is an array
     */
    public static double[] unwritten(Search search, String name, Object... arguments) {
        Object before = Snapshots.of(arguments);
        double[] found = search.run();
        if (!Arrays.deepEquals((Object[]) before, arguments)) {
            throw new IllegalStateException(
                    name + " writes into an array that is passed to it, whose derivative would be"
                            + " lost. Let it write into a copy, or remove its annotation: then its steps are differentiated.");
        }
        return found;
    }

    /** The same numbers, without derivatives. */
    public static double[] constant(double[] values) {
        return values.clone();
    }

    /**
     * The inverse of the matrix that the implicit function theorem asks for, row after row.
     *
     * @throws ArithmeticException if u is no solution, or the matrix is singular
     */
    public static double[] inverse(
            Equations equations,
            Jacobian jacobian,
            double[] u,
            boolean isFixedPoint,
            double tolerance,
            String found,
            String named) {
        int n = u.length;
        double[] residual = equations.at(u.clone());
        require(residual != null && residual.length == n, named, n);
        for (int i = 0; i < n; i++) {
            double r = isFixedPoint ? u[i] - residual[i] : residual[i];
            if (!(Math.abs(r) <= tolerance * Math.max(1, Math.abs(u[i]))) || Double.isInfinite(u[i])) {
                throw unsolved(i, u[i], r, tolerance, found, named, isFixedPoint);
            }
        }
        double[][] rows = n == 0 ? new double[0][] : jacobian.at(u.clone());
        double[][] matrix = new double[n][];
        for (int i = 0; i < n; i++) {
            matrix[i] = Arrays.copyOf(rows[i], 2 * n);
            for (int j = 0; isFixedPoint && j < n; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - matrix[i][j];
            }
            matrix[i][n + i] = 1;
        }
        if (!eliminate(matrix)) {
            throw new ArithmeticException((isFixedPoint ? "1 - ∂" : "∂") + named + "/∂u is singular at what " + found
                    + " found"
                    + ", u[0] = " + u[0] + ", so the solution has no derivative. Give equations with an isolated"
                    + " solution, or remove the annotation: then the steps of the search are differentiated.");
        }
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], n, inverse, i * n, n);
        }
        return inverse;
    }

    private static void require(boolean fits, String named, int n) {
        if (!fits) {
            throw new ArithmeticException(named + " does not return " + n + " numbers for a solution of as many. Let it"
                    + " return one for each component.");
        }
    }

    private static ArithmeticException unsolved(
            int i, double u, double r, double tolerance, String found, String named, boolean isFixedPoint) {
        return new ArithmeticException("what " + found + " found is no " + (isFixedPoint ? "fixed point" : "root")
                + " of " + named + ": component " + i + " is " + u + " with a residual of " + r
                + ", and the tolerance is " + tolerance
                + ". Its derivative would be wrong. Search longer, give the annotation a larger tolerance, or remove it:"
                + " then the steps of the search are differentiated.");
    }

    /** Gauss and Jordan, with partial pivoting; false if the left half is singular. */
    private static boolean eliminate(double[][] m) {
        int n = m.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
            }
            double[] row = m[pivot];
            m[pivot] = m[k];
            m[k] = row;
            double by = row[k];
            if (!(Math.abs(by) > 0) || Double.isInfinite(by)) {
                return false;
            }
            for (int j = k; j < 2 * n; j++) {
                row[j] /= by;
            }
            for (int i = 0; i < n; i++) {
                double factor = m[i][k];
                for (int j = k; i != k && j < 2 * n; j++) {
                    m[i][j] -= factor * row[j];
                }
            }
        }
        return true;
    }
}
