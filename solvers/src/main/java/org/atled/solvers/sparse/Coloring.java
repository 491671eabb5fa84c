package org.atled.solvers.sparse;

/**
 * Groups of columns, or of rows, that are computed together.
 *
 * @param colors the group of each, from 0; -1 for what is in no group
 * @param count how many groups
 */
record Coloring(int[] colors, int count) {
    /** A product's seed: one for each member of a group. */
    double[] seed(int color) {
        double[] seed = new double[colors.length];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = colors[i] == color ? 1 : 0;
        }
        return seed;
    }
}
