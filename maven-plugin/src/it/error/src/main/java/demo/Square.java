package demo;

import org.atled.Differentiable;

public final class Square {
    private Square() {}

    @Differentiable
    static double square(double x) {
        return x * x;
    }
}
