package org.atled.substitutes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose public static methods take the place of methods of the JDK, and of {@link org.atled.Batch}, in code that is differentiated: those
 * of the same name and parameters, a receiver being the first of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InsteadOf {
    /** The classes and interfaces a call may name. */
    Class<?>[] value();
}
