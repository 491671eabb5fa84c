/**
 * Sparse Jacobians and Hessians: which entries can be non-zero, which columns and rows can be computed together, and the
 * matrices themselves, in EJML's compressed columns.
 */
package org.atled.solvers.sparse;
