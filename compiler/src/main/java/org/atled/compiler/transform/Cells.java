package org.atled.compiler.transform;

import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Code that keeps values in arrays of length one, or in a given place of a short array. */
final class Cells {
    private Cells() {}

    /** The type of a cell for values of this type. */
    static Type typeFor(Type value) {
        return (value.equals(Type.NULL) ? Type.OBJECT : value).array();
    }

    static Value make(InstructionAppender code, Type type, int length, int line) {
        Value size = code.literal(new Constant.OfInt(length), line);
        return code.emit(type, new Op.NewArray(type), line, size);
    }

    static void store(InstructionAppender code, Value cell, Value value, int line) {
        store(code, cell, 0, value, line);
    }

    static void store(InstructionAppender code, Value array, int index, Value value, int line) {
        Type element = value.type().isReference() ? Type.OBJECT : value.type();
        code.run(new Op.ArrayStore(element), line, array, code.literal(new Constant.OfInt(index), line), value);
    }

    static Value load(InstructionAppender code, Value cell, int line) {
        return load(code, cell, 0, line);
    }

    static Value load(InstructionAppender code, Value array, int index, int line) {
        Value at = code.literal(new Constant.OfInt(index), line);
        return code.emit(array.type().element(), loadOf(array), line, array, at);
    }

    /** What loads an element of an array. */
    static Op loadOf(Value array) {
        Type element = array.type().element();
        return new Op.ArrayLoad(element.isReference() ? Type.OBJECT : element);
    }
}
