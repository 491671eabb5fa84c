/** The program that compares gradients by Atled with others. */
package org.atled.benchmarks;
