package org.atled.rules;

/** The shadow of a boxed number, an array of one; {@code null} for a box that carries no derivative. */
public final class BoxShadow {
    private BoxShadow() {}

    public static double read(double[] shadow) {
        return shadow == null ? 0 : shadow[0];
    }

    public static void add(double[] shadow, double cotangent) {
        if (shadow != null) {
            shadow[0] += cotangent;
        }
    }

    /** The cotangent, which goes on to the number that was boxed. */
    public static double take(double[] shadow) {
        if (shadow == null) {
            return 0;
        }
        double cotangent = shadow[0];
        shadow[0] = 0;
        return cotangent;
    }
}
