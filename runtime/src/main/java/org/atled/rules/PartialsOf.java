package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of partial derivatives of static methods that map numbers to a number.
 *
 * <p>The partial of {@code f} by its parameter {@code x} is a public static method {@code f_dx}. It takes those
 * parameters of {@code f} that the formula needs, in the order and by the names they have there, and may take a last
 * parameter {@code result}, the value of {@code f}. It returns the type that {@code f} returns. A parameter without a
 * partial has the derivative zero.
 *
 * <p>Class files of the JDK do not keep the names of parameters. So a partial takes either all parameters of its primal
 * or, if the primal has a single one, at most {@code result}; or else the class declares the primal by an abstract
 * method:
 *
 * <pre>{@code
 * abstract double fma(double a, double b, double c);
 *
 * public static double fma_da(double b) { return b; }
 * }</pre>
 *
 * <p>A partial must be callable from everywhere, as must be all that it calls: it is compiled into the code of users.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartialsOf {
    /** The classes whose static methods the partials belong to. Several only where one formula serves all of them. */
    Class<?>[] value() default {};

    /**
     * Binary names of more classes that have these methods, or some of them, under the same names and with the same
     * meaning. They belong to libraries that need not be there; what such a class does not have is passed over.
     */
    String[] named() default {};
}
