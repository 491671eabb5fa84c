package org.atled.processor;

import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/**
 * A parameter of a differentiable method.
 *
 * @param name as declared, unless that would hide a class which generated code uses
 * @param type as declared
 * @param erasure without type arguments and variables; identifies a signature
 * @param shape empty if it cannot carry a derivative
 * @param active whether the method is differentiated by it
 */
record Parameter(String name, Type type, Type erasure, Optional<Shape> shape, boolean active) {
    boolean isActiveArray() {
        return active && !shape.orElseThrow().isScalar();
    }

    boolean isActiveScalar() {
        return active && shape.orElseThrow().isScalar();
    }

    /** An array of numbers that is a constant: it must not share its numbers with a variable. */
    boolean isConstantArray() {
        return !active && shape.isPresent() && !shape.get().isScalar();
    }
}
