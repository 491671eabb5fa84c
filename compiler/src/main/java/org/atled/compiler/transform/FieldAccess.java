package org.atled.compiler.transform;

import java.util.Optional;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;

/** Which instructions read and write instance fields, and where the object's shadow keeps the field. */
final class FieldAccess {
    private FieldAccess() {}

    /** Whether this puts a value into an instance field, or says that a constructor has. */
    static boolean isStore(Instruction instruction) {
        return instruction.op() instanceof Op.PutField put && !put.isStatic()
                || instruction.op() instanceof Op.Initialized;
    }

    /** The place, in the shadow of the object accessed, of the field; empty if the object has none or the field has none. */
    static Optional<Slot> activeSlot(Instruction instruction, Activity activity, Primals primals) {
        FieldReference field = field(instruction.op());
        return field == null || !activity.isActive(instruction.operand(0))
                ? Optional.empty()
                : primals.slot(field)
                        .filter(slot -> slot.index() >= 0 && !slot.isConstant())
                        .filter(slot -> field.type().isReference() || activity.isVaried(slot));
    }

    private static FieldReference field(Op op) {
        if (op instanceof Op.GetField get) {
            return get.isStatic() ? null : get.field();
        }
        if (op instanceof Op.PutField put) {
            return put.isStatic() ? null : put.field();
        }
        return op instanceof Op.Initialized initialized ? initialized.field() : null;
    }
}
