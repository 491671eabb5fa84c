package org.atled.testing;

/**
 * Whether a function has a kink or a jump right at the point, in the random direction: there no derivative exists, and
 * whichever value is taken for it, differences may see another. The slopes on both sides tell: each settles, but not on the
 * same number; or both grow as the step shrinks.
 */
final class Kink {
    private static final int FINE = -18;
    private static final double SETTLED = 1e-3;
    private static final double APART = 1e-2;

    private final Probe probe;

    Kink(Probe probe) {
        this.probe = probe;
    }

    /**
     * What is to be said of it, nothing if there is none.
     *
     * @param derivative in the random direction, weighted by the random cotangent
     */
    String describe(double derivative) {
        double above = slope(FINE, 1);
        double below = slope(FINE, -1);
        double size = Math.max(Math.abs(above), Math.abs(below));
        double smallest = Math.max(size, Double.MIN_NORMAL);
        boolean apart = Math.abs(above - below) > APART * smallest;
        String slopes = "in the random direction the slope is " + Table.number(below) + " just before the point and "
                + Table.number(above) + " just behind it, the derivative says " + Table.number(derivative);
        if (apart && settled(above, slope(FINE + 1, 1), smallest) && settled(below, slope(FINE + 1, -1), smallest)) {
            return "The function has a kink here: " + slopes + ".";
        }
        boolean grows = size > 1.8 * Math.max(Math.abs(slope(FINE + 1, 1)), Math.abs(slope(FINE + 1, -1)));
        String height = Table.shortNumber(Math.scalb(size, FINE));
        return apart && grows && Double.isFinite(size) ? "The function jumps here, by " + height + "." : "";
    }

    private static boolean settled(double slope, double coarser, double size) {
        return Math.abs(slope - coarser) <= SETTLED * size;
    }

    /** Of the outputs weighted by the random cotangent. */
    private double slope(int exponent, int side) {
        double step = Math.scalb(1.0, exponent) * side;
        double[] moved = probe.x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * probe.tangent[i];
        }
        double slope = 0;
        try {
            double[] value = probe.subject.value().apply(moved);
            for (int j = 0; j < value.length; j++) {
                slope += probe.cotangent[j] * (value[j] - probe.value[j]) / step;
            }
        } catch (RuntimeException outsideDomain) {
            // Functions say so by exceptions of all kinds; there is no slope to compare then.
            return Double.NaN;
        }
        return slope;
    }
}
