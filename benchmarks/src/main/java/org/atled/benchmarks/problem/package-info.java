/** What a benchmark problem is. */
package org.atled.benchmarks.problem;
