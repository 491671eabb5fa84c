package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names parameters of a declared primal that it keeps, and whose derivatives are lost there, such as the keys of a map: to
 * pass an active value for them is an error.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotFollowed {
    /** Names of the parameters. */
    String[] value();
}
