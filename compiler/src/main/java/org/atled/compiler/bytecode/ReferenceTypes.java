package org.atled.compiler.bytecode;

import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * The most precise verifier type of each reference whose type no instruction declares: block parameters, where types
 * merge, and elements of arrays. A fixed point from below.
 */
final class ReferenceTypes {
    private final ClassHierarchy hierarchy;
    private final Type[] types;
    private final boolean[] inferred;
    private final Block[] blocks;
    private boolean changed;

    private ReferenceTypes(List<Block> list, int values, ClassHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        types = new Type[values];
        inferred = new boolean[values];
        blocks = new Block[1 + list.stream().mapToInt(Block::id).max().orElse(0)];
        for (Block block : list) {
            blocks[block.id()] = block;
            boolean entry = block == list.get(0);
            block.parameters().forEach(value -> declare(value, !entry));
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    declare(instruction.result(), instruction.op() instanceof Op.ArrayLoad);
                }
            }
        }
    }

    /** Types by value id; ids must be below {@code values}. */
    static Type[] of(List<Block> list, int values, ClassHierarchy hierarchy) {
        ReferenceTypes inference = new ReferenceTypes(list, values, hierarchy);
        do {
            inference.changed = false;
            list.forEach(inference::propagate);
        } while (inference.changed);
        return inference.types;
    }

    private void declare(Value value, boolean open) {
        inferred[value.id()] = open && value.type().isReference();
        types[value.id()] = inferred[value.id()] ? null : value.type();
    }

    private void propagate(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (instruction.op() instanceof Op.ArrayLoad
                    && inferred[instruction.result().id()]) {
                merge(instruction.result(), element(types[instruction.operand(0).id()]));
            }
        }
        block.terminator().targets().forEach(target -> propagate(target, 0));
        block.handlers().forEach(handler -> {
            Value exception = blocks[handler.target().block()].parameters().get(0);
            merge(exception, handler.catchType() == null ? Type.THROWABLE : handler.catchType());
            propagate(handler.target(), 1);
        });
    }

    private void propagate(Target target, int first) {
        List<Value> received = blocks[target.block()].parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            merge(received.get(i + first), types[target.arguments().get(i).id()]);
        }
    }

    private void merge(Value value, Type type) {
        int id = value.id();
        if (inferred[id] && type != null) {
            Type merged = types[id] == null ? type : hierarchy.commonSuperclass(types[id], type);
            changed |= !merged.equals(types[id]);
            types[id] = merged;
        }
    }

    private static Type element(Type array) {
        if (array == null || array.equals(Type.NULL)) {
            return array;
        }
        return array.isArray() ? array.element() : Type.OBJECT;
    }
}
