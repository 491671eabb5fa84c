package org.atled;

/** When the state of a long loop is saved on the way forward, under a {@link Differentiable#tapeBudget()}. */
public enum Checkpoints {
    /**
     * So that as little as possible runs again: for loops whose number of iterations is known when they begin, as in {@code for (int i =
     * 0; i < n; i++)} without {@code break}, the binomial distances of Griewank and Walther, "Algorithm 799: revolve", ACM
     * Transactions on Mathematical Software 26 (2000); for others those of Wang, Moin and Iaccarino, "Minimal repetition dynamic
     * checkpointing algorithm for unsteady adjoint calculation", SIAM Journal on Scientific Computing 31 (2009).
     */
    BINOMIAL,

    /** At equal distances, as far apart as the budget demands. */
    PERIODIC
}
