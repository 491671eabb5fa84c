package demo;

import org.atled.ExampleInput;

final class Examples {
    private Examples() {}

    @ExampleInput(in = Box.class, of = "volume")
    static double[] outside() {
        return new double[] {1, Double.NaN};
    }
}
