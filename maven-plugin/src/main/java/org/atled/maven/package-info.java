/** The Maven goals: parameters and messages as Maven users know them, around {@code org.atled.compiler.build}. */
package org.atled.maven;
