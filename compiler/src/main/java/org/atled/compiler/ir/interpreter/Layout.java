package org.atled.compiler.ir.interpreter;

import java.util.HashMap;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Value;

/** What all activations of a function share: its blocks by id, and a slot for each value. */
final class Layout {
    private final Function function;
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Integer, Integer> slots = new HashMap<>();

    Layout(Function function) {
        this.function = function;
        for (Block block : function.blocks()) {
            blocks.put(block.id(), block);
            block.parameters().forEach(this::add);
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    add(instruction.result());
                }
            }
        }
    }

    private void add(Value value) {
        slots.put(value.id(), slots.size());
    }

    Function function() {
        return function;
    }

    Block block(int id) {
        return blocks.get(id);
    }

    int slot(Value value) {
        return slots.get(value.id());
    }

    int size() {
        return slots.size();
    }
}
