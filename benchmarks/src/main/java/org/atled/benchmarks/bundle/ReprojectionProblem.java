package org.atled.benchmarks.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Flat;
import org.atled.benchmarks.problem.Gradient;
import org.atled.benchmarks.problem.Inputs;
import org.atled.benchmarks.problem.Problem;

/**
 * The Jacobian of all reprojection errors of a scene, in blocks. Sizes: cameras, points, observations. Inputs: cameras,
 * points, weights, features, and for each observation the number of its camera and of its point.
 */
public final class ReprojectionProblem implements Problem {
    private final Scene scene;

    /** With this many cameras, points and observations. */
    public ReprojectionProblem(int cameras, int points, int observations) {
        scene = Scene.random(cameras, points, observations);
    }

    static double sum(Scene scene) {
        double[] error = new double[2];
        double sum = 0;
        for (int i = 0; i < scene.observations(); i++) {
            error(scene, i, error);
            sum += error[0] + error[1];
            sum += Reprojection.weightError(scene.weights()[i]);
        }
        return sum;
    }

    static void error(Scene scene, int i, double[] error) {
        Reprojection.error(
                scene.cameras()[scene.cameraOf()[i]],
                scene.points()[scene.pointOf()[i]],
                scene.weights()[i],
                scene.features()[i],
                error);
    }

    @Override
    public double primal() {
        return sum(scene);
    }

    @Override
    public Derivative atled() {
        Jacobian jacobian = new Jacobian(scene.observations());
        ReprojectionByAtled byAtled = new ReprojectionByAtled();
        return new Gradient(() -> byAtled.jacobian(scene, jacobian), jacobian.blocks(), jacobian.ofWeights());
    }

    @Override
    public Derivative hand() {
        Jacobian jacobian = new Jacobian(scene.observations());
        ReprojectionByHand byHand = new ReprojectionByHand();
        return new Gradient(() -> byHand.jacobian(scene, jacobian), jacobian.blocks(), jacobian.ofWeights());
    }

    @Override
    public Optional<Derivative> hipparchus() {
        Jacobian jacobian = new Jacobian(scene.observations());
        return Optional.of(new Gradient(
                () -> ReprojectionByHipparchus.jacobian(scene, jacobian), jacobian.blocks(), jacobian.ofWeights()));
    }

    @Override
    public Differences differences() {
        return new ReprojectionDifferences(scene);
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(
                List.of(scene.cameras().length, scene.points().length, scene.observations()),
                Flat.of(scene.cameras()),
                Flat.of(scene.points()),
                scene.weights(),
                Flat.of(scene.features()),
                Arrays.stream(scene.cameraOf()).asDoubleStream().toArray(),
                Arrays.stream(scene.pointOf()).asDoubleStream().toArray());
    }
}
