package org.atled.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a generated class whose {@link Core} methods are to be filled with derivative code. Not for use by hand. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Companion {
    /** Binary name of the class whose methods are differentiated, {@code demo.Outer$Inner}. */
    String of();
}
