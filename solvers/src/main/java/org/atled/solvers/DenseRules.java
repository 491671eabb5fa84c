package org.atled.solvers;

import org.atled.DerivativeOf;

/**
 * Derivatives of {@link DenseKernels}, after Giles, "Collected matrix derivative results for forward and reverse mode
 * algorithmic differentiation", 2008. A shadow is {@code null} where there is nothing to follow.
 */
@DerivativeOf(DenseKernels.class)
public abstract class DenseRules {
    private DenseRules() {}

    abstract double[] solve(double[] a, double[] b, int n);

    abstract double determinant(double[] a, int n);

    abstract double[] symmetricEigenvalues(double[] a, int n);

    /** Ẋ = A⁻¹(Ḃ − ȦX). */
    public static double[] solve_pushforward(
            double[] a, double[] aTangent, double[] b, double[] bTangent, int n, double[] result) {
        if (result == null) {
            return null;
        }
        double[] right = bTangent == null ? new double[b.length] : bTangent.clone();
        int columns = b.length / n;
        for (int i = 0; aTangent != null && i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < columns; j++) {
                    right[i * columns + j] -= aTangent[i * n + k] * result[k * columns + j];
                }
            }
        }
        return DenseKernels.solve(a, right, n);
    }

    public static double[] solve_shadow(double[] result) {
        return result == null ? null : new double[result.length];
    }

    /** B̄ += Λ and Ā −= ΛXᵀ, where AᵀΛ = X̄. */
    public static void solve_pullback(
            double[] a, double[] aCotangent, double[] bCotangent, int n, double[] result, double[] resultCotangent) {
        if (result == null) {
            return;
        }
        double[] lambda = DenseKernels.solve(transposed(a, n), resultCotangent, n);
        int columns = lambda.length / n;
        for (int i = 0; bCotangent != null && i < lambda.length; i++) {
            bCotangent[i] += lambda[i];
        }
        for (int i = 0; aCotangent != null && i < n; i++) {
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += lambda[i * columns + j] * result[k * columns + j];
                }
                aCotangent[i * n + k] -= sum;
            }
        }
    }

    private static double[] transposed(double[] a, int n) {
        double[] transposed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = a[i * n + j];
            }
        }
        return transposed;
    }

    /** The sum of cofactors times tangents (Jacobi's formula), which holds for singular matrices, too. */
    public static double determinant_pushforward(double[] a, double[] aTangent, int n, double result) {
        double[] cofactors = cofactors(a, n, result);
        double sum = 0;
        for (int i = 0; i < n * n; i++) {
            sum += cofactors[i] * aTangent[i];
        }
        return sum;
    }

    public static void determinant_pullback(
            double[] a, double[] aCotangent, int n, double result, double resultCotangent) {
        double[] cofactors = cofactors(a, n, result);
        for (int i = 0; i < n * n; i++) {
            aCotangent[i] += cofactors[i] * resultCotangent;
        }
    }

    /** det(A)·A⁻ᵀ; of a singular matrix minor by minor. */
    private static double[] cofactors(double[] a, int n, double determinant) {
        double[] inverse = determinant == 0 ? null : DenseKernels.solve(transposed(a, n), LinearAlgebra.identity(n), n);
        double[] cofactors = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cofactors[i * n + j] = inverse == null ? cofactor(a, n, i, j) : determinant * inverse[i * n + j];
            }
        }
        return cofactors;
    }

    private static double cofactor(double[] a, int n, int row, int column) {
        if (n == 1) {
            return 1;
        }
        double[] minor = new double[(n - 1) * (n - 1)];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != row && j != column) {
                    minor[at++] = a[i * n + j];
                }
            }
        }
        double determinant = DenseKernels.determinant(minor, n - 1);
        return (row + column) % 2 == 0 ? determinant : -determinant;
    }

    /** λ̇ᵢ = vᵢᵀȦvᵢ. */
    public static double[] symmetricEigenvalues_pushforward(double[] a, double[] aTangent, int n) {
        double[] vectors = DenseKernels.eigen(a, n).vectors();
        double[] tangent = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    tangent[i] += vectors[i * n + j] * aTangent[j * n + k] * vectors[i * n + k];
                }
            }
        }
        return tangent;
    }

    public static double[] symmetricEigenvalues_shadow(double[] result) {
        return new double[result.length];
    }

    /** Ā += Σ λ̄ᵢvᵢvᵢᵀ. */
    public static void symmetricEigenvalues_pullback(double[] a, double[] aCotangent, int n, double[] resultCotangent) {
        double[] vectors = DenseKernels.eigen(a, n).vectors();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    aCotangent[j * n + k] += resultCotangent[i] * vectors[i * n + j] * vectors[i * n + k];
                }
            }
        }
    }
}
