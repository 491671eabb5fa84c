package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Numbers blocks and values from 0 on, in the order of the code. A short method cut out of a long one would otherwise have
 * few ids as large as the long one's, and all tables by id their length.
 */
final class DenseIds {
    private final Map<Integer, Integer> blocks = new HashMap<>();
    private final Map<Value, Value> values = new HashMap<>();

    private DenseIds() {}

    static Function apply(Function function) {
        DenseIds run = new DenseIds();
        for (Block block : function.blocks()) {
            run.blocks.put(block.id(), run.blocks.size());
            block.parameters().forEach(run::define);
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    run.define(instruction.result());
                }
            }
        }
        List<Block> renumbered = new ArrayList<>();
        function.blocks().forEach(block -> renumbered.add(run.renumber(block)));
        return new Function(function.name(), function.isStatic(), renumbered);
    }

    private void define(Value value) {
        values.put(value, new Value(values.size(), value.type()));
    }

    private Block renumber(Block block) {
        List<Instruction> instructions = new ArrayList<>();
        for (Instruction each : block.instructions()) {
            Value result = each.result() == null ? null : values.get(each.result());
            instructions.add(new Instruction(result, each.op(), of(each.operands()), each.line()));
        }
        Terminator end = block.terminator();
        List<Handler> handlers = new ArrayList<>();
        block.handlers().forEach(each -> handlers.add(new Handler(each.catchType(), of(each.target()))));
        return new Block(
                blocks.get(block.id()),
                of(block.parameters()),
                instructions,
                end.with(
                        of(end.operands()), end.targets().stream().map(this::of).toList()),
                handlers);
    }

    private Target of(Target target) {
        return new Target(blocks.get(target.block()), of(target.arguments()));
    }

    private List<Value> of(List<Value> read) {
        return read.stream().map(values::get).toList();
    }
}
