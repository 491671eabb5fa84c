package org.atled.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a private method of a {@link Companion} whose body is derivative code, still to be filled in. Not for use by
 * hand: the annotation processor writes it and the compiler reads it.
 *
 * <p>{@link Mode#FORWARD}: the parameters are those of the primal, each active one followed by its tangent, of the same
 * type; then a {@link Tape}. It returns what the primal returns; the tangent of the result is left in
 * {@link Tape#returnedDouble}, {@link Tape#returnedFloat} or {@link Tape#returnedShadow}.
 *
 * <p>{@link Mode#REVERSE}: the parameters are those of the primal, each active array followed by its shadow, of the same
 * type; then, unless the primal returns {@code void}, the cotangent of the result, of the result's type; then
 * {@code boolean accumulate}: whether the shadows hold cotangents to start from ({@code true}) or are to be zeroed once
 * the primal part has succeeded ({@code false}); then a {@link Tape}. It returns what the primal returns. Cotangents
 * of active scalar parameters are left on the tape, pushed as {@code double} in the order of the parameters. The
 * cotangent of an array result is the core's own to consume; {@link Cotangents#seed} refuses one of another shape than
 * the result.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Core {
    /** Name of the primal method. */
    String method();

    /** Descriptor of the primal method. */
    String descriptor();

    Mode mode();

    /** One flag per parameter of the primal: whether it is differentiated by. */
    boolean[] active();

    /** Which derivative. */
    enum Mode {
        FORWARD,
        REVERSE
    }
}
