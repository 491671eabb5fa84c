package org.atled.solvers.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.atled.VectorFunction;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

/** Sparse Jacobians and Hessians against dense ones, entry by entry, with the number of products they take. */
final class SparseTest {
    private static double[] point(int n) {
        return new SplittableRandom(n).doubles(n, 0.5, 1.5).toArray();
    }

    /** The entries are the same, and where there are none in the pattern the dense matrix is zero. */
    private static void assertEqual(DMatrixSparseCSC sparse, double[][] dense) {
        assertThat(sparse.numRows).isEqualTo(dense.length);
        assertThat(sparse.numCols).isEqualTo(dense[0].length);
        for (int i = 0; i < dense.length; i++) {
            for (int j = 0; j < dense[i].length; j++) {
                assertThat(sparse.get(i, j)).as("entry %d, %d", i, j).isCloseTo(dense[i][j], within(1e-12));
            }
        }
    }

    private static SparseJacobian assertJacobian(VectorFunction function, int n, int products, int nonZeros) {
        SparseJacobian jacobian = SparseJacobian.of(function, point(n));
        assertThat(jacobian.products()).isEqualTo(products);
        assertThat(jacobian.pattern().nonZeros()).isEqualTo(nonZeros);
        double[] x = point(n + 1);
        double[] other = java.util.Arrays.copyOf(x, n);
        assertEqual(jacobian.at(other), function.jacobian(other));
        return jacobian;
    }

    @Test
    void bands() {
        for (int n : new int[] {4, 17, 60}) {
            assertJacobian(SparseModelsDerivatives.band(1), n, 3, 3 * n - 2);
        }
        assertJacobian(SparseModelsDerivatives.band(2), 60, 5, 5 * 60 - 6);
        assertJacobian(SparseModelsDerivatives.band(0), 10, 1, 10);
    }

    @Test
    void arrowByBothModes() {
        for (int n : new int[] {5, 50}) {
            SparseJacobian jacobian = assertJacobian(SparseModelsDerivatives.arrow(), n, 3, 3 * n - 2);
            assertThat(jacobian.columnGroups()).isPositive();
            assertThat(jacobian.rowGroups()).isPositive();
        }
    }

    @Test
    void fivePointStencil() {
        SparseJacobian jacobian = SparseJacobian.of(SparseModelsDerivatives.grid(9), point(81));
        assertThat(jacobian.pattern().nonZeros()).isEqualTo(5 * 81 - 4 * 9);
        assertThat(jacobian.products()).isBetween(5, 7);
        double[] x = point(81);
        assertEqual(jacobian.at(x), SparseModelsDerivatives.grid(9).jacobian(x));
    }

    @Test
    void bundleAdjustment() {
        int cameras = 4;
        int points = 12;
        int[] camera = new int[30];
        int[] point = new int[30];
        for (int o = 0; o < 30; o++) {
            camera[o] = o % cameras;
            point[o] = (5 * o + o / 12) % points;
        }
        VectorFunction function = SparseModelsDerivatives.reprojection(camera, point, cameras, new double[60]);
        // Five numbers of a camera and three of a point in each row, whatever the numbers of cameras and points.
        SparseJacobian jacobian = assertJacobian(function, 6 * cameras + 3 * points, 8, 60 * 8);
        assertThat(jacobian.pattern().contains(0, 6 * camera[0])).isTrue();
    }

    @Test
    void chainOfSprings() {
        SparseHessian hessian = SparseHessian.of((x, v) -> SparseModelsDerivatives.chainHvp(x, v), point(40));
        assertThat(hessian.products()).isEqualTo(3);
        assertThat(hessian.pattern().nonZeros()).isEqualTo(3 * 40 - 2);
        double[] x = point(40);
        assertEqual(hessian.at(x), SparseModelsDerivatives.chainHessian(x));
    }

