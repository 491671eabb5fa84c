/** Reprojection errors of bundle adjustment. */
package org.atled.benchmarks.bundle;
