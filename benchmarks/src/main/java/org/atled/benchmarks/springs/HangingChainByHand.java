package org.atled.benchmarks.springs;

import java.util.Arrays;

/**
 * The gradient of {@link HangingChain}, in arrays: places and velocities of all steps are kept, forces are computed again on
 * the way back. Everything is allocated once; not thread-safe.
 */
final class HangingChainByHand {
    private final double drag;
    private final double h;
    /** x, y, velocity x and velocity y of all masses, at first and after each step. */
    private final double[][][] states;

    private final double[][] forces;
    private final double[][] cotangents;
    private final double[][] forceCotangents;

    HangingChainByHand(int springs, double drag, double h, int steps) {
        this.drag = drag;
        this.h = h;
        int masses = springs + 1;
        states = new double[steps + 1][4][masses];
        forces = new double[2][masses];
        cotangents = new double[4][masses];
        forceCotangents = new double[2][masses];
    }

    double gradient(
            double[] stiffness,
            double damping,
            double targetX,
            double targetY,
            double[] stiffnessGradient,
            double[] dampingGradient) {
        int last = states.length - 1;
        int end = stiffness.length;
        for (int i = 0; i <= end; i++) {
            states[0][0][i] = HangingChain.SPACING * i;
        }
        for (int step = 0; step < last; step++) {
            forces(states[step], stiffness, damping, drag, forces[0], forces[1]);
            step(states[step], states[step + 1]);
        }
        double dx = states[last][0][end] - targetX;
        double dy = states[last][1][end] - targetY;
        for (double[] cotangent : cotangents) {
            Arrays.fill(cotangent, 0);
        }
        cotangents[0][end] = 2 * dx;
        cotangents[1][end] = 2 * dy;
        Arrays.fill(stiffnessGradient, 0);
        double byDamping = 0;
        for (int step = last - 1; step >= 0; step--) {
            pullBackStep();
            byDamping +=
                    pullBackForces(states[step], stiffness, damping, forceCotangents, cotangents, stiffnessGradient);
        }
        dampingGradient[0] = byDamping;
        return dx * dx + dy * dy;
    }

    private void step(double[][] before, double[][] after) {
        move(before[2], h / HangingChain.MASS, forces[0], after[2]);
        move(before[3], h / HangingChain.MASS, forces[1], after[3]);
        move(before[0], h, after[2], after[0]);
        move(before[1], h, after[3], after[1]);
    }

    private void pullBackStep() {
        for (int axis = 0; axis < 2; axis++) {
            pullBackMove(cotangents[axis], cotangents[2 + axis], forceCotangents[axis], h, drag);
        }
    }

    /** What the fixed end feels has no effect: its force is left zero. */
    private static void forces(
            double[][] state, double[] stiffness, double damping, double drag, double[] fx, double[] fy) {
        double[] x = state[0];
        double[] y = state[1];
        double[] vx = state[2];
        double[] vy = state[3];
        double pullX = 0;
        double pullY = 0;
        for (int i = stiffness.length; i > 0; i--) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            double distance = Math.sqrt(dx * dx + dy * dy);
            double ux = dx / distance;
            double uy = dy / distance;
            double speed = (vx[i] - vx[i - 1]) * ux + (vy[i] - vy[i - 1]) * uy;
            double tension = stiffness[i - 1] * (distance - HangingChain.LENGTH) + damping * speed;
            fx[i] = pullX - tension * ux - drag * vx[i];
            fy[i] = pullY - tension * uy - drag * vy[i] - Weight.GRAVITY * HangingChain.MASS;
            pullX = tension * ux;
            pullY = tension * uy;
        }
    }

    /** Adds to cotangents and gradient; returns the derivative by the damping. */
    private static double pullBackForces(
            double[][] state,
            double[] stiffness,
            double damping,
            double[][] forceCotangents,
            double[][] cotangents,
            double[] stiffnessGradient) {
        double[] x = state[0];
        double[] y = state[1];
        double[] vx = state[2];
        double[] vy = state[3];
        double[] fx = forceCotangents[0];
        double[] fy = forceCotangents[1];
        double byDamping = 0;
        for (int i = 1; i <= stiffness.length; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            double dvx = vx[i] - vx[i - 1];
            double dvy = vy[i] - vy[i - 1];
            double inverse = 1 / Math.sqrt(dx * dx + dy * dy);
            double distance = (dx * dx + dy * dy) * inverse;
            double ux = dx * inverse;
            double uy = dy * inverse;
            double speed = dvx * ux + dvy * uy;
            double stretch = distance - HangingChain.LENGTH;
            double tension = stiffness[i - 1] * stretch + damping * speed;
            double qx = fx[i - 1] - fx[i];
            double qy = fy[i - 1] - fy[i];
            double byTension = qx * ux + qy * uy;
            stiffnessGradient[i - 1] += byTension * stretch;
            byDamping += byTension * speed;
            double bySpeed = byTension * damping;
            double byUx = tension * qx + bySpeed * dvx;
            double byUy = tension * qy + bySpeed * dvy;
            double along = byTension * stiffness[i - 1] - (byUx * ux + byUy * uy) * inverse;
            add(cotangents[0], i, byUx * inverse + along * ux);
            add(cotangents[1], i, byUy * inverse + along * uy);
            add(cotangents[2], i, bySpeed * ux);
            add(cotangents[3], i, bySpeed * uy);
        }
        return byDamping;
    }

    /** To one end of the spring, from the other. */
    private static void add(double[] cotangent, int i, double amount) {
        cotangent[i] += amount;
        cotangent[i - 1] -= amount;
    }

    private static void move(double[] x, double h, double[] v, double[] to) {
        to[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            to[i] = x[i] + h * v[i];
        }
    }

    private static void pullBackMove(
            double[] xCotangent, double[] vCotangent, double[] forceCotangent, double h, double drag) {
        for (int i = 1; i < xCotangent.length; i++) {
            double v = vCotangent[i] + h * xCotangent[i];
            double f = h / HangingChain.MASS * v;
            forceCotangent[i] = f;
            vCotangent[i] = v - drag * f;
        }
    }
}
