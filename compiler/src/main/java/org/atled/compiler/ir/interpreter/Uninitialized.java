package org.atled.compiler.ir.interpreter;

/** An object whose constructor has not run yet; afterwards, the object, for every value that named it before. */
final class Uninitialized {
    private Object object;

    void initialize(Object constructed) {
        object = constructed;
    }

    Object object() {
        return object;
    }
}
