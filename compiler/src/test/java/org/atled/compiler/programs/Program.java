package org.atled.compiler.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test program: a static method that is checked four ways (see {@code FourWays}) at these inputs. Adding a program
 * costs this one method.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Program {
    /**
     * Inputs to check at, each all arguments separated by commas: numbers, {@code true}, {@code 'text'}, {@code null},
     * arrays in brackets, {@code #0} for the same object as argument 0, {@code #0.1} for its element 1.
     */
    String[] at();

    /** The value expected for each input; none if empty. */
    double[] value() default {};

    /** The gradient expected for each input, one entry per active argument, separated by commas; none if empty. */
    String[] gradient() default {};

    /** How far value and gradient may be from what is expected, relatively. */
    double within() default 1e-14;

    /** How far it may be from central differences, relatively; NaN where the program is not smooth. */
    double differences() default 1e-7;
}
