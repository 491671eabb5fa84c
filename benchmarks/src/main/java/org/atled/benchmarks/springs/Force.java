package org.atled.benchmarks.springs;

/** What pushes masses. */
interface Force {
    void act();
}
