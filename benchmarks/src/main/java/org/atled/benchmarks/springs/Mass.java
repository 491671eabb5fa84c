package org.atled.benchmarks.springs;

/** A point with mass, in the plane. */
final class Mass {
    private final double mass;
    private double x;
    private double y;
    private double vx;
    private double vy;
    private double fx;
    private double fy;

    Mass(double mass, double x, double y) {
        this.mass = mass;
        this.x = x;
        this.y = y;
    }

    double mass() {
        return mass;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double vx() {
        return vx;
    }

    double vy() {
        return vy;
    }

    void push(double forceX, double forceY) {
        fx += forceX;
        fy += forceY;
    }

    /** By the forces since the last step: first the velocity, then the place. */
    void step(double h) {
        vx += h * fx / mass;
        vy += h * fy / mass;
        x += h * vx;
        y += h * vy;
        rest();
    }

    void rest() {
        fx = 0;
        fy = 0;
    }
}
