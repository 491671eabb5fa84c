/** Checks derivatives at the example inputs that a project gives, by running its code in a class loader of its own. */
package org.atled.compiler.check;
