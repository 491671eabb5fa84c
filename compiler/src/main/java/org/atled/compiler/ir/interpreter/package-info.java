/** A second way to run functions, next to the JVM: what both compute must be the same, bit for bit. */
package org.atled.compiler.ir.interpreter;
