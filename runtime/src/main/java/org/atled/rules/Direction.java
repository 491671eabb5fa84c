package org.atled.rules;

/** The direction of a point of the plane, also where its distance from the origin overflows or has lost digits. */
public final class Direction {
    private Direction() {}

    /**
     * Cosine of the angle between the first axis and the point ({@code x}, {@code y}); 0 at the origin.
     *
     * @param distance {@code Math.hypot(x, y)}
     */
    public static double cosine(double x, double y, double distance) {
        if (distance == 0) {
            return 0;
        }
        if (distance >= Double.MIN_NORMAL && distance <= Double.MAX_VALUE) {
            return x / distance;
        }
        double scale = distance < 1 ? 0x1p600 : 0x1p-600;
        double scaledX = x * scale;
        double scaledY = y * scale;
        return scaledX / Math.sqrt(scaledX * scaledX + scaledY * scaledY);
    }
}
