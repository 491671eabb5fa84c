/** What it brings to compute derivatives along several directions at a time. */
package org.atled.benchmarks.directions;
