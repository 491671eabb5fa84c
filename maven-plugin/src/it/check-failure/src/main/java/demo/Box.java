package demo;

import org.atled.Differentiable;
import org.atled.ExampleInput;

public final class Box {
    private Box() {}

    @Differentiable
    @ExampleInput("{2, 3}")
    static double volume(double[] x) {
        return square(x[0]) * x[1];
    }

    static double square(double x) {
        return x * x;
    }
}
