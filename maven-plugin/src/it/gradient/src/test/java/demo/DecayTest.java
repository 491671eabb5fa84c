package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecayTest {
    @Test
    void gradientIsRight() {
        double[] gradient = DecayDerivatives.lossGradient(
                new double[] {2, 0.5}, new double[] {0, 1, 2}, new double[] {2, 1, 1});
        double da = 0;
        double dk = 0;
        for (int i = 0; i < 3; i++) {
            double e = Math.exp(-0.5 * i);
            double r = 2 * e - (i == 0 ? 2 : 1);
            da += 2 * r * e;
            dk -= 2 * r * 2 * i * e;
        }
        assertEquals(da, gradient[0], 1e-14);
        assertEquals(dk, gradient[1], 1e-14);
    }
}
