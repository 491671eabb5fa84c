package demo;

import org.atled.ExampleInput;
import org.junit.jupiter.api.Assertions;

/** Needs the class path of the tests. */
final class Examples {
    private Examples() {}

    @ExampleInput(in = Spring.class, of = "energy")
    static Object[] stretched() {
        Assertions.assertEquals("atled-check", Thread.currentThread().getContextClassLoader().getName());
        return new Object[] {new Spring(2), new double[] {0.1}};
    }
}
