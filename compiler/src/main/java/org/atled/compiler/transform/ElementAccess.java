package org.atled.compiler.transform;

import java.util.Optional;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * What a loop does with an element of an array.
 *
 * @param position in the block, of the store if it is an increment
 * @param index empty if it is no linear function of the iteration
 * @param increment the load that belongs to a store which only adds to the element, {@code null} for any other access
 */
record ElementAccess(
        Instruction instruction, int position, Optional<LinearIndex> index, boolean isWrite, Instruction increment) {
    Value array() {
        return instruction.operand(0);
    }

    Type element() {
        return instruction.op() instanceof Op.ArrayLoad load
                ? load.element()
                : ((Op.ArrayStore) instruction.op()).element();
    }

    boolean isIncrement() {
        return increment != null;
    }

    /** Whether the order of two accesses can matter, to the same array. */
    boolean conflicts(ElementAccess other) {
        return (isWrite || other.isWrite) && !(isIncrement() && other.isIncrement());
    }

    /** Whether both access the same element in each iteration, and another one in every other iteration. */
    boolean isAligned(ElementAccess other) {
        return index.isPresent() && index.equals(other.index) && !index.get().isInvariant();
    }
}
