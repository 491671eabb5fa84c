package org.atled.compiler.thirdparty;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives through decompositions of Hipparchus, whose constructors do all the work. */
final class HipparchusLinearTest {
    private static final double[] AT = {4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2, 1, -2, 0.3};

    @TempDir
    Path classes;

    private void check(String expression) throws Exception {
        new LibraryProject(classes, LUDecomposition.class)
                .build(List.of("org.hipparchus.linear.*"), """
                        @Differentiable
                        static double f(double[] p) {
                          double[][] rows = {{p[0], p[1], p[2]}, {p[3], p[4], p[5]}, {p[6], p[7], p[8]}};
                          RealMatrix a = new Array2DRowRealMatrix(rows);
                          RealVector b = new ArrayRealVector(new double[] {p[9], p[10], p[11]});
                          return %s;
                        }
                        """.formatted(expression))
                .check(1e-8, AT);
    }

    @Test
    void luSolve() throws Exception {
        check("new LUDecomposition(a).getSolver().solve(b).getNorm()");
    }

    @Test
    void luDeterminant() throws Exception {
        check("new LUDecomposition(a).getDeterminant()");
    }

    @Test
    void qrSolve() throws Exception {
        check("new QRDecomposition(a).getSolver().solve(b).dotProduct(b)");
    }

    @Test
    void choleskySolve() throws Exception {
        check("new CholeskyDecomposition(a.multiply(a.transpose())).getSolver().solve(b).dotProduct(b)");
    }
}
