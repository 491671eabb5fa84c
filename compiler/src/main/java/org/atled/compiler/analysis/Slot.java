package org.atled.compiler.analysis;

/**
 * Where the shadow of an object keeps what belongs to one instance field, see {@code org.atled.runtime.Shadow}.
 *
 * @param field the field, named by the class that declares it
 * @param index among the numbers for {@code double} and {@code float}, else among the references; −1 for a field that has
 *     no place, such as an {@code int}
 * @param isConstant whether the field is declared {@code @NoDerivative}
 * @param isFinal whether only constructors write it
 */
public record Slot(String field, int index, boolean isConstant, boolean isFinal) {}
