/**
 * Computations whose derivatives are known in a better form than that of their code: linear algebra on EJML's matrices,
 * special functions of Hipparchus. The rules are stated as any user can state them, see {@link org.atled.DerivativeOf}.
 */
package org.atled.solvers;
