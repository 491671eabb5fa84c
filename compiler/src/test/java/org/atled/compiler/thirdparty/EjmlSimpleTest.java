package org.atled.compiler.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_CDRM;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_ZDRM;
import org.ejml.simple.SimpleMatrix;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.ejml.sparse.csc.CommonOps_FSCC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EJML's SimpleMatrix, differentiated through EJML's own code. */
final class EjmlSimpleTest {
    private static final double[] AT = {4, 1, 0.5, 0.7, 3, -0.2, 0.1, 0.4, 2, 1, -2, 0.3};

    @TempDir
    Path classes;

    private double[] gradient(String expression) throws Exception {
        return project(expression).check(1e-8, AT);
    }

    private LibraryProject project(String expression) throws Exception {
        return new LibraryProject(
                        classes,
                        SimpleMatrix.class,
                        DMatrixRMaj.class,
                        CommonOps_DDRM.class,
                        CommonOps_FDRM.class,
                        CommonOps_ZDRM.class,
                        CommonOps_CDRM.class,
                        CommonOps_DSCC.class,
                        CommonOps_FSCC.class)
                .build(List.of("org.ejml.simple.*"), """
                        @Differentiable
                        static double f(double[] p) {
                          SimpleMatrix a = new SimpleMatrix(3, 3, true, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
                          SimpleMatrix b = new SimpleMatrix(new double[] {p[9], p[10], p[11]});
                          return %s;
                        }
                        """.formatted(expression));
    }

    @Test
    void determinant() throws Exception {
        assertThat(gradient("a.determinant()")[0]).isCloseTo(3 * 2 + 0.2 * 0.4, within(1e-13));
    }

    @Test
    void productsAndSums() throws Exception {
        gradient("a.mult(a).plus(a).mult(b).elementSum()");
    }

    @Test
    void transposeScaleMinusDot() throws Exception {
        gradient("a.transpose().mult(b).minus(b.scale(2)).dot(b)");
    }

    /** Which takes threads for more than 50,000 elements. */
    @Test
    void threadsForLargeMatricesAreAnErrorAtTheCall() throws Exception {
        LibraryProject project =
                project("SimpleMatrix.identity(300).scale(p[0]).mult(SimpleMatrix.identity(300)).trace()");
        assertThatThrownBy(() -> project.check(1e-8, AT))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("the derivative of ConcurrencyOps.loop")
                .hasMessageEndingWith(" is not known: the build could not differentiate it. Look for its note"
                        + " AtledImplementation in the output of the build, which says why.");
    }
}
