package org.atled.runtime;

/** Puts the columns that forward mode gives into the rows that users want. Not for use by hand. */
public final class Jacobians {
    private static final int NARROW = 4;
    private static final int WIDE = 8;

    private Jacobians() {}

    /**
     * How many directions the next pass is to take.
     *
     * @param width the most for which there is code: 1, 4, 8, or all there are if they are known to be few
     * @param left how many are left
     */
    public static int directions(int width, int left) {
        if (left <= 1) {
            return 1;
        }
        return width == WIDE && left <= NARROW ? NARROW : width;
    }

    /**
     * Whether the rest of a matrix is to be computed by columns, not by rows.
     *
     * @param width the most directions in one pass
     * @param inputs how many columns there are
     * @param done how many of them are there already
     * @param outputs how many rows there are
     */
    public static boolean byColumns(int width, int inputs, int done, int outputs) {
        // A row takes as long as 2.1 to 3.5 columns of a chunk of eight, and as 2.1 of four: decays, a chain of cells,
        // a dense
        // layer, the Lorenz equations.
        int columnsPerRow = width >= NARROW ? 2 : 1;
        return done >= inputs || inputs <= (long) columnsPerRow * outputs;
    }

    /** Keeps a column, if there is such a column. */
    public static void put(Object[] columns, int index, Object column) {
        if (index < columns.length) {
            columns[index] = column;
        }
    }

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

    /** For each of some directions, zeros of a shape that is yet to be told. */
    public static Zeros[] zeros(int directions) {
        Zeros[] zeros = new Zeros[directions];
        for (int i = 0; i < directions; i++) {
            zeros[i] = new Zeros();
        }
        return zeros;
    }

    /** The shadow of an object for each direction. */
    public static Object[] zerosLike(Zeros[] zeros, Object object) {
        Object[] shadows = new Object[zeros.length];
        for (int i = 0; i < shadows.length; i++) {
            shadows[i] = zeros[i].of(object);
        }
        return shadows;
    }

    /** Sets one element of each vector to one, if there is such an element: of the next vector the next one. */
    public static void seed(double[][] vectors, int first) {
        for (int i = 0; i < vectors.length; i++) {
            seed(vectors[i], first + i);
        }
    }

    /** The same for {@code float}. */
    public static void seed(float[][] vectors, int first) {
        for (int i = 0; i < vectors.length; i++) {
            seed(vectors[i], first + i);
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
