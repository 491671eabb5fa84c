package org.atled.benchmarks.measure;

/** What is timed: the function alone, and each way to its derivative. */
public enum Method {
    PRIMAL("primal"),
    ATLED("Atled"),
    HAND("hand-written"),
    HIPPARCHUS("Hipparchus"),
    DIFFERENCES("differences"),
    CPP_PRIMAL("C++ primal"),
    CPP_HAND("C++ hand-written"),
    ADOLC("ADOL-C");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** What the table calls it. */
    public String label() {
        return label;
    }
}
