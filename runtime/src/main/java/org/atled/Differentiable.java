package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method. For a method {@code f} of class {@code Foo} the annotation processor writes a
 * companion class {@code FooDerivatives} in the same package with typed methods such as {@code fGradient},
 * {@code fJvp}, {@code fVjp} and {@code fJacobian}; the build fills them with derivative code.
 *
 * <p>The method is differentiated with respect to every parameter of type {@code double}, {@code float} or an array of
 * them, unless {@link #wrt()} names some or {@link NoDerivative} excludes some.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
    /** Names of the parameters to differentiate by; empty (the default) means all that can carry a derivative. */
    String[] wrt() default {};
}
