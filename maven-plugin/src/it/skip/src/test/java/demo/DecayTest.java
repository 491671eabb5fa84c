package demo;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.atled.NotBuiltException;
import org.junit.jupiter.api.Test;

class DecayTest {
    @Test
    void derivativeThatWasNotBuiltNamesTheGoalToRun() {
        double[] data = {1};
        NotBuiltException thrown =
                assertThrows(NotBuiltException.class, () -> DecayDerivatives.lossGradient(new double[2], data, data));
        assertTrue(thrown.getMessage().contains("goal `differentiate` of atled-maven-plugin"), thrown.getMessage());
    }
}
