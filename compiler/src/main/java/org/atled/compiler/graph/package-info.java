/** Directed graphs whose nodes are numbers: the order of a depth-first search, and dominance. Knows no functions. */
package org.atled.compiler.graph;
