/**
 * The compiler: {@link org.atled.compiler.Differentiator} takes the bytes of a companion class and gives them back with
 * derivative code. What leads there is the list of passes in {@code Pipeline}. Touches no file and loads no class.
 */
package org.atled.compiler;
