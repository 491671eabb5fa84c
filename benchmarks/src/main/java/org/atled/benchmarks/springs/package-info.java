/** Masses on springs, as objects. */
package org.atled.benchmarks.springs;
