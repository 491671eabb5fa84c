/**
 * Derivative rules as the compiler sees them: read from the Java methods in {@code org.atled.rules} and checked when the
 * class is loaded. {@link org.atled.compiler.rule.Rules} is the list.
 */
package org.atled.compiler.rule;
