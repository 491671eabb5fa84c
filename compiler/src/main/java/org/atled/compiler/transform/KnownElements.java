package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Array elements whose value is known along one path: they were read or written, and nothing after that can have
 * written them. A write to any array of the same element type may be to the same element, and code that runs elsewhere
 * may write to all.
 */
final class KnownElements {
    private record Element(Type type, Value array, Object index) {}

    private final Function<Value, Constant> constants;
    private final Map<Element, Value> known = new HashMap<>();

    /** Nothing known yet. */
    KnownElements(Function<Value, Constant> constants) {
        this.constants = constants;
    }

    KnownElements(KnownElements other) {
        constants = other.constants;
        known.putAll(other.known);
    }

    /** The value that an array load gives, {@code null} if it is not known. */
    Value get(Instruction load) {
        return known.get(element(((Op.ArrayLoad) load.op()).element(), load));
    }

    private Element element(Type type, Instruction access) {
        Constant index = constants.apply(access.operand(1));
        return new Element(type, access.operand(0), index != null ? index : access.operand(1));
    }

    /** Takes the effect of an instruction into account. */
    void follow(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayLoad load) {
            known.put(element(load.element(), instruction), instruction.result());
        } else if (op instanceof Op.ArrayStore store) {
            known.keySet().removeIf(element -> mayOverlap(element.type(), store.element()));
            // A smaller type keeps only some bits of what is stored.
            if (store.element().onStack().equals(store.element())) {
                known.put(element(store.element(), instruction), instruction.operand(2));
            }
        } else if (mayRunOtherCode(op)) {
            known.clear();
        }
    }

    private static boolean mayOverlap(Type a, Type b) {
        // One pair of opcodes serves byte and boolean.
        return a.equals(b) || a.isReference() && b.isReference() || isByteSized(a) && isByteSized(b);
    }

    private static boolean isByteSized(Type type) {
        return type.equals(Type.BYTE) || type.equals(Type.BOOLEAN);
    }

    /** Whether a method's code can run, a class initializer's too, or another thread's writes become visible. */
    private static boolean mayRunOtherCode(Op op) {
        // Fields are not among these: they may be volatile.
        return !(op.isPure()
                || op instanceof Op.Arithmetic
                || op instanceof Op.ArrayLength
                || op instanceof Op.NewArray
                || op instanceof Op.CheckCast);
    }
}
