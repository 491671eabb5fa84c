package org.atled.processor;

import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/**
 * A parameter of a differentiable method, or the object an instance method is called on.
 *
 * @param name as declared, unless that would hide a class which generated code uses
 * @param type as declared
 * @param erasure without type arguments and variables; identifies a signature
 * @param descriptor of the erasure, as class files have it (JVMS 4.3.2)
 * @param shape of numbers; empty for anything else
 * @param object for what is no number and no array of numbers, but may hold some: derivative code gets a shadow for it,
 *     whether it is active or not, as the method may keep numbers in it
 * @param active whether the method is differentiated by it
 */
record Parameter(
        String name,
        Type type,
        Type erasure,
        String descriptor,
        Optional<Shape> shape,
        Optional<ObjectGradient> object,
        boolean active) {
    boolean isActiveArray() {
        return active && shape.isPresent() && !shape.get().isScalar();
    }

    boolean isActiveScalar() {
        return active && shape.isPresent() && shape.get().isScalar();
    }

    boolean isActiveObject() {
        return active && object.isPresent();
    }

    /** An object whose shadow nobody asks for. */
    boolean isUnseen() {
        return !active && object.isPresent();
    }

    /** Whether derivative code gets a shadow for it. */
    boolean hasShadow() {
        return isActiveArray() || object.isPresent();
    }

    /** Whether a derivative by it can be written where it is, once there is a place for it. */
    boolean isWritten() {
        return active && object.map(o -> o.shown().orElseThrow().written()).orElse(true);
    }

    /** An array of numbers that is a constant: it must not share its numbers with a variable. */
    boolean isConstantArray() {
        return !active && shape.isPresent() && !shape.get().isScalar();
    }

    /** The type of its shadow or tangent, as derivative code sees it. */
    Type shadowType() {
        return object.map(ObjectGradient::shadowType)
                .orElseGet(() -> shape.orElseThrow().type());
    }

    /** The type of the derivative by it, as users see it. Only for what is active. */
    Type gradientType() {
        return object.map(ObjectGradient::type)
                .orElseGet(() -> shape.orElseThrow().type());
    }
}
