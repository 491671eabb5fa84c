package org.atled.benchmarks.springs;

/** A damped spring between two masses. */
final class Spring implements Force {
    private final Mass a;
    private final Mass b;
    private final double stiffness;
    private final double damping;
    private final double length;

    Spring(Mass a, Mass b, double stiffness, double damping, double length) {
        this.a = a;
        this.b = b;
        this.stiffness = stiffness;
        this.damping = damping;
        this.length = length;
    }

    @Override
    public void act() {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double distance = Math.sqrt(dx * dx + dy * dy);
        double ux = dx / distance;
        double uy = dy / distance;
        double speed = (b.vx() - a.vx()) * ux + (b.vy() - a.vy()) * uy;
        double tension = stiffness * (distance - length) + damping * speed;
        a.push(tension * ux, tension * uy);
        b.push(-tension * ux, -tension * uy);
    }
}
