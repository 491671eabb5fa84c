package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that says what the derivatives of some methods are: native ones, ones of libraries, or ones whose derivative
 * is better computed in another way than by differentiating their code, as that of a solver. Atled calls these rules instead
 * of looking into the methods.
 *
 * <p>For a static method that maps numbers to a number, write one partial derivative per parameter, as described at {@link
 * org.atled.rules.PartialsOf}:
 *
 * <pre>{@code
 * @DerivativeOf(Bessel.class)
 * public abstract class BesselRules {
 *     public static double j0_dx(double x) { return -Bessel.j1(x); }
 * }
 * }</pre>
 *
 * <p>For a method that reads or writes arrays or objects, declare it by an abstract method, which names its parameters, and
 * write a pushforward and a pullback, as described at {@link org.atled.rules.RulesFor}:
 *
 * <pre>{@code
 *     abstract double norm(double[] x);
 *
 *     public static double norm_pushforward(double[] x, double[] xTangent, double result) { … }
 *
 *     public static void norm_pullback(double[] x, double[] xCotangent, double result, double resultCotangent) { … }
 * }</pre>
 *
 * <p>A pullback runs in the reverse sweep, when the program has gone on. The arrays it reads hold what they held when the
 * method was called: where they may have changed since, derivative code has kept copies. An object is given as it is then.
 *
 * <p>Where a rule is easier said in other terms than those of the method, write a method that does the same, bit for bit, and
 * is differentiated in its place: of a static method, with the same parameters and result. It may call what it stands for.
 * That of a library which works on its own objects may so be led back to one on arrays that has a rule:
 *
 * <pre>{@code
 *     public static boolean invert_substitute(Matrix a) {
 *         double[] inverse = Kernels.inverse(a.elements());
 *         if (inverse != null) { a.setElements(inverse); }
 *         return inverse != null;
 *     }
 * }</pre>
 *
 * <p>The class and its rules are public and the class is compiled with the option {@code -parameters} of javac. The build
 * finds it among the project's classes and lists it in {@code META-INF/atled/rules}, so that it works in other projects that
 * have the jar on their class path. A mistake in it is a build error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DerivativeOf {
    /** The classes whose methods the rules belong to. Calls name the class of the variable, so name subclasses, too. */
    Class<?>[] value();
}
