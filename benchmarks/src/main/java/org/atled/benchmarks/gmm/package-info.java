/** The logarithmic posterior of a mixture of Gaussians. */
package org.atled.benchmarks.gmm;
