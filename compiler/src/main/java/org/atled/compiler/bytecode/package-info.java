/**
 * The only place that knows class files: bytecode to functions, functions to bytecode, and the two edits of classes,
 * the filled companion and the entry in a nest. Knows no calculus.
 */
package org.atled.compiler.bytecode;
