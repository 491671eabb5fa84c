/** What second derivatives cost, as multiples of the function. */
package org.atled.benchmarks.second;
