/**
 * What is true of a function: edges and uses, dominance, loops, what is active. Results are immutable and hold for the
 * function they were computed of; a pass that changes it asks again. Knows neither bytecode nor how functions change.
 */
package org.atled.compiler.analysis;
