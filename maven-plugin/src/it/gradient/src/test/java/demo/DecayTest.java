package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    @Test
    void wrongCotangentIsNamed() {
        double[] p = {2, 0.5};
        double[] three = {0, 1, 2};
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> DecayDerivatives.residualsVjp(p, three, three, new double[2]));
        assertEquals(
                "resultCotangent has length 2, but the result has length 3: pass an array of length 3.",
                refused.getMessage());
    }

    @Test
    void nullConstantIsNamedAsByTheMethodItself() {
        double[] p = {2, 0.5};
        Exception plain = assertThrows(NullPointerException.class, () -> Decay.loss(p, null, p));
        Exception derivative = assertThrows(
                NullPointerException.class, () -> DecayDerivatives.lossGradient(p, null, new double[3]));
        assertEquals("Cannot read the array length because \"t\" is null", plain.getMessage());
        assertEquals(plain.getMessage(), derivative.getMessage());
    }
}
