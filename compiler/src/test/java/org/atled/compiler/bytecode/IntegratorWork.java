package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.AdamsMoultonIntegrator;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.hipparchus.ode.nonstiff.HighamHall54Integrator;
import org.hipparchus.ode.nonstiff.LutherIntegrator;

/** Seven integrators on four problems, each with events, dense output and a solution that is reset at an event. */
public final class IntegratorWork implements Supplier<double[]> {
    /** Each from a step: the largest of those that choose it, the only one of others. */
    private static final List<DoubleFunction<ODEIntegrator>> INTEGRATORS = List.of(
            step -> new DormandPrince853Integrator(1e-10, step * 20, 1e-10, 1e-10),
            step -> new DormandPrince54Integrator(1e-10, step * 20, 1e-8, 1e-8),
            step -> new GraggBulirschStoerIntegrator(1e-10, step * 20, 1e-10, 1e-10),
            step -> new AdamsMoultonIntegrator(5, 1e-10, step * 20, 1e-8, 1e-8),
            step -> new HighamHall54Integrator(1e-10, step * 20, 1e-8, 1e-8),
            ClassicalRungeKuttaIntegrator::new,
            LutherIntegrator::new);

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    (t, y) -> new double[] {y[1], -Math.sin(y[0]) - 0.1 * y[1] + 0.3 * Math.cos(0.7 * t)},
                    new double[] {1.2, 0.1},
                    12),
            new Problem((t, y) -> gravity(y), new double[] {1.3, 0, 0.1, 0.8}, 9),
            new Problem(
                    (t, y) -> new double[] {y[0] * (1.1 - 0.4 * y[1]), -y[1] * (0.4 - 0.1 * y[0])},
                    new double[] {10, 5},
                    15),
            new Problem(
                    (t, y) -> new double[] {10 * (y[1] - y[0]), y[0] * (28 - y[2]) - y[1], y[0] * y[1] - 8 * y[2] / 3},
                    new double[] {1, 1, 20},
                    3));

    private interface Slope {
        double[] at(double t, double[] y);
    }

    private record Problem(Slope slope, double[] start, double end) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return start.length;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            return slope.at(t, y);
        }
    }

    /** Where the first component passes a level; what happens then is the handler's. */
    private record Level(double level, ODEEventHandler handler) implements ODEEventDetector {
        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(0.2);
        }

        @Override
        public int getMaxIterationCount() {
            return 100;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, 1e-9, 0, 5);
        }

        @Override
        public ODEEventHandler getHandler() {
            return handler;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return state.getPrimaryState()[0] - level;
        }
    }

    /** Turns the last component around where the first one rises through the level. */
    private record Bounce(List<Double> log) implements ODEEventHandler {
        @Override
        public Action eventOccurred(ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
            log.add(state.getTime());
            return increasing ? Action.RESET_STATE : Action.CONTINUE;
        }

        @Override
        public ODEState resetState(ODEEventDetector detector, ODEStateAndDerivative state) {
            double[] y = state.getPrimaryState();
            y[y.length - 1] *= 0.95;
            return new ODEState(state.getTime(), y);
        }
    }

    private static double[] gravity(double[] y) {
        double cubed = Math.pow(y[0] * y[0] + y[1] * y[1], 1.5);
        return new double[] {y[2], y[3], -y[0] / cubed, -y[1] / cubed};
    }

    @Override
    public double[] get() {
        List<Double> results = new ArrayList<>();
        for (DoubleFunction<ODEIntegrator> integrator : INTEGRATORS) {
            for (Problem problem : PROBLEMS) {
                integrate(problem, integrator.apply(0.01), results);
            }
        }
        return results.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void integrate(Problem problem, ODEIntegrator integrator, List<Double> results) {
        double level = problem.start[0] * 0.8;
        DenseOutputModel model = new DenseOutputModel();
        List<Double> bounces = new ArrayList<>();
        int[] count = {0};
        integrator.addStepHandler(model);
        integrator.addStepHandler(interpolator -> results.add(
                interpolator.getInterpolatedState(interpolator.getCurrentState().getTime() - 1e-3)
                        .getPrimaryState()[0]));
        integrator.addEventDetector(new Level(level, new Bounce(bounces)));
        integrator.addEventDetector(new Level(
                problem.start[0] * 0.9,
                (state, detector, increasing) -> ++count[0] < 4 ? Action.RESET_DERIVATIVES : Action.STOP));
        ODEStateAndDerivative end = integrator.integrate(problem, new ODEState(0, problem.start), problem.end);
        results.addAll(bounces);
        results.add((double) integrator.getEvaluations());
        add(end, results);
        for (int i = 0; i <= 50; i++) {
            add(model.getInterpolatedState(end.getTime() * i / 50), results);
        }
    }

    private static void add(ODEStateAndDerivative state, List<Double> results) {
        results.add(state.getTime());
        for (double each : state.getCompleteState()) {
            results.add(each);
        }
        for (double each : state.getCompleteDerivative()) {
            results.add(each);
        }
    }
}
