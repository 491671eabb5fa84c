package org.atled.solvers;

import org.atled.Differentiable;

/** Solutions of equations as a user would differentiate them: by the equations, and by the iteration. */
final class ImplicitModels {
    private static final double[][] A = {
        {0.5, -0.3, 0.2, 0.1}, {0.4, 0.3, -0.6, 0.2}, {-0.1, 0.7, 0.2, 0.3}, {0.3, 0.1, -0.2, 0.6}
    };

    private ImplicitModels() {}

    /** 0.4 sin(Au) + p². */
    @Differentiable(wrt = "u")
    static double[] step(double[] u, double[] p) {
        double[] next = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double sum = 0;
            for (int j = 0; j < u.length; j++) {
                sum += A[i][j] * u[j];
            }
            next[i] = 0.4 * Math.sin(sum) + p[i] * p[i];
        }
        return next;
    }

    @Differentiable
    static double[] implicit(double[] start, double[] p) {
        return Implicit.fixedPoint(u -> step(u, p), u -> ImplicitModelsDerivatives.stepJacobian(u, p), start, 1e-15);
    }

    @Differentiable
    static double[] unrolled(double[] start, double[] p) {
        return Implicit.iterate(u -> step(u, p), start, 100);
    }

    private static double score(double[] u) {
        return u[0] * u[1] + Math.exp(u[2]) * u[3];
    }

    @Differentiable(order = 2)
    static double implicitScore(double[] p) {
        return score(implicit(new double[4], p));
    }

    @Differentiable(order = 2)
    static double unrolledScore(double[] p) {
        return score(Implicit.iterate(u -> step(u, p), new double[4], 40));
    }

    /** x² + y² = p0, x·y = p1, from a start near (2, 1). */
    @Differentiable(wrt = "u")
    static double[] circle(double[] u, double[] p) {
        return new double[] {u[0] * u[0] + u[1] * u[1] - p[0], u[0] * u[1] - p[1]};
    }

    @Differentiable(order = 2)
    static double root(double[] p) {
        double[] u = Implicit.rootOf(
                w -> circle(w, p), w -> ImplicitModelsDerivatives.circleJacobian(w, p), new double[] {3, 1}, 1e-14);
        return u[0] - 2 * u[1];
    }

    /** (x + y)² = p0 + 2p1 and (x − y)² = p0 − 2p1. */
    @Differentiable(order = 2)
    static double rootByFormula(double[] p) {
        double sum = Math.sqrt(p[0] + 2 * p[1]);
        double difference = Math.sqrt(p[0] - 2 * p[1]);
        return (sum + difference) / 2 - (sum - difference);
    }

    /** Least for u = (aᵀa + p)⁻¹… in a quadratic with a quartic term. */
    @Differentiable(wrt = "u", order = 2)
    static double loss(double[] u, double[] p) {
        double a = u[0] - p[0];
        double b = u[0] * p[1] + u[1] - 1;
        return a * a + b * b + 0.1 * u[1] * u[1] * u[1] * u[1];
    }

    @Differentiable
    static double[] minimum(double[] p) {
        return Implicit.argmin(
                u -> ImplicitModelsDerivatives.lossGradient(u, p),
                u -> ImplicitModelsDerivatives.lossHessian(u, p),
                new double[] {0.5, 0.5},
                1e-13);
    }

    @Differentiable
    static double[] minimumByDescent(double[] p) {
        return Implicit.argmin(
                () -> descent(p),
                u -> ImplicitModelsDerivatives.lossGradient(u, p),
                u -> ImplicitModelsDerivatives.lossHessian(u, p),
                1e-12);
    }

    private static double[] descent(double[] p) {
        double[] u = {0, 0};
        for (int i = 0; i < 2000; i++) {
            double[] gradient = ImplicitModelsDerivatives.lossGradient(u, p);
            u[0] -= 0.2 * gradient[0];
            u[1] -= 0.2 * gradient[1];
        }
        return u;
    }

    @Differentiable
    static double[] unrolledMinimum(double[] p) {
        return Implicit.iterate(
                u -> {
                    double[] gradient = ImplicitModelsDerivatives.lossGradient(u, p);
                    return new double[] {u[0] - 0.2 * gradient[0], u[1] - 0.2 * gradient[1]};
                },
                new double[2],
                400);
    }

    /** An iteration that does not converge, and what the search is told of it. */
    @Differentiable
    static double[] diverging(double[] p) {
        return Implicit.fixedPoint(
                u -> new double[] {2 * u[0] + p[0]}, u -> new double[][] {{2}}, new double[] {1}, 1e-12);
    }

    /** Roots by bisection, whose second derivatives are those of the equation, too. */
    @Differentiable(order = 2)
    static double cubeRoot(double[] p) {
        return Roots.find(x -> x * x * x - p[0] * p[1], x -> 3 * x * x, 0, 10);
    }

    /** u with u³ + u = x, and its derivatives, each that of the one before. */
    @Differentiable
    static double cubic(double x) {
        return Implicit.rootOf(
                u -> new double[] {u[0] * u[0] * u[0] + u[0] - x},
                u -> new double[][] {{3 * u[0] * u[0] + 1}},
                new double[] {1},
                1e-15)[0];
    }

    @Differentiable
    static double first(double x) {
        return ImplicitModelsDerivatives.cubicJvp(x, 1);
    }

    @Differentiable
    static double second(double x) {
        return ImplicitModelsDerivatives.firstJvp(x, 1);
    }

    /** One step of implicit Euler for a stiff predator and its prey. */
    @Differentiable(wrt = "w")
    static double[] euler(double[] w, double[] before, double[] p) {
        double h = 0.2;
        return new double[] {
            w[0] - before[0] - h * (p[0] * w[0] - p[1] * w[0] * w[1]),
            w[1] - before[1] - h * (p[2] * w[0] * w[1] - 10 * w[1])
        };
    }

    @Differentiable
    static double[] simulation(double[] start, double[] p) {
        double[] u = start;
        for (int i = 0; i < 15; i++) {
            double[] before = u;
            u = Implicit.rootOf(
                    w -> euler(w, before, p),
                    w -> ImplicitModelsDerivatives.eulerJacobian(w, before, p),
                    before,
                    1e-14);
        }
        return u;
    }

    /** The same by Newton steps that are differentiated one by one. */
    @Differentiable
    static double[] simulationByNewton(double[] start, double[] p) {
        double[] u = start.clone();
        for (int i = 0; i < 15; i++) {
            double[] before = u.clone();
            for (int k = 0; k < 12; k++) {
                double[] r = euler(u, before, p);
                double[][] j = ImplicitModelsDerivatives.eulerJacobian(u, before, p);
                double determinant = j[0][0] * j[1][1] - j[0][1] * j[1][0];
                u = new double[] {
                    u[0] - (j[1][1] * r[0] - j[0][1] * r[1]) / determinant,
                    u[1] - (j[0][0] * r[1] - j[1][0] * r[0]) / determinant
                };
            }
        }
        return u;
    }
}
