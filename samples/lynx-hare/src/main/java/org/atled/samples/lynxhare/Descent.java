package org.atled.samples.lynxhare;

import java.util.concurrent.CancellationException;
import org.atled.ScalarFunction;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * One run of Hipparchus' conjugate gradients (Polak–Ribière) down to a minimum, in logarithms of the parameters.
 *
 * @param start where it started
 * @param startLoss loss there
 * @param end where it stopped
 * @param loss loss there
 * @param iterations line searches made
 * @param converged false if it ran out of iterations or the optimizer gave up; {@code end} is then the start
 */
record Descent(double[] start, double startLoss, double[] end, double loss, int iterations, boolean converged) {
    private static final double TOLERANCE = 1e-10;
    private static final double LINE_SEARCH_TOLERANCE = 1e-8;
    /** The gradient at a poor start is in the thousands: a first step by all of it would leave the map. */
    private static final double FIRST_STEP = 1e-3;

    private static final int MOST_ITERATIONS = 2_000;
    private static final int MOST_EVALUATIONS = 100_000;

    /**
     * Descends.
     *
     * @throws CancellationException if the thread is interrupted
     */
    static Descent from(double[] start, ScalarFunction loss) {
        LogScale objective = new LogScale(loss);
        double startLoss = loss.value(start);
        var optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE,
                new SimpleValueChecker(TOLERANCE, TOLERANCE),
                LINE_SEARCH_TOLERANCE,
                LINE_SEARCH_TOLERANCE,
                FIRST_STEP);
        try {
            PointValuePair minimum = optimizer.optimize(
                    new InitialGuess(LogScale.log(start)),
                    GoalType.MINIMIZE,
                    new MaxEval(MOST_EVALUATIONS),
                    new MaxIter(MOST_ITERATIONS),
                    new ObjectiveFunction(value(objective)),
                    new ObjectiveFunctionGradient(gradient(objective)));
            double[] end = LogScale.exp(minimum.getPoint());
            return new Descent(start, startLoss, end, minimum.getValue(), optimizer.getIterations(), true);
        } catch (MathRuntimeException gaveUp) {
            return new Descent(start, startLoss, start, startLoss, optimizer.getIterations(), false);
        }
    }

    private static MultivariateFunction value(ScalarFunction objective) {
        return x -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            return objective.value(x);
        };
    }

    private static MultivariateVectorFunction gradient(ScalarFunction objective) {
        return x -> {
            double[] gradient = new double[x.length];
            objective.gradient(x, gradient);
            return gradient;
        };
    }
}
