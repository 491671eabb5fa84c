/** A chemical reaction that makes patterns. */
package org.atled.benchmarks.brusselator;
