package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method finds a root u of another one, residual(u, …) = 0, by whatever code: the derivative of what it returns is then that
 * of the implicit function theorem, u̇ = −(∂residual/∂u)⁻¹·ṙ, and the search itself is not differentiated.
 *
 * <pre>{@code
 * @Differentiable(wrt = "u")
 * static double[] residual(double[] u, double[] p) { … }
 *
 * @RootOf("residual")
 * static double[] equilibrium(double[] start, double[] p) { … a loop … }
 * }</pre>
 *
 * <p>The named method is one of the same class, {@code @Differentiable} by its first parameter alone, which has the type that the
 * annotated method returns, {@code double} or {@code double[]}, as has its result; its other parameters are parameters of the
 * annotated method, of the same names and types. The derivative by all others, such as where the search starts, is exactly zero.
 * A place of a minimum is a root of the gradient.
 *
 * <p>In derivatives, of any order, what the search found is checked: an {@link ArithmeticException} is thrown if the residual is
 * larger than the tolerance, or ∂residual/∂u is singular. The search must leave its arguments as they are; an array that it
 * writes is an {@link IllegalStateException}. Its value is what the method returns, bit for bit. Without the annotation the search
 * is differentiated step by step.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RootOf {
    /** Name of the method that is zero at what the annotated one returns. */
    String value();

    /** At most this large, relative to max(1, |u|), may any component of the residual be. */
    double tolerance() default 1e-9;
}
