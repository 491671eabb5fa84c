package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** Copies the blocks of a function into a draft, under fresh ids for blocks and values. */
final class Copier {
    private final Draft draft;
    private final Map<Integer, Integer> blocks = new HashMap<>();
    private final Map<Value, Value> values = new HashMap<>();

    Copier(Draft draft) {
        this.draft = draft;
    }

    /**
     * Adds the copies.
     *
     * @param lines gives the line of the copy of a line
     * @return the copies in the order of the function's blocks, still to be changed
     */
    List<DraftBlock> copy(Function function, IntUnaryOperator lines) {
        List<DraftBlock> copies = new ArrayList<>();
        function.blocks().forEach(block -> blocks.put(block.id(), draft.newBlockId()));
        for (Block block : function.blocks()) {
            DraftBlock copy =
                    draft.add(blocks.get(block.id()), values(block.parameters()), withLine(block.terminator(), lines));
            block.handlers()
                    .forEach(handler -> copy.handlers.add(new Handler(handler.catchType(), target(handler.target()))));
            for (Instruction instruction : block.instructions()) {
                copy.instructions.add(new Instruction(
                        instruction.result() == null ? null : value(instruction.result()),
                        instruction.op(),
                        values(instruction.operands()),
                        lines.applyAsInt(instruction.line())));
            }
            copies.add(copy);
        }
        return copies;
    }

    /** The copy of a value; it may be asked for before the definition was copied. */
    private Value value(Value original) {
        return values.computeIfAbsent(original, key -> draft.newValue(key.type()));
    }

    private List<Value> values(List<Value> originals) {
        return originals.stream().map(this::value).toList();
    }

    private Target target(Target original) {
        return new Target(blocks.get(original.block()), values(original.arguments()));
    }

    private Terminator withLine(Terminator original, IntUnaryOperator lines) {
        List<Target> targets = original.targets().stream().map(this::target).toList();
        List<Value> operands = values(original.operands());
        int line = lines.applyAsInt(original.line());
        if (original instanceof Terminator.Jump) {
            return new Terminator.Jump(targets.get(0), line);
        } else if (original instanceof Terminator.Branch branch) {
            return new Terminator.Branch(branch.condition(), operands, targets.get(0), targets.get(1), line);
        } else if (original instanceof Terminator.Switch choice) {
            return new Terminator.Switch(operands.get(0), choice.keys(), targets, line);
        } else if (original instanceof Terminator.Return) {
            return new Terminator.Return(operands.isEmpty() ? null : operands.get(0), line);
        }
        return new Terminator.Throw(operands.get(0), line);
    }
}
