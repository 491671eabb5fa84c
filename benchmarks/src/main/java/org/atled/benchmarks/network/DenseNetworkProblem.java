package org.atled.benchmarks.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Differences;
import org.atled.benchmarks.problem.Draws;
import org.atled.benchmarks.problem.Flat;
import org.atled.benchmarks.problem.Gradient;
import org.atled.benchmarks.problem.GradientDifferences;
import org.atled.benchmarks.problem.Inputs;
import org.atled.benchmarks.problem.Problem;

/** A dense network, by all weights and biases. Sizes: pixels, hidden units, classes, pictures; the last array is the labels. */
public final class DenseNetworkProblem implements Problem {
    private final double[][] weights1;
    private final double[] biases1;
    private final double[][] weights2;
    private final double[] biases2;
    private final double[][] pictures;
    private final int[] labels;

    /** With this many units in each layer and pictures in a batch. */
    public DenseNetworkProblem(int pixels, int hidden, int classes, int batch) {
        Draws draws = new Draws(11);
        double bound1 = 1 / Math.sqrt(pixels);
        double bound2 = 1 / Math.sqrt(hidden);
        weights1 = draws.uniform(hidden, pixels, -bound1, bound1);
        biases1 = draws.uniform(hidden, -bound1, bound1);
        weights2 = draws.uniform(classes, hidden, -bound2, bound2);
        biases2 = draws.uniform(classes, -bound2, bound2);
        pictures = draws.uniform(batch, pixels, 0, 1);
        labels = draws.below(batch, classes);
    }

    @Override
    public double primal() {
        return DenseNetwork.loss(weights1, biases1, weights2, biases2, pictures, labels);
    }

    @Override
    public Derivative atled() {
        double[][] a = likeWeights1();
        double[] b = new double[biases1.length];
        double[][] c = likeWeights2();
        double[] d = new double[biases2.length];
        return new Gradient(
                () -> DenseNetworkDerivatives.lossGradient(
                        weights1, biases1, weights2, biases2, pictures, labels, a, b, c, d),
                rows(a, b, c, d));
    }

    @Override
    public Derivative hand() {
        double[][] a = likeWeights1();
        double[] b = new double[biases1.length];
        double[][] c = likeWeights2();
        double[] d = new double[biases2.length];
        DenseNetworkByHand byHand = new DenseNetworkByHand(biases1.length, biases2.length, pictures.length);
        return new Gradient(
                () -> byHand.gradient(weights1, biases1, weights2, biases2, pictures, labels, a, b, c, d),
                rows(a, b, c, d));
    }

    /** Empty: with a hundred thousand variables each number would carry as many derivatives. */
    @Override
    public Optional<Derivative> hipparchus() {
        return Optional.empty();
    }

    @Override
    public Differences differences() {
        return new GradientDifferences(this::primal, rows(weights1, biases1, weights2, biases2));
    }

    @Override
    public Inputs inputs() {
        return Inputs.of(
                List.of(pictures[0].length, biases1.length, biases2.length, pictures.length),
                Flat.of(weights1),
                biases1,
                Flat.of(weights2),
                biases2,
                Flat.of(pictures),
                Arrays.stream(labels).asDoubleStream().toArray());
    }

    private double[][] likeWeights1() {
        return new double[weights1.length][weights1[0].length];
    }

    private double[][] likeWeights2() {
        return new double[weights2.length][weights2[0].length];
    }

    private static double[][] rows(double[][] a, double[] b, double[][] c, double[] d) {
        double[][] rows = new double[a.length + c.length + 2][];
        System.arraycopy(a, 0, rows, 0, a.length);
        rows[a.length] = b;
        System.arraycopy(c, 0, rows, a.length + 1, c.length);
        rows[rows.length - 1] = d;
        return rows;
    }
}
