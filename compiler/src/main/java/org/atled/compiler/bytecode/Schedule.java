package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Which values are left on the operand stack. A value used once, in its own block, is evaluated where it is used, so
 * that instructions form trees; what remains at the top are the <em>statements</em> of a block. Instructions that
 * are not pure keep their order, all of them among one another, hence also the order of exceptions; pure ones move
 * freely.
 *
 * <p>Each block is scheduled from its end to its start, operands right to left: that is the order of evaluation in
 * reverse, so an impure instruction may join a tree just when it is the latest one that has no place yet.
 */
final class Schedule {
    /** Bounds the operand stack and the recursion over trees. */
    private static final int MAX_DEPTH = 64;

    private final Uses uses;
    private final List<List<Instruction>> statements = new ArrayList<>();
    private final BitSet onStack = new BitSet();
    private final BitSet impure = new BitSet();

    Schedule(Graph graph, Uses uses) {
        this.uses = uses;
        for (int position = 0; position < graph.size(); position++) {
            statements.add(List.copyOf(new BlockSchedule(graph, position).run()));
        }
    }

    List<Instruction> statements(int position) {
        return statements.get(position);
    }

    /** Whether the value is evaluated where it is used, by {@link Uses#definition}. */
    boolean isOnStack(Value value) {
        return onStack.get(value.id());
    }

    /** Whether evaluating the value where it is used runs an instruction that is not pure. */
    boolean isImpure(Value value) {
        return impure.get(value.id());
    }

    /** Visits the values that an evaluation of these values reads from local variables, as often as it reads them. */
    void forEachLoad(List<Value> values, Consumer<Value> visitor) {
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (isOnStack(value)) {
                if (!isDuplicate(values, i)) {
                    forEachLoad(uses.definition(value).operands(), visitor);
                }
            } else if (!uses.isRematerialized(value)) {
                visitor.accept(value);
            }
        }
    }

    /** Whether operand {@code i} is a copy of the stack's top, which is the operand before. */
    boolean isDuplicate(List<Value> operands, int i) {
        return i > 0 && operands.get(i).equals(operands.get(i - 1)) && isOnStack(operands.get(i));
    }

    private final class BlockSchedule {
        private final Graph graph;
        private final int position;
        private final List<Instruction> instructions;
        private final BitSet placed = new BitSet();
        private int latestImpure;

        BlockSchedule(Graph graph, int position) {
            this.graph = graph;
            this.position = position;
            instructions = graph.block(position).instructions();
            latestImpure = instructions.size();
        }

        Deque<Instruction> run() {
            Deque<Instruction> roots = new ArrayDeque<>();
            Block block = graph.block(position);
            if (block.terminator() instanceof Terminator.Jump jump) {
                takeArguments(jump);
            }
            take(block.terminator().operands(), 0);
            for (int i = instructions.size() - 1; i >= 0; i--) {
                Instruction instruction = instructions.get(i);
                if (!placed.get(i) && !isLeftOut(instruction)) {
                    placed.set(i);
                    roots.addFirst(instruction);
                    take(instruction.operands(), 0);
                }
            }
            return roots;
        }

        /** Only edges that leave from a jump: on an edge of a branch, code would need a block of its own. */
        private void takeArguments(Terminator.Jump jump) {
            List<Value> parameters =
                    graph.block(graph.position(jump.target().block())).parameters();
            for (int i = parameters.size() - 1; i >= 0; i--) {
                if (uses.isNeeded(parameters.get(i))) {
                    take(jump.target().arguments().subList(i, i + 1), 0);
                }
            }
        }

        private boolean isLeftOut(Instruction instruction) {
            return uses.isDead(instruction)
                    || instruction.op().isPure()
                            && uses.isRematerialized(instruction.result())
                            && !uses.isHandlerArgument(instruction.result());
        }

        /** Returns whether anything taken is impure. */
        private boolean take(List<Value> operands, int depth) {
            boolean anyImpure = false;
            for (int i = operands.size() - 1; i >= 0; i--) {
                boolean twice = i > 0 && operands.get(i).equals(operands.get(i - 1));
                if (canTake(operands.get(i), twice ? 2 : 1, depth)) {
                    anyImpure |= take(operands.get(i), depth);
                }
            }
            return anyImpure;
        }

        private boolean take(Value value, int depth) {
            Instruction instruction = uses.definition(value);
            placed.set(uses.place(value));
            onStack.set(value.id());
            boolean isImpure =
                    take(instruction.operands(), depth + 1) | !instruction.op().isPure();
            impure.set(value.id(), isImpure);
            return isImpure;
        }

        private boolean canTake(Value value, int occurrences, int depth) {
            Instruction instruction = uses.definition(value);
            if (instruction == null
                    || uses.home(value) != position
                    || uses.count(value) != occurrences
                    || uses.isHandlerArgument(value)
                    || uses.isRematerialized(value)
                    || placed.get(uses.place(value))
                    || depth == MAX_DEPTH) {
                return false;
            }
            return instruction.op().isPure() || uses.place(value) == latestImpure();
        }

        private int latestImpure() {
            while (latestImpure == instructions.size()
                    || latestImpure >= 0
                            && (placed.get(latestImpure)
                                    || instructions.get(latestImpure).op().isPure())) {
                latestImpure--;
            }
            return latestImpure;
        }
    }
}