    @Test
    void arrowOfAHessian() {
        SparseHessian hessian = SparseHessian.of((x, v) -> SparseModelsDerivatives.starHvp(x, v), point(30));
        assertThat(hessian.products()).isEqualTo(2);
        double[] x = point(30);
        assertEqual(hessian.at(x), SparseModelsDerivatives.starHessian(x));
    }

    @Test
    void stencilOfAHessian() {
        SparseHessian hessian = SparseHessian.of((u, v) -> SparseModelsDerivatives.surfaceHvp(u, v, 6), point(36));
        assertThat(hessian.pattern().nonZeros()).isEqualTo(5 * 36 - 4 * 6);
        assertThat(hessian.products()).isLessThanOrEqualTo(7);
        double[] x = point(36);
        assertEqual(hessian.at(x), SparseModelsDerivatives.surfaceHessian(x, 6));
    }

    /** Counts the products that detection takes. */
    private static final class Counting implements VectorFunction {
        private final VectorFunction function;
        private int products;

        Counting(VectorFunction function) {
            this.function = function;
        }

        @Override
        public double[] value(double[] x) {
            return function.value(x);
        }

        @Override
        public double[] jvp(double[] x, double[] xTangent) {
            products++;
            return function.jvp(x, xTangent);
        }

        @Override
        public double[] vjp(double[] x, double[] yCotangent) {
            products++;
            return function.vjp(x, yCotangent);
        }

        @Override
        public double[][] jacobian(double[] x) {
            return function.jacobian(x);
        }
    }

    @Test
    void detectionTakesFewProducts() {
        Counting band = new Counting(SparseModelsDerivatives.band(1));
        assertThat(SparsityPattern.ofJacobian(band, point(1000)).nonZeros()).isEqualTo(2998);
        assertThat(band.products).isLessThan(80);
        Counting grid = new Counting(SparseModelsDerivatives.grid(30));
        assertThat(SparsityPattern.ofJacobian(grid, point(900)).nonZeros()).isEqualTo(5 * 900 - 4 * 30);
        assertThat(grid.products).isLessThan(180);
    }

    @Test
    void dependenceWhereTheDerivativeIsZero() {
        SparsityPattern pattern =
                SparsityPattern.ofJacobian(SparseModelsDerivatives.branching(), new double[] {1, 0, 0});
        assertThat(pattern).hasToString("××·\n·×·\n··×\n");
        assertThat(SparsityPattern.ofJacobian(SparseModelsDerivatives.arrow(), new double[3]))
                .hasToString("×××\n××·\n×·×\n");
    }

    @Test
    void anotherBranchIsNoticed() {
        VectorFunction function = SparseModelsDerivatives.branching();
        double[] positive = {1, 2, 3};
        double[] negative = {-1, 2, 3};
        SparseJacobian jacobian = SparseJacobian.of(function, positive);
        assertThatThrownBy(() -> jacobian.at(negative))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("row 0 has entries outside of the pattern")
                .hasMessageEndingWith("Find the pattern at this point, and take the union of both.");
        SparsityPattern both =
                SparsityPattern.ofJacobian(function, positive).union(SparsityPattern.ofJacobian(function, negative));
        assertThat(both).hasToString("×××\n·×·\n··×\n");
        assertEqual(SparseJacobian.of(function, both).at(negative), function.jacobian(negative));
        assertEqual(SparseJacobian.of(function, both).at(positive), function.jacobian(positive));
    }

