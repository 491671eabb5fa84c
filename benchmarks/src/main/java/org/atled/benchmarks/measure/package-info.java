/** Checking, timing and watching one problem in a JVM of its own. */
package org.atled.benchmarks.measure;
