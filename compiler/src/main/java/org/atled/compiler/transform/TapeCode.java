package org.atled.compiler.transform;

import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Emits what derivative code does with its tape: push, pop, take and give arrays, leave and fetch second results. */
final class TapeCode {
    private static final String CACHE = "org/atled/runtime/Cache";

    private TapeCode() {}

    static void push(InstructionAppender block, Value tape, Value value, int line) {
        String kind = value.type().descriptor();
        switch (kind) {
            case "D" -> call(block, tape, "pushDouble", "(D)V", line, value);
            case "F" -> push(block, tape, block.arithmetic(Operator.F2D, line, value), line);
            case "J" -> call(block, tape, "pushLong", "(J)V", line, value);
            case "I" -> push(block, tape, block.arithmetic(Operator.I2L, line, value), line);
            default -> call(block, tape, "pushReference", "(Ljava/lang/Object;)V", line, value);
        }
    }

    static Value pop(InstructionAppender block, Value tape, Type type, int line) {
        return switch (type.descriptor()) {
            case "D" -> call(block, tape, "popDouble", "()D", line);
            case "F" -> block.arithmetic(Operator.D2F, line, pop(block, tape, Type.DOUBLE, line));
            case "J" -> call(block, tape, "popLong", "()J", line);
            case "I" -> block.arithmetic(Operator.L2I, line, pop(block, tape, Type.LONG, line));
            default -> cast(block, call(block, tape, "popReference", "()Ljava/lang/Object;", line), type, line);
        };
    }

    /** A cache for values of this type; references share {@code Object[]}. */
    static Type cacheType(Type element) {
        return (element.isReference() ? Type.OBJECT : element).array();
    }

    static Value take(InstructionAppender block, Value tape, Type cache, int line) {
        return call(block, tape, "take" + plural(cache), "()" + cache.descriptor(), line);
    }

    /** Gives a cache back, of which the first {@code used} elements were set. */
    static void give(InstructionAppender block, Value tape, Value cache, Value used, int line) {
        String name = "give" + plural(cache.type());
        if (cache.type().element().isReference()) {
            call(block, tape, name, "([Ljava/lang/Object;I)V", line, cache, used);
        } else {
            call(block, tape, name, "(" + cache.type().descriptor() + ")V", line, cache);
        }
    }

    private static String plural(Type cache) {
        return switch (cache.element().descriptor()) {
            case "D" -> "Doubles";
            case "F" -> "Floats";
            case "I" -> "Ints";
            case "J" -> "Longs";
            default -> "References";
        };
    }

    static Value ensure(InstructionAppender block, Value cache, Value index, int line) {
        String type = cache.type().descriptor();
        return block.call(new MethodReference(CACHE, "ensure", "(" + type + "I)" + type), line, cache, index);
    }

    /** Makes room for the iterations of a loop that is about to begin. */
    static Value reserve(InstructionAppender block, Value cache, Value first, Value iterations, int line) {
        String type = cache.type().descriptor();
        MethodReference reserve = new MethodReference(CACHE, "reserve", "(" + type + "II)" + type);
        return block.call(reserve, line, cache, first, iterations);
    }

    static Value trips(InstructionAppender block, TripCounts.Trips trips, Value initial, Value bound, int line) {
        Value step = block.literal(new Constant.OfInt(trips.step()), line);
        return block.call(new MethodReference(CACHE, trips.method(), "(III)I"), line, initial, bound, step);
    }

    static Value next(InstructionAppender block, Value iteration, int line) {
        return block.call(new MethodReference(CACHE, "next", "(I)I"), line, iteration);
    }

    /** Leaves the tangent or shadow of the result for the caller. */
    static void leave(InstructionAppender block, Value tape, Type result, Value second, int line) {
        leave(block, tape, result, 0, second, line);
    }

    /** The same along one of several directions. */
    static void leave(InstructionAppender block, Value tape, Type result, int direction, Value second, int line) {
        block.run(new Op.PutField(Signatures.returned(result, direction), false), line, tape, second);
    }

    /** Fetches what the method just called left beside its result of this type, along one direction. */
    static Value fetch(InstructionAppender block, Value tape, Type result, int direction, int line) {
        var field = Signatures.returned(result, direction);
        Value second = block.emit(field.type(), new Op.GetField(field, false), line, tape);
        return cast(block, second, ShadowCode.typeOf(result), line);
    }

    static Value cast(InstructionAppender block, Value value, Type type, int line) {
        boolean needed = type.isReference()
                && !type.equals(Type.OBJECT)
                && !type.equals(Type.NULL)
                && !value.type().equals(type);
        return needed ? block.emit(type, new Op.CheckCast(type), line, value) : value;
    }

    private static Value call(
            InstructionAppender block, Value tape, String name, String descriptor, int line, Value... arguments) {
        Value[] operands = new Value[arguments.length + 1];
        operands[0] = tape;
        System.arraycopy(arguments, 0, operands, 1, arguments.length);
        MethodReference method = new MethodReference(Signatures.TAPE_CLASS, name, descriptor);
        Op op = new Op.Invoke(Op.InvokeKind.VIRTUAL, method, false);
        return block.append(op, method.result(), line, operands);
    }
}
