package org.atled.runtime;

import java.lang.reflect.Array;

/** Puts the products of a Hessian and unit vectors into the matrix that users want. Not for use by hand. */
public final class Hessians {
    private Hessians() {}

    /**
     * Refuses a matrix that is null, not square of this size, or has a null row or one row in two places.
     *
     * @param matrix of {@code double} or {@code float}
     * @param size how many numbers the variables hold
     */
    public static void requireSquare(String name, Object[] matrix, int size) {
        requireLength(name, matrix, size);
        for (int i = 0; i < size; i++) {
            requireLength(name + "[" + i + "]", matrix[i], size);
            for (int j = 0; j < i; j++) {
                if (matrix[i] == matrix[j]) {
                    throw new IllegalArgumentException(name + "[" + j + "] and " + name + "[" + i
                            + "] are the same array: pass a matrix whose rows are arrays of their own.");
                }
            }
        }
    }

    private static void requireLength(String name, Object array, int size) {
        if (array == null || Array.getLength(array) != size) {
            throw new IllegalArgumentException(
                    name + (array == null ? " is null" : " has length " + Array.getLength(array)) + ", but there are "
                            + size + " variables: pass a matrix of " + size + " rows of length " + size + ".");
        }
    }

    /** Refuses a matrix with a row that is also something else. */
    public static void requireApart(String name, Object[] matrix, String otherName, Object other) {
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i] == other) {
                throw new IllegalArgumentException(name + "[" + i + "] and " + otherName
                        + " are the same array: pass another one for " + name + "[" + i + "].");
            }
        }
    }

    /**
     * Puts a part of one column into the lower triangle and mirrors it: the matrix is exactly symmetric.
     *
     * @param product the column in the rows of one variable
     * @param from the first of these rows
     */
    public static void put(double[] product, double[][] matrix, int column, int from) {
        for (int i = 0; i < product.length && from + i <= column; i++) {
            matrix[from + i][column] = product[i];
            matrix[column][from + i] = product[i];
        }
    }

    /** The same for {@code float}. */
    public static void put(float[] product, float[][] matrix, int column, int from) {
        for (int i = 0; i < product.length && from + i <= column; i++) {
            matrix[from + i][column] = product[i];
            matrix[column][from + i] = product[i];
        }
    }

    /**
     * The same for some columns; those that the matrix does not have are left out.
     *
     * @param products by column
     * @param count how many columns there are
     * @param first the first of these columns
     */
    public static void put(double[][] products, int count, double[][] matrix, int first, int from) {
        for (int i = 0; i < count && first + i < matrix.length; i++) {
            put(products[i], matrix, first + i, from);
        }
    }

    /** The same for {@code float}. */
    public static void put(float[][] products, int count, float[][] matrix, int first, int from) {
        for (int i = 0; i < count && first + i < matrix.length; i++) {
            put(products[i], matrix, first + i, from);
        }
    }
}
