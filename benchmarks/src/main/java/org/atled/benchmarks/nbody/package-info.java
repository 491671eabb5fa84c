/** Bodies that attract each other, moved by leapfrog. */
package org.atled.benchmarks.nbody;
