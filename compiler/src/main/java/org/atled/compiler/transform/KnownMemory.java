package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Elements of arrays and fields of objects whose value is known along one path: they were read or written, and nothing after
 * that can have written them. A write may be to any array of the same element type, but not to an element of another number,
 * and to any object that has a field of the same name; code that runs elsewhere may write to all but final fields. An access
 * of a volatile field may let the writes of other threads be seen.
 */
final class KnownMemory {
    /**
     * A place in memory.
     *
     * @param type what the opcode names, or the declared type of the field
     * @param part the index, which is a constant if it is known, or the field
     */
    private record Place(Type type, Value holder, Object part) {
        boolean mayBe(Place other) {
            if (part instanceof FieldReference || other.part instanceof FieldReference) {
                // Code names a field by the class of the object or one above it, and can hide it by another.
                return part instanceof FieldReference mine
                        && other.part instanceof FieldReference theirs
                        && mine.name().equals(theirs.name())
                        && type.equals(other.type);
            }
            boolean isOtherNumber =
                    part instanceof Constant && other.part instanceof Constant && !part.equals(other.part);
            return !isOtherNumber && mayOverlap(type, other.type);
        }

        private static boolean mayOverlap(Type a, Type b) {
            // One pair of opcodes serves byte and boolean.
            return a.equals(b) || a.isReference() && b.isReference() || isByteSized(a) && isByteSized(b);
        }

        private static boolean isByteSized(Type type) {
            return type.equals(Type.BYTE) || type.equals(Type.BOOLEAN);
        }
    }

    private final Function<Value, Constant> constants;
    private final FieldKinds kinds;
    private final Map<Place, Value> known = new HashMap<>();
    /** Those of them that no code can change. */
    private final Map<Place, Value> fixed = new HashMap<>();

    /** Nothing known yet. */
    KnownMemory(Function<Value, Constant> constants, FieldKinds kinds) {
        this.constants = constants;
        this.kinds = kinds;
    }

    KnownMemory(KnownMemory other) {
        constants = other.constants;
        kinds = other.kinds;
        known.putAll(other.known);
        fixed.putAll(other.fixed);
    }

    static boolean isLoad(Op op) {
        return op instanceof Op.ArrayLoad || op instanceof Op.GetField get && !get.isStatic();
    }

    /** The value that a load gives, {@code null} if it is not known. */
    Value get(Instruction load) {
        Place place = load.op() instanceof Op.GetField get
                ? field(get.field(), load)
                : element(((Op.ArrayLoad) load.op()).element(), load);
        Value value = known.get(place);
        return value != null ? value : fixed.get(place);
    }

    private Place element(Type type, Instruction access) {
        Constant index = constants.apply(access.operand(1));
        return new Place(type, access.operand(0), index != null ? index : access.operand(1));
    }

    private static Place field(FieldReference field, Instruction access) {
        return new Place(field.type(), access.operand(0), field);
    }

    /** Takes the effect of an instruction into account. */
    void follow(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayLoad load) {
            known.put(element(load.element(), instruction), instruction.result());
        } else if (op instanceof Op.ArrayStore store) {
            write(element(store.element(), instruction), instruction.operand(2));
        } else if (op instanceof Op.GetField get && !get.isStatic()) {
            read(get.field(), instruction);
        } else if (op instanceof Op.PutField put && !put.isStatic()) {
            if (kinds.of(put.field()) == FieldKinds.Kind.VOLATILE) {
                known.clear();
            } else {
                write(field(put.field(), instruction), instruction.operand(1));
            }
        } else if (mayRunOtherCode(op)) {
            known.clear();
        }
    }

    private void read(FieldReference field, Instruction instruction) {
        FieldKinds.Kind kind = kinds.of(field);
        if (kind == FieldKinds.Kind.VOLATILE) {
            known.clear();
            return;
        }
        known.put(field(field, instruction), instruction.result());
        if (kind == FieldKinds.Kind.FINAL) {
            fixed.put(field(field, instruction), instruction.result());
        }
    }

    private void write(Place place, Value value) {
        known.keySet().removeIf(place::mayBe);
        fixed.keySet().removeIf(place::mayBe);
        // A smaller type keeps only some bits of what is stored.
        if (place.type().onStack().equals(place.type())) {
            known.put(place, value);
        }
    }

    /** Whether a method's code can run, a class initializer's too. */
    private static boolean mayRunOtherCode(Op op) {
        return !(op.leavesMemory() || op instanceof Op.Invoke call && Throwing.readsAndWritesNothing(call.method()));
    }
}
