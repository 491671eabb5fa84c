/** A predator-prey model fitted to a century-old record of pelts, with gradients of plain Java code. */
package org.atled.samples.lynxhare;
