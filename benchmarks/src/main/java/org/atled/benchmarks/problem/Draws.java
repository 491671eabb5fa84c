package org.atled.benchmarks.problem;

import java.util.SplittableRandom;

/** Inputs drawn from a fixed seed, the same on every JDK. */
public final class Draws {
    private final SplittableRandom random;

    /** Draws that the seed alone determines. */
    public Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A new array of numbers, uniform between the bounds. */
    public double[] uniform(int length, double low, double high) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = uniform(low, high);
        }
        return numbers;
    }

    /** A new matrix of numbers, uniform between the bounds. */
    public double[][] uniform(int rows, int columns, double low, double high) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = uniform(columns, low, high);
        }
        return matrix;
    }

    /** A number, uniform between the bounds. */
    public double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from 0 up to the bound, which is exclusive. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A new array of whole numbers from 0 up to the bound, which is exclusive. */
    public int[] below(int length, int bound) {
        int[] numbers = new int[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = below(bound);
        }
        return numbers;
    }
}
