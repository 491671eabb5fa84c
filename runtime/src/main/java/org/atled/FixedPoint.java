package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method iterates another one until it stays where it is, u = step(u, …): the derivative of what it returns is then that
 * of the implicit function theorem, u̇ = (1 − ∂step/∂u)⁻¹·ṡ, and the iteration itself is not differentiated.
 *
 * <pre>{@code
 * @Differentiable(wrt = "u")
 * static double[] step(double[] u, double[] p) { … }
 *
 * @FixedPoint("step")
 * static double[] equilibrium(double[] start, double[] p) { … a loop … }
 * }</pre>
 *
 * <p>All else is as {@link RootOf} describes, for the residual u − step(u, …).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FixedPoint {
    /** Name of the method that leaves what the annotated one returns where it is. */
    String value();

    /** At most this far, relative to max(1, |u|), may one more step move any component. */
    double tolerance() default 1e-9;
}
