package org.atled.solvers;

import java.util.Arrays;
import org.atled.DerivativeOf;

/**
 * Derivatives of {@link EjmlKernels}, after Giles, "Collected matrix derivative results for forward and reverse mode
 * algorithmic differentiation", 2008; those of least squares after Golub and Pereyra, "The differentiation of
 * pseudo-inverses and nonlinear least squares problems whose variables separate", 1973. A shadow is {@code null} where there
 * is nothing to follow.
 */
@DerivativeOf(EjmlKernels.class)
public abstract class EjmlRules {
    private EjmlRules() {}

    abstract double[] inverse(double[] a, int rows, int columns);

    abstract double[] solution(double[] a, int rows, int columns, double[] b, int height, int width);

    /** −A⁻¹ȦA⁻¹. */
    public static double[] inverse_pushforward(double[] aTangent, int rows, double[] result) {
        if (result == null) {
            return null;
        }
        double[] right = Matrices.product(aTangent, result, rows, rows, rows);
        double[] tangent = new double[rows * rows];
        Matrices.add(tangent, -1, Matrices.product(result, right, rows, rows, rows));
        return tangent;
    }

    public static double[] inverse_shadow(double[] result) {
        return zerosLike(result);
    }

    /** Ā −= XᵀX̄Xᵀ. */
    public static void inverse_pullback(double[] aCotangent, int rows, double[] result, double[] resultCotangent) {
        if (result != null) {
            double[] transposed = Matrices.transposed(result, rows, rows);
            double[] right = Matrices.product(resultCotangent, transposed, rows, rows, rows);
            Matrices.add(aCotangent, -1, Matrices.product(transposed, right, rows, rows, rows));
        }
    }

    /** A⁺(Ḃ − ȦX) + (AᵀA)⁻¹Ȧᵀ(B − AX); for a square matrix the second part is zero. */
    public static double[] solution_pushforward(
            double[] a,
            double[] aTangent,
            int rows,
            int columns,
            double[] b,
            double[] bTangent,
            int width,
            double[] result) {
        if (result == null) {
            return null;
        }
        double[] right = bTangent == null ? new double[rows * width] : bTangent.clone();
        if (aTangent != null) {
            Matrices.add(right, -1, Matrices.product(aTangent, result, rows, columns, width));
        }
        double[] tangent = EjmlKernels.solution(a, rows, columns, right, rows, width);
        if (aTangent != null && rows > columns) {
            double[] residual = Matrices.difference(b, Matrices.product(a, result, rows, columns, width));
            double[] transposed = Matrices.transposed(aTangent, rows, columns);
            Matrices.add(
                    tangent, 1, normal(a, rows, columns, Matrices.product(transposed, residual, columns, rows, width)));
        }
        return tangent;
    }

    public static double[] solution_shadow(double[] result) {
        return zerosLike(result);
    }

    /** With W = (AᵀA)⁻¹X̄: B̄ += AW and Ā += (B − AX)Wᵀ − AWXᵀ; for a square matrix AW is A⁻ᵀX̄. */
    public static void solution_pullback(
            double[] a,
            double[] aCotangent,
            int rows,
            int columns,
            double[] b,
            double[] bCotangent,
            int width,
            double[] result,
            double[] resultCotangent) {
        if (result == null) {
            return;
        }
        boolean isSquare = rows == columns;
        double[] w = isSquare ? null : normal(a, rows, columns, resultCotangent);
        double[] byRight = isSquare
                ? EjmlKernels.solution(Matrices.transposed(a, rows, rows), rows, rows, resultCotangent, rows, width)
                : Matrices.product(a, w, rows, columns, width);
        if (bCotangent != null) {
            Matrices.add(bCotangent, 1, byRight);
        }
        if (aCotangent != null) {
            double[] transposed = Matrices.transposed(result, columns, width);
            Matrices.add(aCotangent, -1, Matrices.product(byRight, transposed, rows, width, columns));
        }
        if (aCotangent != null && !isSquare) {
            double[] residual = Matrices.difference(b, Matrices.product(a, result, rows, columns, width));
            double[] transposed = Matrices.transposed(w, columns, width);
            Matrices.add(aCotangent, 1, Matrices.product(residual, transposed, rows, width, columns));
        }
    }

    /** (AᵀA)⁻¹M by the triangle R of A = QR, as AᵀA = RᵀR; not finite if A has not full rank. */
    private static double[] normal(double[] a, int rows, int columns, double[] m) {
        double[] triangle = EjmlKernels.triangle(a, rows, columns);
        double[] inner = DenseKernels.solve(Matrices.transposed(triangle, columns, columns), m, columns);
        double[] normal = inner == null ? null : DenseKernels.solve(triangle, inner, columns);
        if (normal == null) {
            normal = new double[m.length];
            Arrays.fill(normal, Double.NaN);
        }
        return normal;
    }

    private static double[] zerosLike(double[] result) {
        return result == null ? null : new double[result.length];
    }
}
