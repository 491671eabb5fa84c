package org.atled.runtime;

/**
 * The shadow of one object: a place for the tangent or cotangent of each of its numbers, and for the shadow of each object
 * it refers to. Not for use by hand: generated companions show it by accessors with names. Not thread-safe.
 *
 * <p>Both arrays follow the layout of the object's class: class by class from the topmost superclass outside {@code java.}
 * down to the class itself, and in each class by name. Non-static fields of type {@code double} and {@code float} take the
 * next places among the numbers, those of class, interface and array types the next among the references. So a subclass
 * extends the layout of its superclass. Fields that are {@link org.atled.NoDerivative} have places too, which nobody uses.
 *
 * <p>Shadows mirror identity: one object has one shadow, wherever it is referred to.
 */
public final class Shadow {
    /** Tangents or cotangents of the fields of type {@code double} and {@code float}. */
    public final double[] numbers;

    /**
     * Shadows of what the reference fields refer to: a {@link Shadow} for an object, an array of the same type for one of
     * {@code double} or {@code float} of any rank, an {@code Object[]} of shadows for any other array, a {@code double[1]}
     * for a {@link Double} or {@link Float}, a container of shadows for a container; {@code null} for {@code null} and for
     * what holds no numbers.
     */
    public final Object[] references;

    /** A shadow that is zero and refers to nothing. */
    public Shadow(int numbers, int references) {
        this.numbers = new double[numbers];
        this.references = new Object[references];
    }
}
