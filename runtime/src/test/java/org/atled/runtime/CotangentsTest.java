package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A number that several paths lead to is seeded once, unless the seed has a number of its own for each path. */
final class CotangentsTest {
    private static Shadow both(double[] row, double[][] rows) {
        Shadow shadow = new Shadow(0, 2);
        shadow.references[0] = row;
        shadow.references[1] = rows;
        return shadow;
    }

    @Test
    void rowThatIsAlsoHeldByItself() {
        double[] row = new double[1];
        double[] seed = {3};
        Cotangents.seed(both(row, new double[][] {row, {0}}), both(seed, new double[][] {seed, {5}}));
        assertThat(row).containsExactly(3);
    }

    @Test
    void rowThatIsThereTwice() {
        double[] row = new double[1];
        double[] seed = {3};
        Cotangents.seed(new double[][] {row, row, null}, new double[][] {seed, seed, null});
        assertThat(row).containsExactly(3);
    }

    @Test
    void rowWithASeedForEachPlace() {
        double[] row = new double[1];
        Cotangents.seed(new double[][] {row, row}, new double[][] {{3}, {5}});
        assertThat(row).containsExactly(8);
    }

    @Test
    void copiesShareWhatIsShared() {
        double[] row = {3};
        Shadow copy = (Shadow) new ShadowWalk().copy(both(row, new double[][] {row, null}));
        assertThat(((double[][]) copy.references[1])[0])
                .isSameAs(copy.references[0])
                .isNotSameAs(row)
                .containsExactly(3);
    }
}
