package org.atled.runtime;

/**
 * Code that knows how often it is differentiated: what is exact to some order only can be made exact to the order that is needed.
 * Not for use by hand.
 */
public final class DerivativeOrder {
    private DerivativeOrder() {}

    /**
     * How many derivatives the calling code is part of: 0 as it is written, one more in each derivative of it, to any depth. The
     * compiler adds one wherever it differentiates the code that calls this.
     */
    public static int here() {
        return 0;
    }
}
