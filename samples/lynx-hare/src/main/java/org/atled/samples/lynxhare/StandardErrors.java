package org.atled.samples.lynxhare;

import org.atled.ScalarFunction;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Asymptotic standard errors: square roots of the diagonal of the inverse Hessian of a negative log-likelihood at its
 * minimum. The Hessian is the central difference of the exact gradient, in logarithms of the parameters, where they are
 * of one size; the gradient is zero there, so a standard error of the logarithm is a relative one of the parameter.
 */
final class StandardErrors {
    /** Balances the truncation error, step², against the rounding of the gradient, 1e-16 / step. */
    private static final double STEP = 1e-5;

    private StandardErrors() {}

    /**
     * One for each parameter.
     *
     * @throws InputException if the Hessian is not positive definite: the data do not determine all parameters
     */
    static double[] at(double[] minimum, ScalarFunction loss) throws InputException {
        RealMatrix covariance = inverse(hessian(LogScale.log(minimum), new LogScale(loss)));
        double[] errors = new double[minimum.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = minimum[i] * Math.sqrt(covariance.getEntry(i, i));
        }
        return errors;
    }

    static RealMatrix hessian(double[] x, ScalarFunction function) {
        int n = x.length;
        RealMatrix hessian = new Array2DRowRealMatrix(n, n);
        double[] above = new double[n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            double[] moved = x.clone();
            moved[i] = x[i] + STEP;
            function.gradient(moved, above);
            moved[i] = x[i] - STEP;
            function.gradient(moved, below);
            for (int j = 0; j < n; j++) {
                hessian.addToEntry(i, j, (above[j] - below[j]) / (4 * STEP));
                hessian.addToEntry(j, i, (above[j] - below[j]) / (4 * STEP));
            }
        }
        return hessian;
    }

    private static RealMatrix inverse(RealMatrix hessian) throws InputException {
        try {
            return new CholeskyDecomposition(hessian).getSolver().getInverse();
        } catch (MathIllegalArgumentException indefinite) {
            throw new InputException(
                    "the counts do not determine all parameters: the Hessian at the best fit is not positive definite",
                    indefinite);
        }
    }
}
