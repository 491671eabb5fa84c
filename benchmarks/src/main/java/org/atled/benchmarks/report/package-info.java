/** Tables and pictures of what was measured. */
package org.atled.benchmarks.report;
