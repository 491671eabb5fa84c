/** log Σ exp xᵢ. */
package org.atled.benchmarks.logsumexp;
