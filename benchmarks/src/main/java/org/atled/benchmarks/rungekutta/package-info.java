/** The classical Runge–Kutta method on a chain of linear equations. */
package org.atled.benchmarks.rungekutta;
