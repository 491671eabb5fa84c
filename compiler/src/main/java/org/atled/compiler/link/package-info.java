/**
 * Differentiating classes while a program runs: companions that link themselves, a class loader and a Java agent. For
 * programs run from an IDE and for tools; a build does it ahead of time.
 */
package org.atled.compiler.link;
