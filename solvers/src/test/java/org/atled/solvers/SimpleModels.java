package org.atled.solvers;

import org.atled.Differentiable;
import org.ejml.simple.SimpleMatrix;

/** EJML's SimpleMatrix, whose solve, invert and determinant come down to methods that have rules. */
final class SimpleModels {
    private SimpleModels() {}

    /** One method for all, since there is much that SimpleMatrix may call: matrices of floats, sparse ones, complex ones. */
    @Differentiable
    static double f(double[] p) {
        SimpleMatrix a = new SimpleMatrix(3, 3);
        for (int i = 0; i < 9; i++) {
            a.set(i / 3, i % 3, p[i]);
        }
        SimpleMatrix b = new SimpleMatrix(new double[] {p[9], p[10], p[11]});
        double inverted = a.invert().elementSum();
        double solved = a.solve(b).dot(b);
        double determinant = a.determinant();
        a.set(1, 1, a.get(0, 0) * p[2]);
        a.set(4, a.get(4) + p[3] * p[3]);
        return inverted * solved + Math.sin(determinant) + a.get(1, 1);
    }
}
