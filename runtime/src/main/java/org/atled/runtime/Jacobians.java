package org.atled.runtime;

/** Puts the columns that forward mode gives into the rows that users want. Not for use by hand. */
public final class Jacobians {
    private Jacobians() {}

    /** Sets one element to one, if there is such an element. */
    public static void seed(double[] vector, int index) {
        if (index >= 0 && index < vector.length) {
            vector[index] = 1;
        }
    }

    /** Sets one element to one, if there is such an element. */
    public static void seed(float[] vector, int index) {
        if (index >= 0 && index < vector.length) {
            vector[index] = 1;
        }
    }

    /**
     * Some columns as a matrix by rows.
     *
     * @param columns each of length {@code rows}
     * @param from first column taken
     * @param count how many
     * @return freshly allocated, {@code rows} × {@code count}
     */
    public static double[][] rows(double[][] columns, int from, int count, int rows) {
        double[][] matrix = new double[rows][count];
        for (int j = 0; j < count; j++) {
            double[] column = columns[from + j];
            for (int i = 0; i < rows; i++) {
                matrix[i][j] = column[i];
            }
        }
        return matrix;
    }

    /** The same for {@code float}. */
    public static float[][] rows(float[][] columns, int from, int count, int rows) {
        float[][] matrix = new float[rows][count];
        for (int j = 0; j < count; j++) {
            float[] column = columns[from + j];
            for (int i = 0; i < rows; i++) {
                matrix[i][j] = column[i];
            }
        }
        return matrix;
    }
}
