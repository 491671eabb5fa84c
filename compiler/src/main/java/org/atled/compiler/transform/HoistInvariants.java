package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Moves what is the same in each iteration in front of the loop, the outermost one for which that holds. Only pure
 * operations move: they may then run where they did not before, but nobody can tell. Literals stay and are loaded anew
 * where a moved operation needs one. Loops get preheaders and single latches; a function with irreducible control flow
 * stays as it is.
 */
public final class HoistInvariants {
    private final Draft draft;
    private final LoopTree loops;
    private final Definitions definitions;
    /** The block that defines each value, once moved. */
    private final Map<Value, Integer> places = new HashMap<>();

    private final Map<Loop, DraftBlock> preheaders = new HashMap<>();

    private HoistInvariants(Function function) {
        draft = new Draft(function);
        definitions = draft.definitions();
        ControlFlow flow = ControlFlow.of(function);
        loops = LoopTree.of(flow);
        flow.values().forEach(value -> places.put(value, flow.definition(value).id()));
        for (Loop loop : loops.loops()) {
            flow.predecessors(loop.header()).stream()
                    .filter(from -> !loop.contains(from))
                    .forEach(from -> preheaders.put(loop, draft.block(from)));
        }
        flow.reversePostorder().forEach(this::hoist);
    }

    public static Function apply(Function function) {
        Function prepared;
        try {
            prepared = CanonicalizeLoops.withPreheaders(function);
        } catch (IrreducibleException e) {
            return function;
        }
        return new HoistInvariants(prepared).draft.finish();
    }

    private void hoist(Block block) {
        List<Instruction> kept = new ArrayList<>();
        for (Instruction instruction : block.instructions()) {
            Loop loop = outermostInvariant(instruction, block.id());
            if (loop == null) {
                kept.add(instruction);
            } else {
                append(instruction, preheaders.get(loop));
            }
        }
        // Blocks in front of the loops of this one come before it: nothing has been appended here yet.
        draft.block(block.id()).instructions = kept;
    }

    private Loop outermostInvariant(Instruction instruction, int block) {
        Loop found = null;
        if (instruction.op().isPure() && !(instruction.op() instanceof Op.Literal)) {
            Loop loop = loops.innermost(block);
            while (loop != null && isInvariant(instruction, loop)) {
                found = loop;
                loop = loop.parent();
            }
        }
        return found;
    }

    private boolean isInvariant(Instruction instruction, Loop loop) {
        return instruction.operands().stream()
                .allMatch(operand -> definitions.constant(operand) != null || !loop.contains(places.get(operand)));
    }

    private void append(Instruction instruction, DraftBlock preheader) {
        List<Value> operands = new ArrayList<>();
        for (Value operand : instruction.operands()) {
            Constant constant = definitions.constant(operand);
            operands.add(constant == null ? operand : load(constant, operand, instruction.line(), preheader));
        }
        preheader.instructions.add(
                new Instruction(instruction.result(), instruction.op(), operands, instruction.line()));
        places.put(instruction.result(), preheader.id);
    }

    private Value load(Constant constant, Value original, int line, DraftBlock preheader) {
        Value copy = draft.newValue(original.type());
        preheader.instructions.add(new Instruction(copy, new Op.Literal(constant), List.of(), line));
        return copy;
    }
}
