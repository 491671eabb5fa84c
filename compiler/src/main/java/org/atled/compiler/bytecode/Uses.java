package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/** Where each value is defined, whether anything observable depends on it, and how often such things read it. */
final class Uses {
    private final Graph graph;
    private final Instruction[] definition;
    private final int[] home;
    private final int[] place;
    private final int[] count;
    private final BitSet needed = new BitSet();
    private final BitSet handlerArguments = new BitSet();
    private final Deque<Value> pending = new ArrayDeque<>();

    Uses(Graph graph) {
        this.graph = graph;
        int limit = graph.valueLimit();
        definition = new Instruction[limit];
        home = new int[limit];
        place = new int[limit];
        count = new int[limit];
        for (int position = 0; position < graph.size(); position++) {
            locate(position);
        }
        findNeeded();
        for (int position = 0; position < graph.size(); position++) {
            count(graph.block(position));
        }
    }

    private void locate(int position) {
        List<Value> parameters = graph.block(position).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            home[parameters.get(i).id()] = position;
            place[parameters.get(i).id()] = i;
        }
        List<Instruction> instructions = graph.block(position).instructions();
        for (int i = 0; i < instructions.size(); i++) {
            Value result = instructions.get(i).result();
            if (result != null) {
                definition[result.id()] = instructions.get(i);
                home[result.id()] = position;
                place[result.id()] = i;
            }
        }
    }

    private void findNeeded() {
        for (int position = 0; position < graph.size(); position++) {
            Block block = graph.block(position);
            for (Instruction instruction : block.instructions()) {
                if (!instruction.op().isPure()) {
                    need(instruction.operands());
                }
            }
            need(block.terminator().operands());
        }
        while (!pending.isEmpty()) {
            Value value = pending.pop();
            if (definition[value.id()] != null) {
                need(definition[value.id()].operands());
            } else {
                needArguments(value);
            }
        }
    }

    private void needArguments(Value parameter) {
        for (Graph.Edge edge : graph.incoming(home(parameter))) {
            int argument = place(parameter) - edge.offset();
            if (argument >= 0) {
                need(edge.arguments().subList(argument, argument + 1));
            }
        }
    }

    private void need(List<Value> values) {
        for (Value value : values) {
            if (!needed.get(value.id())) {
                needed.set(value.id());
                pending.push(value);
            }
        }
    }

    private void count(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (!isDead(instruction)) {
                count(instruction.operands());
            }
        }
        count(block.terminator().operands());
        for (Target target : block.terminator().targets()) {
            countArguments(target, 0);
        }
        for (Handler handler : block.handlers()) {
            countArguments(handler.target(), 1);
        }
    }

    private void countArguments(Target target, int offset) {
        List<Value> parameters = graph.block(graph.position(target.block())).parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            if (isNeeded(parameters.get(i + offset))) {
                int argument = target.arguments().get(i).id();
                count[argument]++;
                handlerArguments.set(argument, offset == 1 || handlerArguments.get(argument));
            }
        }
    }

    private void count(List<Value> values) {
        values.forEach(value -> count[value.id()]++);
    }

    /** The instruction that defines this value, or {@code null} if it is a block parameter. */
    Instruction definition(Value value) {
        return definition[value.id()];
    }

    /** Position of the block that defines this value. */
    int home(Value value) {
        return home[value.id()];
    }

    /** Index of the defining instruction, or number of the parameter, within its block. */
    int place(Value value) {
        return place[value.id()];
    }

    boolean isNeeded(Value value) {
        return needed.get(value.id());
    }

    /** Whether leaving this instruction out changes nothing. */
    boolean isDead(Instruction instruction) {
        return instruction.op().isPure() && !isNeeded(instruction.result());
    }

    int count(Value value) {
        return count[value.id()];
    }

    /** Whether this value is loaded anew at each use instead of kept. */
    boolean isRematerialized(Value value) {
        Instruction instruction = definition(value);
        return instruction != null
                && instruction.op() instanceof Op.Literal
                && instruction.op().isPure();
    }

    /** Whether an exceptional edge carries this value: it must lie in a local variable then, even a literal. */
    boolean isHandlerArgument(Value value) {
        return handlerArguments.get(value.id());
    }
}
