package org.atled.rules;

/**
 * Multiplication in which a zero tangent or cotangent wins over an infinite partial: what does not vary, or is not
 * depended on, contributes nothing, also at a singular point.
 */
public final class StrongZero {
    private StrongZero() {}

    /** {@code partial * seed}, or 0 if {@code seed} is zero of either sign. */
    public static double product(double partial, double seed) {
        return seed == 0 ? 0 : partial * seed;
    }

    /** {@code partial * seed}, or 0 if {@code seed} is zero of either sign. */
    public static float product(float partial, float seed) {
        return seed == 0 ? 0 : partial * seed;
    }
}
