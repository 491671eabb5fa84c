package org.atled.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of derivative rules for methods that read or write arrays.
 *
 * <p>Each primal is declared by an abstract method, which gives its parameters their names; a first parameter
 * {@code receiver} stands for the object an instance method is called on. The rules of a primal {@code f} are public
 * static methods. They take, by name, parameters of the primal, {@code result} for its value, and shadows:
 *
 * <ul>
 *   <li>{@code f_pushforward}, run after the primal in forward mode: {@code xTangent} is the shadow of {@code x}. Returns
 *       the tangent of the result.
 *   <li>{@code f_shadow}, run after the primal in the forward sweep of reverse mode: {@code xShadow} is the shadow of
 *       {@code x}. Returns the shadow of a result that is an array.
 *   <li>{@code f_pullback}, run in the reverse sweep: {@code xCotangent} is the shadow of an array {@code x}, {@code
 *       resultCotangent} that of the result. Returns the cotangent of the primal's number parameter, if it has one.
 * </ul>
 *
 * <p>The shadow of an array that carries no derivative is {@code null}, the tangent of such a number is zero. Of several
 * overloads a rule belongs to the shortest one that has all parameters it names.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RulesFor {
    /** The class or array type whose methods the rules belong to. */
    Class<?> value();
}
