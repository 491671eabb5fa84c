package demo;

import org.atled.DerivativeOf;

/** Forgets a factor. */
@DerivativeOf(Box.class)
public abstract class BoxRules {
    public static double square_dx(double x) {
        return x;
    }
}
