/** The list of problems. */
package org.atled.benchmarks.suite;
