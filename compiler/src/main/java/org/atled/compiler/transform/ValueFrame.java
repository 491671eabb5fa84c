package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Variables that the parts of a split method share: an array of numbers and one of references, taken from the tape where
 * there is one. Every number fits into a {@code double} without loss; {@code long} as its bits.
 */
final class ValueFrame {
    private static final MethodReference BITS = new MethodReference("java/lang/Double", "doubleToRawLongBits", "(D)J");
    private static final MethodReference NUMBER = new MethodReference("java/lang/Double", "longBitsToDouble", "(J)D");

    private final Draft draft;
    private final Value tape;
    private final Map<Value, Integer> places = new HashMap<>();
    private Value numbers;
    private Value references;
    private int numberCount;
    private int referenceCount;

    /**
     * @param tape of the draft, {@code null} if it has none
     * @param values that get a place
     */
    ValueFrame(Draft draft, Value tape, Set<Value> values) {
        this.draft = draft;
        this.tape = tape;
        for (Value value : values) {
            places.put(value, value.type().isReference() ? referenceCount++ : numberCount++);
        }
    }

    /** The tape of a method, its last parameter; {@code null} if it has none. */
    static Value tapeOf(Draft draft) {
        List<Value> parameters = draft.entry().parameters;
        Value last = parameters.isEmpty() ? null : parameters.get(parameters.size() - 1);
        return last != null && last.type().equals(Signatures.TAPE) ? last : null;
    }

    /** Makes the arrays, at the beginning of the method, with zero and {@code null} for every value. */
    void takeCleared(InstructionList code) {
        take(code);
        if (tape != null && numbers != null) {
            clear(code, numbers, numberCount, new Constant.OfDouble(0));
        }
        if (tape != null && references != null) {
            clear(code, references, referenceCount, new Constant.Null());
        }
    }

    private static void clear(InstructionList code, Value array, int count, Constant zero) {
        Type element = array.type().element();
        MethodReference fill = new MethodReference(
                "java/util/Arrays", "fill", "(" + array.type().descriptor() + "II" + element.descriptor() + ")V");
        Value from = code.literal(new Constant.OfInt(0), 0);
        code.call(fill, 0, array, from, code.literal(new Constant.OfInt(count), 0), code.literal(zero, 0));
    }

    /** Makes the arrays, at the beginning of the method. */
    void take(InstructionList code) {
        numbers = take(code, Type.DOUBLE.array(), numberCount);
        references = take(code, Type.OBJECT.array(), referenceCount);
    }

    private Value take(InstructionList code, Type type, int size) {
        if (size == 0) {
            return null;
        }
        if (tape == null) {
            Value length = code.literal(new Constant.OfInt(size), 0);
            return code.emit(type, new Op.NewArray(type), 0, length);
        }
        Value last = code.literal(new Constant.OfInt(size - 1), 0);
        return TapeCode.ensure(code, TapeCode.take(code, tape, type, 0), last, 0);
    }

    /** Gives the arrays back, at the end. */
    void give(InstructionList code) {
        for (Value array : arrays()) {
            if (tape != null) {
                Value used = array == references ? code.literal(new Constant.OfInt(referenceCount), 0) : null;
                TapeCode.give(code, tape, array, used, 0);
            }
        }
    }

    private List<Value> arrays() {
        List<Value> arrays = new ArrayList<>();
        if (numbers != null) {
            arrays.add(numbers);
        }
        if (references != null) {
            arrays.add(references);
        }
        return arrays;
    }

    boolean has(Value value) {
        return places.containsKey(value);
    }

    /** The array in which a value is. */
    Value arrayOf(Value value) {
        return value.type().isReference() ? references : numbers;
    }

    void store(InstructionList code, Value value, int line) {
        store(code, value, value, line);
    }

    /** Puts a value where another one has its place. */
    void store(InstructionList code, Value variable, Value value, int line) {
        Value place = code.literal(new Constant.OfInt(places.get(variable)), line);
        Value stored = value;
        switch (value.type().descriptor()) {
            case "I" -> stored = code.arithmetic(Operator.I2D, line, value);
            case "F" -> stored = code.arithmetic(Operator.F2D, line, value);
            case "J" -> stored = code.call(NUMBER, line, value);
            default -> {}
        }
        code.run(
                new Op.ArrayStore(stored.type().isReference() ? Type.OBJECT : Type.DOUBLE),
                line,
                arrayOf(value),
                place,
                stored);
    }

    /**
     * Reads a value again.
     *
     * @param type its own, or what more is known of it
     */
    Value load(InstructionList code, Value value, Type type, int line) {
        Value place = code.literal(new Constant.OfInt(places.get(value)), line);
        Type element = type.isReference() ? Type.OBJECT : Type.DOUBLE;
        Value loaded = code.emit(element, new Op.ArrayLoad(element), line, arrayOf(value), place);
        return switch (type.descriptor()) {
            case "I" -> code.arithmetic(Operator.D2I, line, loaded);
            case "F" -> code.arithmetic(Operator.D2F, line, loaded);
            case "J" -> code.call(BITS, line, loaded);
            default -> TapeCode.cast(code, loaded, type, line);
        };
    }
}
