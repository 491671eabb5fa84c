/** Checks of derivatives for tests, one line each: {@link org.atled.testing.GradientCheck}. No test framework is needed. */
package org.atled.testing;
