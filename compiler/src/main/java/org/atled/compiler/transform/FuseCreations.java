package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Makes one step of {@code new T} and its constructor, where every use of the object comes after the constructor: then
 * no value is an object half made, and an object has its shadow from the first. Allocation moves behind the
 * evaluation of the arguments.
 */
public final class FuseCreations {
    private final ControlFlow flow;
    private final Dominators dominators;
    private final Map<Value, Instruction> constructors = new HashMap<>();
    private final Set<Value> fused = new HashSet<>();

    private FuseCreations(Function function) {
        this.flow = ControlFlow.of(function);
        this.dominators = Dominators.of(flow);
    }

    public static Function apply(Function function) {
        boolean creates = function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(instruction -> instruction.op() instanceof Op.New);
        return creates ? new FuseCreations(function).run() : function;
    }

    private Function run() {
        for (Block block : flow.reversePostorder()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                Instruction instruction = block.instructions().get(i);
                if (isConstructor(instruction) && isOnlyConstructor(instruction.operand(0), block, i)) {
                    constructors.put(instruction.operand(0), instruction);
                }
            }
        }
        for (Block block : flow.reversePostorder()) {
            block.instructions().stream()
                    .filter(each -> each.op() instanceof Op.New && constructors.containsKey(each.result()))
                    .forEach(each -> fused.add(each.result()));
        }
        List<Block> blocks =
                flow.function().blocks().stream().map(this::rewrite).toList();
        return new Function(flow.function().name(), flow.function().isStatic(), blocks);
    }

    private static boolean isConstructor(Instruction instruction) {
        return instruction.op() instanceof Op.Invoke invoke
                && invoke.kind() == Op.InvokeKind.SPECIAL
                && invoke.method().name().equals("<init>");
    }

    /** Whether all other uses of the object come after this constructor. */
    private boolean isOnlyConstructor(Value object, Block block, int position) {
        for (Use use : flow.uses(object)) {
            boolean isHere = use.block() == block.id();
            boolean isThis = isHere && use.position() == position;
            boolean isAfter = isHere ? use.position() > position : dominators.completesBefore(block.id(), use.block());
            if (!isThis && !isAfter) {
                return false;
            }
        }
        return true;
    }

    private Block rewrite(Block block) {
        List<Instruction> instructions = new ArrayList<>();
        for (Instruction instruction : block.instructions()) {
            if (isConstructor(instruction) && fused.contains(instruction.operand(0))) {
                List<Value> arguments =
                        instruction.operands().subList(1, instruction.operands().size());
                Op create = new Op.Create(((Op.Invoke) instruction.op()).method());
                instructions.add(new Instruction(instruction.operand(0), create, arguments, instruction.line()));
            } else if (!fused.contains(instruction.result())) {
                instructions.add(instruction);
            }
        }
        return new Block(block.id(), block.parameters(), instructions, block.terminator(), block.handlers());
    }
}
