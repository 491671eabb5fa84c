package org.atled.compiler.graph;

/** A node on the path of a depth-first search, and how many of its edges have been followed. */
final class Visit {
    final int node;
    final int[] successors;
    int next;

    Visit(int node, int[] successors) {
        this.node = node;
        this.successors = successors;
    }
}
