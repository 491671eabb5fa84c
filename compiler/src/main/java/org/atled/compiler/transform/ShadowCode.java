package org.atled.compiler.transform;

import org.atled.compiler.analysis.ObjectLayout;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/** Emits access to shadows: which types they have, and where they keep what belongs to a field or an element. */
final class ShadowCode {
    private static final String CLASS = "org/atled/runtime/Shadow";
    private static final Type SHADOW = Type.object(CLASS);
    private static final FieldReference NUMBERS = new FieldReference(CLASS, "numbers", Type.DOUBLE.array());
    private static final FieldReference REFERENCES = new FieldReference(CLASS, "references", Type.OBJECT.array());
    private static final MethodReference FRESH = new MethodReference("org/atled/runtime/Shadow", "<init>", "(II)V");

    private ShadowCode() {}

    /** The type of the shadow, or the tangent, of a value of this type. */
    static Type typeOf(Type primal) {
        if (!primal.isReference() || primal.leaf().isFloating() || primal.equals(Type.NULL)) {
            return primal;
        }
        return primal.isArray() ? Type.OBJECT.array() : Type.OBJECT;
    }

    /** The type of array that mirrors a new array: of the same numbers, or of shadows. */
    static Type newArrayType(Type primal) {
        if (primal.leaf().isFloating()) {
            return primal;
        }
        Type type = Type.OBJECT;
        for (int i = 0; i < primal.rank(); i++) {
            type = type.array();
        }
        return type;
    }

    static Value fresh(BlockBuilder block, ObjectLayout layout, int line) {
        Value numbers = block.literal(new Constant.OfInt(layout.numbers()), line);
        Value references = block.literal(new Constant.OfInt(layout.references()), line);
        return block.emit(SHADOW, new Op.Create(FRESH), line, numbers, references);
    }

    /** The tangent or cotangent of a floating-point field. */
    static Value number(BlockBuilder block, Value shadow, Slot slot, Type type, int line) {
        Value numbers = part(block, shadow, NUMBERS, line);
        Value index = block.literal(new Constant.OfInt(slot.index()), line);
        Value number = block.emit(Type.DOUBLE, new Op.ArrayLoad(Type.DOUBLE), line, numbers, index);
        return type.equals(Type.FLOAT) ? block.arithmetic(Operator.D2F, line, number) : number;
    }

    static void setNumber(BlockBuilder block, Value shadow, Slot slot, Value number, int line) {
        Value numbers = part(block, shadow, NUMBERS, line);
        Value index = block.literal(new Constant.OfInt(slot.index()), line);
        Value wide = number.type().equals(Type.FLOAT) ? block.arithmetic(Operator.F2D, line, number) : number;
        block.run(new Op.ArrayStore(Type.DOUBLE), line, numbers, index, wide);
    }

    /** The shadow of what a reference field of this type refers to. */
    static Value reference(BlockBuilder block, Value shadow, Slot slot, Type type, int line) {
        Value references = part(block, shadow, REFERENCES, line);
        Value index = block.literal(new Constant.OfInt(slot.index()), line);
        Value reference = block.emit(Type.OBJECT, new Op.ArrayLoad(Type.OBJECT), line, references, index);
        return TapeCode.cast(block, reference, typeOf(type), line);
    }

    static void setReference(BlockBuilder block, Value shadow, Slot slot, Value reference, int line) {
        Value references = part(block, shadow, REFERENCES, line);
        Value index = block.literal(new Constant.OfInt(slot.index()), line);
        block.run(new Op.ArrayStore(Type.OBJECT), line, references, index, reference);
    }

    private static Value part(BlockBuilder block, Value shadow, FieldReference part, int line) {
        Value object = TapeCode.cast(block, shadow, SHADOW, line);
        return block.emit(part.type(), new Op.GetField(part, false), line, object);
    }

    /** The shadow of an element, of this type, of an array of arrays or objects. */
    static Value element(BlockBuilder block, Value shadow, Value index, Type type, int line) {
        Value array = array(block, shadow, line);
        Type element = array.type().isArray() ? array.type().element() : Type.OBJECT;
        Value value = block.emit(element, new Op.ArrayLoad(Type.OBJECT), line, array, index);
        return TapeCode.cast(block, value, typeOf(type), line);
    }

    static void setElement(BlockBuilder block, Value shadow, Value index, Value element, int line) {
        block.run(new Op.ArrayStore(Type.OBJECT), line, array(block, shadow, line), index, element);
    }

    private static Value array(BlockBuilder block, Value shadow, int line) {
        return shadow.type().isArray() ? shadow : TapeCode.cast(block, shadow, Type.OBJECT.array(), line);
    }
}
