package org.atled.rules;

/**
 * Partial derivatives of the JVM's arithmetic (JVMS 6.5) on {@code float} and {@code double}, in the form {@link
 * PartialsOf} describes: the primals are the opcodes, their operands {@code x} and {@code y}.
 *
 * <p>Opcodes not named here have the derivative zero: comparisons, and conversions from or to an integer.
 */
public final class ArithmeticPartials {
    private ArithmeticPartials() {}

    public static double dadd_dx() {
        return 1;
    }

    public static double dadd_dy() {
        return 1;
    }

    public static double dsub_dx() {
        return 1;
    }

    public static double dsub_dy() {
        return -1;
    }

    public static double dmul_dx(double y) {
        return y;
    }

    public static double dmul_dy(double x) {
        return x;
    }

    @Singular
    public static double ddiv_dx(double y) {
        return 1 / y;
    }

    @Singular
    public static double ddiv_dy(double y, double result) {
        return -result / y;
    }

    public static double drem_dx() {
        return 1;
    }

    /** Minus the truncated quotient, from the exact remainder: {@code x / y} may round up to the next integer. */
    @Singular
    public static double drem_dy(double x, double y, double result) {
        return Math.rint((result - x) / y);
    }

    public static double dneg_dx() {
        return -1;
    }

    public static float fadd_dx() {
        return 1;
    }

    public static float fadd_dy() {
        return 1;
    }

    public static float fsub_dx() {
        return 1;
    }

    public static float fsub_dy() {
        return -1;
    }

    public static float fmul_dx(float y) {
        return y;
    }

    public static float fmul_dy(float x) {
        return x;
    }

    @Singular
    public static float fdiv_dx(float y) {
        return 1 / y;
    }

    @Singular
    public static float fdiv_dy(float y, float result) {
        return -result / y;
    }

    public static float frem_dx() {
        return 1;
    }

    /** As for {@code drem}. */
    @Singular
    public static float frem_dy(float x, float y, float result) {
        return (float) Math.rint(((double) result - x) / y);
    }

    public static float fneg_dx() {
        return -1;
    }

    public static float d2f_dx() {
        return 1;
    }

    public static double f2d_dx() {
        return 1;
    }
}
