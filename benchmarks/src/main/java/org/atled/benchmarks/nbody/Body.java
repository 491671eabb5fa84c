package org.atled.benchmarks.nbody;

/** A body in space. */
final class Body {
    private final double mass;
    private double x;
    private double y;
    private double z;
    private double vx;
    private double vy;
    private double vz;
    private double ax;
    private double ay;
    private double az;

    /** At the place and with the velocity found in the arrays from this index on. */
    Body(double mass, double[] positions, double[] velocities, int start) {
        this.mass = mass;
        x = positions[start];
        y = positions[start + 1];
        z = positions[start + 2];
        vx = velocities[start];
        vy = velocities[start + 1];
        vz = velocities[start + 2];
    }

    void rest() {
        ax = 0;
        ay = 0;
        az = 0;
    }

    /** This body and the other accelerate each other. */
    void attract(Body other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        double square = dx * dx + dy * dy + dz * dz + Bodies.SOFTENING;
        double inverseCube = 1 / (square * Math.sqrt(square));
        accelerate(-other.mass * inverseCube, dx, dy, dz);
        other.accelerate(mass * inverseCube, dx, dy, dz);
    }

    private void accelerate(double factor, double dx, double dy, double dz) {
        ax += factor * dx;
        ay += factor * dy;
        az += factor * dz;
    }

    void kick(double h) {
        vx += h * ax;
        vy += h * ay;
        vz += h * az;
    }

    void drift(double h) {
        x += h * vx;
        y += h * vy;
        z += h * vz;
    }

    double squaredDistance() {
        return x * x + y * y + z * z;
    }
}
