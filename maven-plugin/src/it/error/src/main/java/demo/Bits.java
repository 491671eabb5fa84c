package demo;

import org.atled.Differentiable;

public final class Bits {
    private Bits() {}

    @Differentiable
    static double roundTrip(double x) {
        long bits = Double.doubleToLongBits(x);
        return Double.longBitsToDouble(bits);
    }
}
