package org.atled.benchmarks.springs;

/** The resistance of air. */
final class Drag implements Force {
    private final Mass mass;
    private final double coefficient;

    Drag(Mass mass, double coefficient) {
        this.mass = mass;
        this.coefficient = coefficient;
    }

    @Override
    public void act() {
        mass.push(-coefficient * mass.vx(), -coefficient * mass.vy());
    }
}
