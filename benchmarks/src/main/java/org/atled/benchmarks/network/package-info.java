/** A dense neural network. */
package org.atled.benchmarks.network;
