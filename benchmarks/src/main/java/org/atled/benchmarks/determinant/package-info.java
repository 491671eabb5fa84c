/** The determinant by minors. */
package org.atled.benchmarks.determinant;
