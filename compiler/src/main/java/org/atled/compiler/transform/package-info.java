/**
 * Functions to functions: simplification, the shape of loops, and differentiation. A pass is a final class with one
 * static entry; what it gives is valid whenever what it took was. Knows no bytecode.
 */
package org.atled.compiler.transform;
