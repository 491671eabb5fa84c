/** ½ |A·x − b|². */
package org.atled.benchmarks.leastsquares;
