package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a declared primal that it makes objects it is given elements of an array or a container. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Stores {
    /** The array or container: a parameter or {@code result}. */
    String into();

    /** The parameters that become elements; for the entries of a map that becomes one, the map itself. */
    String[] value();
}
