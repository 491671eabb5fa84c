package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Gives values and blocks their final ids, counted in the order of the blocks, and values their final types. */
final class Numbering implements Rewriting {
    private static final Type BOOLEANS = Type.BOOLEAN.array();

    private final Type[] types;
    private final Value[] values;
    private final int[] blockIds;
    private int count;

    private Numbering(List<Block> list, Type[] types) {
        this.types = types;
        values = new Value[types.length];
        blockIds = new int[1 + list.stream().mapToInt(Block::id).max().orElse(0)];
        for (int i = 0; i < list.size(); i++) {
            Block block = list.get(i);
            blockIds[block.id()] = i;
            block.parameters().forEach(this::define);
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    define(instruction.result());
                }
            }
        }
    }

    static List<Block> apply(List<Block> list, Type[] types) {
        Numbering numbering = new Numbering(list, types);
        List<Block> result = new ArrayList<>();
        list.forEach(block -> result.add(numbering.block(block, result.size(), numbering.values(block.parameters()))));
        return result;
    }

    private void define(Value value) {
        values[value.id()] = new Value(count++, types[value.id()]);
    }

    @Override
    public Value value(Value old) {
        return values[old.id()];
    }

    @Override
    public Target edge(Target old, int first) {
        return new Target(blockIds[old.block()], values(old.arguments()));
    }

    @Override
    public Instruction instruction(Instruction old) {
        Instruction renamed = Rewriting.super.instruction(old);
        boolean booleans =
                !renamed.operands().isEmpty() && renamed.operand(0).type().equals(BOOLEANS);
        if (booleans && renamed.op() instanceof Op.ArrayLoad) {
            return with(renamed, new Op.ArrayLoad(Type.BOOLEAN));
        }
        if (booleans && renamed.op() instanceof Op.ArrayStore) {
            return with(renamed, new Op.ArrayStore(Type.BOOLEAN));
        }
        return renamed;
    }

    private static Instruction with(Instruction instruction, Op op) {
        return new Instruction(instruction.result(), op, instruction.operands(), instruction.line());
    }
}
