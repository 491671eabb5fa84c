package user;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void gradientGoesThroughTheOtherModule() {
        double[] expected = {2 * 2 * 3 * Math.sin(1), 2 * 9 * Math.cos(1)};
        assertArrayEquals(expected, ModelDerivatives.twiceGradient(new double[] {3, 1}), 1e-14);
    }
}
