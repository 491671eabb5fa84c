package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.MathMethods;

/**
 * Computes ahead of a loop what is the same in all of its iterations. A derivative then keeps it once instead of once an
 * iteration, and adds up its cotangent in a variable instead of in memory.
 *
 * <p>What is moved runs even if the loop ends at once, so it is only what cannot fail and has no effect. The function
 * must have canonical loops ({@link CanonicalizeLoops}), and keeps them.
 */
public final class HoistInvariants {
    private final Draft draft;
    private final ControlFlow flow;
    private final ArrayAliases aliases;
    private final Dominators dominators;
    private final SafeLoads safe;
    private final Map<Value, Integer> homes = new HashMap<>();

    private HoistInvariants(Function function, LoopTree loops) {
        draft = new Draft(function);
        flow = ControlFlow.of(function);
        aliases = new ArrayAliases(flow);
        dominators = Dominators.of(flow);
        safe = new SafeLoads(flow, loops, dominators);
        for (Block block : function.blocks()) {
            block.parameters().forEach(value -> homes.put(value, block.id()));
            block.instructions().stream()
                    .map(Instruction::result)
                    .filter(result -> result != null)
                    .forEach(value -> homes.put(value, block.id()));
        }
    }

    public static Function apply(Function function) {
        LoopTree loops = LoopTree.of(ControlFlow.of(function));
        if (loops.loops().isEmpty()) {
            return function;
        }
        HoistInvariants run = new HoistInvariants(function, loops);
        List<Loop> outermostFirst = loops.loops();
        for (int i = outermostFirst.size() - 1; i >= 0; i--) {
            run.hoist(outermostFirst.get(i));
        }
        return run.draft.finish();
    }

    private void hoist(Loop loop) {
        int preheader = flow.preheader(loop);
        for (int id : loop.blocks()) {
            DraftBlock block = draft.block(id);
            for (Instruction instruction : List.copyOf(block.instructions)) {
                if (isInvariant(instruction, loop) && canMove(instruction, loop, preheader)) {
                    block.instructions.removeIf(each -> each == instruction);
                    move(instruction, loop, preheader);
                }
            }
        }
    }

    private boolean isInvariant(Instruction instruction, Loop loop) {
        return instruction.result() != null
                && !(instruction.op() instanceof Op.Literal)
                && instruction.operands().stream()
                        .allMatch(operand -> !isInside(operand, loop) || safe.literal(operand) != null);
    }

    private boolean isInside(Value value, Loop loop) {
        return loop.contains(homes.get(value));
    }

    private boolean canMove(Instruction instruction, Loop loop, int preheader) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayLoad load) {
            return safe.isSafe(instruction, preheader) && !aliases.mayBeWritten(instruction.operand(0), load, loop);
        }
        return op instanceof Op.Arithmetic && op.isPure()
                || op instanceof Op.Invoke call && isFunction(call.method()) && isSteady(instruction, loop);
    }

    /** Whether a call computes a number from numbers, and nothing else. */
    private static boolean isFunction(MethodReference method) {
        return MathMethods.contains(method)
                && !method.parameters().isEmpty()
                && method.parameters().stream().allMatch(Type::isFloating);
    }

    /** Whether an instruction runs in every iteration: what costs more than a little is not done in vain. */
    private boolean isSteady(Instruction instruction, Loop loop) {
        int home = homes.get(instruction.result());
        return loop.latches().stream().allMatch(latch -> dominators.dominates(home, latch));
    }

    /** A literal in the loop is written once more. */
    private void move(Instruction instruction, Loop loop, int preheader) {
        List<Instruction> ahead = draft.block(preheader).instructions;
        List<Value> operands = new ArrayList<>();
        for (Value operand : instruction.operands()) {
            if (isInside(operand, loop)) {
                Value copy = draft.newValue(operand.type());
                ahead.add(new Instruction(copy, safe.literal(operand), List.of(), instruction.line()));
                homes.put(copy, preheader);
                safe.addLiteral(copy, safe.literal(operand));
                operands.add(copy);
            } else {
                operands.add(operand);
            }
        }
        ahead.add(new Instruction(instruction.result(), instruction.op(), operands, instruction.line()));
        homes.put(instruction.result(), preheader);
    }
}
