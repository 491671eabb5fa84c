package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ArgumentsTest {
    private final double[] p = {1, 2};
    private final double[] q = {3, 4};
    private final double[] pGradient = new double[2];
    private final double[] qGradient = new double[2];

    @Test
    void shadowsThatFitPass() {
        assertThatCode(() -> Arguments.requireShadow("p", p, "pGradient", pGradient))
                .doesNotThrowAnyException();
        assertThatCode(() -> Arguments.requireShadow("w", new float[1], "wGradient", new float[1]))
                .doesNotThrowAnyException();
    }

    @Test
    void nullIsNamed() {
        refuses(
                () -> Arguments.requireShadow("p", (double[]) null, "pGradient", pGradient),
                "p is null: pass an array.");
        refuses(() -> Arguments.requireShadow("p", p, "pGradient", null), "pGradient is null: pass an array.");
        refuses(() -> Arguments.requireSingle("kGradient", (float[]) null), "kGradient is null: pass an array.");
    }

    @Test
    void lengthsAreNamed() {
        refuses(
                () -> Arguments.requireShadow("p", p, "pGradient", new double[3]),
                "pGradient has length 3, but p has length 2: pass an array of length 2.");
        refuses(
                () -> Arguments.requireShadow("w", new float[0], "wGradient", new float[1]),
                "wGradient has length 1, but w has length 0: pass an array of length 0.");
        refuses(
                () -> Arguments.requireSingle("kGradient", new double[0]),
                "kGradient has length 0, but it takes the derivative by one number: pass an array of length 1.");
        refuses(
                () -> Arguments.requireCotangent("yCotangent", new double[1], p),
                "yCotangent has length 1, but the result has length 2: pass an array of length 2.");
        refuses(
                () -> Arguments.requireCotangent("yCotangent", new double[][] {{1}, {2}}, new double[][] {{1}, {2, 3}}),
                "yCotangent[1] has length 1, but the result has length 2: pass an array of length 2.");
        refuses(
                () -> Arguments.requireCotangent("yCotangent", new double[][] {{1}, null}, new double[][] {{1}, {2}}),
                "yCotangent[1] is null, but that part of the result is not: pass an array of the shape of the result.");
        refuses(
                () -> Arguments.requireCotangent("yCotangent", p, null),
                "yCotangent is not null, but that part of the result is null: pass an array of the shape of the"
                        + " result.");
    }

    @Test
    void oneArrayForTwoPartsIsRefused() {
        refuses(
                () -> Arguments.requireShadow("p", p, "pGradient", p),
                "pGradient and p are the same array: pass another one for pGradient.");
        refuses(
                () -> Arguments.requireConstant("p", p, "t", p),
                "p and t are the same array, but t has no derivative, so that part of the derivative would be lost:"
                        + " pass a copy, t.clone().");
        refuses(
                () -> Arguments.requireOwnShadows("p", p, "pGradient", pGradient, "q", q, "qGradient", pGradient),
                "pGradient and qGradient are the same array, but p and q are not: pass two arrays.");
    }

    @Test
    void rowsOfConstantsAreSearched() {
        double[][][] data = {{{1, 2}}, {null, p}, {{3}}};
        refuses(
                () -> Arguments.requireConstant("p", p, "data", data),
                "p and data[1][1] are the same array, but data[1][1] has no derivative, so that part of the derivative"
                        + " would be lost: pass a copy, data[1][1].clone().");
        refuses(
                () -> Arguments.requireApart("pGradient", p, "data", data),
                "pGradient and data[1][1] are the same array: pass another one for pGradient.");
        assertThatCode(() -> Arguments.requireConstant("q", new double[2], "data", data))
                .doesNotThrowAnyException();
    }

    @Test
    void seedsMirrorAliasing() {
        refuses(
                () -> Arguments.requireMirrored("p", p, "pTangent", pGradient, "q", p, "qTangent", qGradient),
                "p and q are the same array, but pTangent and qTangent are not: pass the same array for both.");
        assertThatCode(() -> {
                    Arguments.requireMirrored("p", p, "pTangent", pGradient, "q", p, "qTangent", pGradient);
                    Arguments.requireMirrored("p", p, "pTangent", pGradient, "q", q, "qTangent", qGradient);
                    Arguments.requireOwnShadows("p", p, "pGradient", pGradient, "q", p, "qGradient", qGradient);
                })
                .doesNotThrowAnyException();
    }

    /** A constant such as {@code NONE = new double[0]} may well be passed for everything. */
    @Test
    void anEmptyArrayMayPlayAnyNumberOfParts() {
        double[] none = {};
        assertThatCode(() -> {
                    Arguments.requireShadow("p", none, "pGradient", none);
                    Arguments.requireConstant("p", none, "t", none);
                    Arguments.requireOwnShadows("p", none, "pGradient", none, "q", p, "qGradient", none);
                })
                .doesNotThrowAnyException();
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
