package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JacobiansTest {
    @Test
    void columnsBecomeRows() {
        double[][] columns = {{9, 9, 9}, {1, 2, 3}, {4, 5, 6}};
        assertThat(Jacobians.rows(columns, 1, 2, 3)).isDeepEqualTo(new double[][] {{1, 4}, {2, 5}, {3, 6}});
        assertThat(Jacobians.rows(columns, 1, 0, 3)).isDeepEqualTo(new double[3][0]);
        assertThat(Jacobians.rows(new float[][] {{1, 2}}, 0, 1, 2)).isDeepEqualTo(new float[][] {{1}, {2}});
    }

    @Test
    void seedsOneElementOrNone() {
        double[] vector = new double[2];
        Jacobians.seed(vector, -1);
        Jacobians.seed(vector, 2);
        assertThat(vector).containsExactly(0, 0);
        Jacobians.seed(vector, 1);
        assertThat(vector).containsExactly(0, 1);
        float[] single = new float[1];
        Jacobians.seed(single, 0);
        assertThat(single).containsExactly(1f);
    }
}
