package org.atled.benchmarks.springs;

/** What pulls a mass down. */
final class Weight implements Force {
    static final double GRAVITY = 9.81;

    private final Mass mass;

    Weight(Mass mass) {
        this.mass = mass;
    }

    @Override
    public void act() {
        mass.push(0, -GRAVITY * mass.mass());
    }
}
