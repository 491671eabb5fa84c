package org.atled;

import org.atled.runtime.Layout;
import org.atled.runtime.Shadow;

/**
 * The derivative by an object, or the direction in which one moves: a number for each number in its fields. Generated
 * companions have a class {@code FooTangent} for each class {@code Foo} they need, with an accessor for each field; this
 * interface is what these have in common, and reads fields of classes that no companion was told of.
 *
 * <p>A tangent is a view: two tangents of one object read and write the same numbers, and are equal. Not thread-safe.
 */
public interface Tangent {
    /** Where the numbers are. For generated code. */
    Shadow shadow();

    /**
     * The number for a field of type {@code double} or {@code float}.
     *
     * @param owner the class that declares the field, the class of the object or one above it
     * @throws IllegalArgumentException if there is no such field, or the object was not of that class
     */
    default double number(Class<?> owner, String field) {
        return Layout.of(owner).number(shadow(), field);
    }

    /**
     * What stands for a field of another type: an array of the same type for one of {@code double} or {@code float}; a
     * {@code Tangent} for an object; an {@code Object[]}, {@code List} or {@code Map} of these; a {@code double[1]} for a
     * {@link Double}; {@code null} where there is nothing to differentiate.
     *
     * @param owner the class that declares the field, the class of the object or one above it
     * @throws IllegalArgumentException if there is no such field, or the object was not of that class
     */
    default Object reference(Class<?> owner, String field) {
        Object found = Layout.of(owner).reference(shadow(), field);
        return found instanceof Shadow inner ? (Tangent) () -> inner : found;
    }
}
