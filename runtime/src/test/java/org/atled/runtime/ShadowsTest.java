package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ShadowsTest {
    private final double[] row = {1, 2};

    @Test
    void zerosMirrorSharedRowsAcrossArguments() {
        double[][] a = {row, {3}, row, null};
        Zeros zeros = new Zeros();
        double[][] zero = zeros.like("a", a);
        assertThat(zero).isDeepEqualTo(new double[][] {{0, 0}, {0}, {0, 0}, null});
        assertThat(zero[2]).isSameAs(zero[0]);
        assertThat(zeros.like("p", row)).isSameAs(zero[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> zeros.like("q", null))
                .withMessage("q is null: pass an array.");
    }

    @Test
    void zerosMirrorSharedMatrices() {
        float[][] matrix = {{1}, {2, 3}};
        float[][][] zero = new Zeros().like("a", new float[][][] {matrix, matrix});
        assertThat(zero[1]).isSameAs(zero[0]);
        assertThat(zero[0]).isDeepEqualTo(new float[][] {{0}, {0, 0}});
    }

    @Test
    void outerArraysAreNewAndRowsAreTheUsers() {
        double[][] given = {new double[2], new double[1]};
        double[][] shadow = Shadows.overwritten().mirror("a", new double[][] {row, {3}}, "aGradient", given);
        assertThat(shadow).isNotSameAs(given);
        assertThat(shadow[0]).isSameAs(given[0]);
        assertThat(shadow[1]).isSameAs(given[1]);
    }

    @Test
    void everyPlaceOfASharedRowReceivesTheTotal() {
        double[][] a = {row, {3}, row};
        double[][] given = {new double[2], new double[1], new double[2]};
        Shadows shadows = Shadows.overwritten();
        double[][] shadow = shadows.mirror("a", a, "aGradient", given);
        double[] p = shadows.mirror("p", row, "pGradient", new double[2]);
        assertThat(shadow[2]).isSameAs(shadow[0]).isSameAs(p);
        p[1] = 7;
        shadows.copyTotals();
        assertThat(given).isDeepEqualTo(new double[][] {{0, 7}, {0}, {0, 7}});
    }

    @Test
    void sharedMatricesShareAShadow() {
        double[][] matrix = {row};
        double[][][] given = {{new double[2]}, {new double[2]}};
        Shadows shadows = Shadows.overwritten();
        double[][][] shadow = shadows.mirror("a", new double[][][] {matrix, matrix}, "aGradient", given);
        assertThat(shadow[1]).isSameAs(shadow[0]);
        shadow[0][0][0] = 5;
        shadows.copyTotals();
        assertThat(given[1][0]).containsExactly(5, 0);
    }

    @Test
    void seedsOfASharedRowMustBeOne() {
        double[][] a = {row, row};
        refuses(
                () -> Shadows.seeded().mirror("a", a, "aTangent", new double[2][2]),
                "a[0] and a[1] are the same array, but aTangent[0] and aTangent[1] are not: pass the same array for"
                        + " both.");
        double[] seed = {1, 1};
        double[][] shadow = Shadows.seeded().mirror("a", a, "aTangent", new double[][] {seed, seed});
        assertThat(shadow[0]).isSameAs(seed).isSameAs(shadow[1]);
    }

    @Test
    void shapesAreCompared() {
        double[][] a = {row, {3}};
        refuses(
                () -> Shadows.overwritten().mirror("a", a, "aGradient", new double[3][2]),
                "aGradient has length 3, but a has length 2: pass an array of length 2.");
        refuses(
                () -> Shadows.overwritten().mirror("a", a, "aGradient", new double[2][2]),
                "aGradient[1] has length 2, but a[1] has length 1: pass an array of length 1.");
        refuses(
                () -> Shadows.overwritten().mirror("a", a, "aGradient", new double[2][]),
                "aGradient[0] is null, but a[0] is not: pass an array of the shape of a.");
        refuses(
                () -> Shadows.overwritten().mirror("a", new double[2][], "aGradient", a),
                "aGradient[0] is not null, but a[0] is null: pass an array of the shape of a.");
        refuses(
                () -> Shadows.overwritten().mirror("a", a, "aGradient", null),
                "aGradient is null, but a is not: pass" + " an array of the shape of a.");
    }

    @Test
    void noArrayPlaysTwoParts() {
        double[] shared = new double[2];
        refuses(
                () -> Shadows.overwritten().mirror("a", new double[2][2], "aGradient", new double[][] {shared, shared}),
                "aGradient[1] and aGradient[0] are the same array, but a[1] and a[0] are not: pass two arrays.");
        Shadows own = Shadows.overwritten();
        own.mirror("a", new double[][] {row}, "aGradient", new double[][] {row});
        refuses(own::requireApart, "aGradient[0] and a[0] are the same array: pass another one for aGradient[0].");
        Shadows shadows = Shadows.overwritten();
        shadows.mirror("a", new double[][] {row}, "aGradient", new double[][] {shared});
        shadows.requireApart();
        refuses(
                () -> shadows.requireConstant("c", new double[][] {{0}, row}),
                "a[0] and c[1] are the same array, but c[1] has no derivative, so that part of the derivative would be"
                        + " lost: pass a copy, c[1].clone().");
        refuses(
                () -> shadows.requireConstant("c", shared),
                "aGradient[0] and c are the same array: pass another one for aGradient[0].");
        refuses(
                () -> shadows.requireApart("kGradient", row),
                "kGradient and a[0] are the same array: pass another one for kGradient.");
        refuses(
                () -> shadows.requireApart("kGradient", shared),
                "kGradient and aGradient[0] are the same array: pass another one for kGradient.");
        assertThatCode(() -> {
                    shadows.requireConstant("c", null);
                    shadows.requireConstant("c", new double[][] {null, {1, 2}});
                    shadows.requireApart("kGradient", new double[1]);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void copiesGoDownToTheNumbers() {
        double[][] a = {row, null};
        double[][] copy = Shadows.copy(a);
        assertThat(copy).isDeepEqualTo(a).isNotSameAs(a);
        assertThat(copy[0]).isNotSameAs(row);
        assertThat(Shadows.copy(new float[] {1})).containsExactly(1f);
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
