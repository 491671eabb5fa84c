/** A recurrent network that predicts characters. */
package org.atled.benchmarks.lstm;
