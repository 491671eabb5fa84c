package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a partial that is infinite or not a number at some finite argument of its primal. It is applied by {@link
 * StrongZero}, so that a value nothing depends on never yields {@code 0 * infinity}; this costs a branch.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Singular {}
