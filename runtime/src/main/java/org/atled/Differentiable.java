package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method. For a method {@code f} of class {@code Foo} the annotation processor
 * writes a companion class {@code FooDerivatives} in the same package ({@code Outer_InnerDerivatives} for a nested
 * class); the build fills it with derivative code.
 *
 * <p>The method is differentiated by every parameter of type {@code double}, {@code float} or an array of them of any
 * rank, by objects that hold such numbers, and by the object it is called on, unless {@link #wrt()} names some or
 * {@link NoDerivative} excludes some. The derivative by a record of numbers is such a record, by any other object a
 * {@link Tangent}. Parameters of the other primitive types, strings, enums, boxed integers and arrays of these are constants
 * by themselves, and so are functions; for what else holds no numbers say {@link NoDerivative}.
 *
 * <p>What the companion has depends on the result of {@code f}:
 *
 * <ul>
 *   <li>{@code double} or {@code float}: {@code fGradient} in two forms, or {@code fGradient} and {@code fValueAndGradient} where
 *       the gradient cannot be overwritten, as a record; {@code fJvp}; {@code fGradientBatch} for many sets of numbers and arrays.
 *   <li>an array or object: {@code fJvp}, {@code fVjp}; and {@code fJacobian} if the result is a vector and all variables are
 *       vectors or scalars of the same primitive type.
 *   <li>{@code void}, with the result left in an array or object: {@code fJvp}, {@code fVjp}, both in place.
 *   <li>if the only variable is a {@code double[]}, the result {@code double} or {@code double[]}, and no checked
 *       exception is declared, {@code f} with the constants as parameters: a {@link ScalarFunction} or
 *       {@link VectorFunction}.
 * </ul>
 *
 * <p>The Javadoc of each generated method says what it reads, writes and returns. Methods in local and anonymous classes
 * cannot be annotated: no annotation processor gets to see them, and the build reports them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
    /**
     * Names of the parameters to differentiate by, {@code "this"} for the object the method is called on; empty (the default)
     * means all that can carry a derivative.
     */
    String[] wrt() default {};

    /**
     * How often the method is to be differentiated, 1 or 2. With 2, for a method that returns {@code double} or {@code float}
     * and whose variables are numbers and arrays of numbers, the companion also has {@code fHvp}, the product of the Hessian and a vector,
     * in two forms, and, where all variables are vectors or scalars of one primitive type, {@code fHessian} in two forms. The derivative code is
     * then about three times as long, and takes about three times as long to make, which is why it has to be asked for.
     */
    int order() default 1;

    /**
     * Whether the companion is to have {@code fTaylor}, the Taylor coefficients to any order. For methods that return {@code
     * double} and whose variables are all of type {@code double}; they may compute with such numbers, {@code java.lang.Math},
     * branches, loops and calls of methods.
     */
    boolean taylor() default false;

    /**
     * How much memory the gradient may take to remember each outermost loop: {@code "64MB"}, {@code "500kB"}, {@code "2GB"}, or a
     * number of bytes; empty (the default) for any amount, as long as the heap has it. For long simulations. The units are powers of 1024.
     *
     * <p>As long as all iterations fit, nothing changes. If not, the state of the loop is saved now and then, and iterations run
     * again from there when the reverse sweep needs them, which takes longer, but not more memory. The compiler finds out what the
     * state is. Outermost loops are those of the method that are in no other, and those of what it calls outside of its loops. A loop that
     * cannot run twice, as it prints or draws random numbers, is noted by the build and remembered whole. The value has the same bits, and
     * derivatives differ in rounding at most. Half of the budget is for saved states; two states and one iteration are kept even
     * if they take more. Second derivatives remember everything.
     */
    String tapeBudget() default "";

    /** Where states are saved under a {@link #tapeBudget()}. */
    Checkpoints checkpoints() default Checkpoints.BINOMIAL;
}
