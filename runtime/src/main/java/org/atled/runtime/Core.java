package org.atled.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a private method of a {@link Companion} whose body is derivative code, still to be filled in. Not for use by
 * hand: the annotation processor writes it and the compiler reads it.
 *
 * <p>The core of an instance method takes the object first, as if it were a parameter.
 *
 * <p>The type of a shadow is, for an array of {@code double} or {@code float} of any rank, that of the array;
 * {@code Object[]} for any other array; {@code Object} for any other reference ({@link Shadow} says what stands there). The
 * shadow of {@code null}, and of what holds no numbers, is {@code null}.
 *
 * <p>{@link Mode#FORWARD}: the parameters are those of the primal, each active one followed by its tangent: of the same
 * type for a number, of the type of its shadow for a reference; then a {@link Tape}. It returns what the primal returns; the
 * tangent of the result is left in {@link Tape#returnedDouble}, {@link Tape#returnedFloat} or {@link Tape#returnedShadow}. With
 * several {@link #directions()} each active parameter is followed by as many tangents, and those of the result are left in
 * {@code returnedDouble}, {@code returnedDouble1} and so on.
 *
 * <p>{@link Mode#REVERSE}: the parameters are those of the primal, each active reference followed by its shadow; then,
 * unless the primal returns {@code void}, the cotangent of the result, of the result's type or the type of its shadow; then
 * {@code boolean accumulate}: whether the shadows hold cotangents to start from ({@code true}) or are to be zeroed once
 * the primal part has succeeded ({@code false}); then a {@link Tape}. It returns what the primal returns. Cotangents
 * of active scalar parameters are left on the tape, pushed as {@code double} in the order of the parameters. The
 * cotangent of an array or object result is the core's own to consume; {@link Cotangents#seed} refuses one of another shape
 * than the result.
 *
 * <p>{@link Mode#TAYLOR}: the parameters are those of the primal, each active number followed by its Taylor coefficients from
 * order 1 on, {@code null} for zeros (see {@link Series}); then a {@link Tape}. It returns what the primal returns and leaves the
 * coefficients of the result in {@link Tape#returnedShadow}.
 *
 * <p>{@link Mode#WIDTH}: no parameters. It returns the most directions, up to those given here, for which the forward core of
 * the same method has code: code along several directions can be too long, or switched off. Another is not to be called.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Core {
    /** Name of the primal method. */
    String method();

    /** Descriptor of the primal method. */
    String descriptor();

    Mode mode();

    /**
     * Whether the primal is a method of the companion itself, which runs another core, not of the class it belongs to: then
     * this is a derivative of a derivative.
     */
    boolean ofCompanion() default false;

    /** How many bytes the reverse of each of the primal's loops may keep, 0 for any number. For {@link Mode#REVERSE}. */
    long tapeBudget() default 0;

    /** Whether checkpoints are to be at equal distances. */
    boolean periodic() default false;

    /** One flag per parameter of the primal, for an instance method the object first: whether it has a shadow or tangent. */
    boolean[] active();

    /** How many tangents {@link Mode#FORWARD} computes at a time, 8 at most. */
    int directions() default 1;

    /** Which derivative. */
    enum Mode {
        FORWARD,
        REVERSE,
        TAYLOR,
        WIDTH
    }
}
