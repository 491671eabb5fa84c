package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives arguments at which the derivatives of a {@link Differentiable} method are checked: by the Maven goal
 * {@code atled:check} or the command {@code check}. Nothing else reads it.
 *
 * <p>On the differentiable method itself, if that is static and takes numbers, texts, enums and arrays of these, it lists
 * the arguments as Java writes them:
 *
 * <pre>{@code
 * @Differentiable
 * @ExampleInput({"{1.8, 0.6}", "{0, 1, 2}"})
 * static double loss(double[] p, @NoDerivative double[] t) { … }
 * }</pre>
 *
 * <p>On another static method, of the same class or of any other of the project or its tests, it names the method to check.
 * That method returns the arguments in an {@code Object[]}, for an instance method the object first; or, if there is only
 * one, that argument itself:
 *
 * <pre>{@code
 * @ExampleInput(in = Spring.class, of = "energy")
 * static Object[] stretched() {
 *   return new Object[] {new Spring(2.0), new double[] {0.1, -0.3}};
 * }
 * }</pre>
 *
 * <p>It is called once for every derivative that is taken, from one thread at a time, and returns equal numbers in new objects
 * each time, since the checks vary the numbers in them. Arrays may be the same: the checks copy them. It is not private and
 * has no parameters. A method can have several examples, one for each branch that it may take for instance. Choose points
 * where the method is smooth: at a kink there is no derivative to compare with.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ExampleInput {
    /**
     * The arguments, one text for each: {@code "1.5"}, {@code "true"}, {@code "{1, 2}"}, {@code "{{1, 0}, {0, 1}}"}, the name of an
     * enum constant, any text for a {@code String}. Only on a differentiable method.
     */
    String[] value() default {};

    /**
     * Name of the differentiable method; with parameter types, {@code "loss(double[], int)"}, if there are several of that
     * name. Only on a method that returns arguments.
     */
    String of() default "";

    /** The class that declares the differentiable method; by default the class this annotation is in. */
    Class<?> in() default void.class;
}