    /** Every coloring can be read off directly, for patterns of any shape. */
    @Test
    void randomPatterns() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 300; trial++) {
            int rows = random.nextInt(0, 12);
            int columns = rows == 0 ? 0 : random.nextInt(1, 12);
            double density = random.nextDouble(0, 0.7);
            double[][] matrix = new double[rows][columns];
            boolean[][] entries = new boolean[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    entries[i][j] = random.nextDouble() < density;
                    matrix[i][j] = entries[i][j] ? random.nextDouble(1, 2) : 0;
                }
            }
            Counting function = new Counting(linear(matrix, columns));
            SparsityPattern pattern = SparsityPattern.of(entries);
            assertThat(SparsityPattern.ofJacobian(function, new double[columns]))
                    .isEqualTo(pattern);
            SparseJacobian jacobian = SparseJacobian.of(function, pattern);
            assertThat(jacobian.products()).isLessThanOrEqualTo(Math.min(rows, columns));
            DMatrixSparseCSC sparse = jacobian.at(new double[columns]);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    assertThat(sparse.get(i, j)).isEqualTo(matrix[i][j]);
                }
            }
            symmetric(matrix, rows);
        }
    }

    private static void symmetric(double[][] half, int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i && j < half[i].length; j++) {
                matrix[i][j] = half[i][j];
                matrix[j][i] = half[i][j];
            }
        }
        VectorFunction function = linear(matrix, n);
        SparseHessian hessian = SparseHessian.of((x, v) -> function.jvp(x, v), new double[n]);
        DMatrixSparseCSC sparse = hessian.at(new double[n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(sparse.get(i, j)).isEqualTo(matrix[i][j]);
            }
        }
    }

    /** A matrix as a function; entries that are zero do not see NaN. */
    private static VectorFunction linear(double[][] matrix, int columns) {
        return new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                return new double[matrix.length];
            }

            @Override
            public double[] jvp(double[] x, double[] xTangent) {
                double[] product = new double[matrix.length];
                for (int i = 0; i < product.length; i++) {
                    for (int j = 0; j < columns; j++) {
                        product[i] += matrix[i][j] == 0 ? 0 : matrix[i][j] * xTangent[j];
                    }
                }
                return product;
            }

            @Override
            public double[] vjp(double[] x, double[] yCotangent) {
                double[] product = new double[columns];
                for (int i = 0; i < matrix.length; i++) {
                    for (int j = 0; j < columns; j++) {
                        product[j] += matrix[i][j] == 0 ? 0 : matrix[i][j] * yCotangent[i];
                    }
                }
                return product;
            }

            @Override
            public double[][] jacobian(double[] x) {
                return matrix;
            }
        };
    }

    @Test
    void wrongArguments() {
        VectorFunction roots = SparseModelsDerivatives.roots();
        assertRefused("function is null. Give that of a companion.", () -> SparseJacobian.of(null, new double[1]));
        assertRefused("x is null. Give a point.", () -> SparseJacobian.of(roots, (double[]) null));
        assertRefused(
                "pattern is null. Give a pattern, or a point to find it at.",
                () -> SparseJacobian.of(roots, (SparsityPattern) null));
        assertRefused("product is null. Give that of a companion.", () -> SparseHessian.of(null, new double[1]));
        assertRefused(
                "derivatives of output 0 are not finite at x, so its pattern cannot be found there. Give a point where"
                        + " they are.",
                () -> SparseJacobian.of(SparseModelsDerivatives.band(1), new double[] {Double.NaN, 1}));
        assertRefused(
                "the matrix at x is 2 by 3, but the pattern 2 by 2. Give an x as the pattern was made for.",
                () -> SparseJacobian.of(roots, new double[] {1, 1}).at(new double[3]));
        assertRefused("entries is null. Give a row for each output.", () -> SparsityPattern.of(null));
        assertRefused(
                "entries[1] is of length 1. Give rows of one length, one element for each input.",
                () -> SparsityPattern.of(new boolean[][] {{true, false}, {true}}));
        SparsityPattern wide = SparsityPattern.of(new boolean[2][3]);
        assertRefused(
                "the other pattern is 2 by 2. Give one of 2 by 3.",
                () -> wide.union(SparsityPattern.of(new boolean[2][2])));
        assertRefused(
                "pattern is not symmetric. Give its union with the transposed one: Hessians are symmetric.",
                () -> SparseHessian.of((x, v) -> v, SparsityPattern.of(new boolean[][] {{true, true}, {false, true}})));
        assertRefused(
                "product returned 1 numbers for 2. Let it return as many as it is given.",
                () -> SparseHessian.of((x, v) -> new double[1], new double[2]));
    }

    private static void assertRefused(String message, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
