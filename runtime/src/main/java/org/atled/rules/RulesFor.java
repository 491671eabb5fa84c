package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of derivative rules for methods that read or write memory: arrays, boxed numbers, containers, objects.
 *
 * <p>Each primal is declared by an abstract method, which gives its parameters their names; a first parameter
 * {@code receiver} stands for the object an instance method is called on, and {@link Constructor} marks constructors. What
 * the primal does to references is said by {@link Writes}, {@link Stores}, {@link Loads}, {@link SharesElements} and {@link
 * Views}: this is how the compiler knows where active values may get to. The rules of a primal {@code f} are public static
 * methods. They take, by name, parameters of the primal, {@code result} for its value, and shadows:
 *
 * <ul>
 *   <li>{@code f_pushforward}, run after the primal in forward mode: {@code xTangent} is the shadow of {@code x}. Returns
 *       the tangent of the result.
 *   <li>{@code f_shadow}, run after the primal in the forward sweep of reverse mode: {@code xShadow} is the shadow of
 *       {@code x}. Returns the shadow of a result that is a reference.
 *   <li>{@code f_pullback}, run in the reverse sweep: {@code xCotangent} is the shadow of a reference {@code x}, {@code
 *       resultCotangent} that of the result. Returns the cotangent of the primal's number parameter, if it has one.
 * </ul>
 *
 * <p>Where no number moves, only references, {@code f_shadow} alone serves both modes. If it is left out, too, nothing is
 * to be done for the shadows.
 *
 * <p>The shadow of a reference that carries no derivative is {@code null}, the tangent of such a number is zero. The shadow
 * of an array of {@code double} or {@code float} of any rank has the type of the array, that of any other array is an {@code
 * Object[]}, that of a {@link Double} or {@link Float} a {@code double[1]}, that of a container a container of shadows, see {@link
 * ContainerShadows}.
 * Of several overloads a rule belongs to the shortest one that has all parameters it names.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RulesFor {
    /**
     * The classes or array types whose methods the rules belong to. Of several, a rule is for those that have such a
     * method, inherited ones included: calls name the class of the variable.
     */
    Class<?>[] value();
}
