package org.atled.testing;

/** One property that right derivatives have. */
@FunctionalInterface
interface Check {
    /** Tests it at one point. Later checks are left out once a check of an earlier stage has failed. */
    void run(Probe probe, Verdict verdict);
}
