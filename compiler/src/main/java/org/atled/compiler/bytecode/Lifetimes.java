package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Where each value that needs a local variable is live, in code positions: a statement reads its operands at an even
 * position and defines its result at the odd one after. Found per value, by walking from each use back to the
 * definition, in time proportional to the blocks the value is live in.
 *
 * <p>Arguments of exceptional edges are live to the end of their block: the exception can come anywhere.
 */
final class Lifetimes {
    private final Graph graph;
    private final Uses uses;
    private final Schedule schedule;
    private final int[] start;
    private final int[] end;
    private final int[] definedAt;
    private final List<Value> variables = new ArrayList<>();
    private final List<List<int[]>> reads = new ArrayList<>();
    private final LiveRange[] ranges;
    private final List<List<Value>> atHandler = new ArrayList<>();

    Lifetimes(Graph graph, Uses uses, Schedule schedule) {
        this.graph = graph;
        this.uses = uses;
        this.schedule = schedule;
        start = new int[graph.size()];
        end = new int[graph.size()];
        int limit = graph.valueLimit();
        definedAt = new int[limit];
        ranges = new LiveRange[limit];
        for (int i = 0; i < limit; i++) {
            reads.add(new ArrayList<>(1));
        }
        int at = 0;
        for (int position = 0; position < graph.size(); position++) {
            atHandler.add(new ArrayList<>());
            at = number(position, at);
        }
        // Per block the id of the last value found to be live at its end.
        int[] liveOut = new int[graph.size()];
        Arrays.fill(liveOut, -1);
        for (Value variable : variables) {
            ranges[variable.id()] = rangeOf(variable, liveOut);
        }
    }

    /** Values that need a local variable. */
    List<Value> variables() {
        return variables;
    }

    LiveRange range(Value variable) {
        return ranges[variable.id()];
    }

    /** All code positions. */
    LiveRange everywhere() {
        LiveRange.Builder all = new LiveRange.Builder();
        all.add(0, end[graph.size() - 1]);
        return all.build();
    }

    int start(int position) {
        return start[position];
    }

    int end(int position) {
        return end[position];
    }

    /** The variables that a handler block finds set, the exception not among them. */
    List<Value> atHandler(int position) {
        return atHandler.get(position);
    }

    private int number(int position, int from) {
        int at = from;
        start[position] = at;
        defineParameters(position);
        for (Instruction statement : schedule.statements(position)) {
            at += 2;
            read(statement.operands(), position, at);
            if (statement.result() != null && uses.count(statement.result()) > 0) {
                define(statement.result(), at + 1);
            }
        }
        at += 2;
        read(graph.block(position).terminator().operands(), position, at);
        // Up to the end of the block: the next one's parameters begin there, and touching intervals merge.
        readEdges(graph.block(position), position, at + 1);
        end[position] = at + 2;
        return end[position];
    }

    private void defineParameters(int position) {
        for (Value parameter : graph.block(position).parameters()) {
            if (uses.isNeeded(parameter) || position == 0) {
                define(parameter, start[position]);
                if (graph.isHandler(position) && uses.place(parameter) > 0) {
                    atHandler.get(position).add(parameter);
                }
            }
        }
    }

    private void readEdges(Block block, int position, int at) {
        for (Target target : block.terminator().targets()) {
            read(neededArguments(target, 0), position, at);
        }
        for (Handler handler : block.handlers()) {
            for (Value argument : neededArguments(handler.target(), 1)) {
                reads.get(argument.id()).add(new int[] {position, at});
            }
        }
    }

    private void define(Value variable, int at) {
        variables.add(variable);
        definedAt[variable.id()] = at;
    }

    private void read(List<Value> values, int position, int at) {
        schedule.forEachLoad(values, value -> reads.get(value.id()).add(new int[] {position, at}));
    }

    private List<Value> neededArguments(Target target, int offset) {
        List<Value> parameters = graph.block(graph.position(target.block())).parameters();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < target.arguments().size(); i++) {
            if (uses.isNeeded(parameters.get(i + offset))) {
                arguments.add(target.arguments().get(i));
            }
        }
        return arguments;
    }

    private LiveRange rangeOf(Value variable, int[] liveOut) {
        LiveRange.Builder range = new LiveRange.Builder();
        int home = uses.home(variable);
        int definition = definedAt[variable.id()];
        range.add(definition, definition + 1);
        Deque<Integer> liveIn = new ArrayDeque<>();
        for (int[] read : reads.get(variable.id())) {
            range.add(read[0] == home ? definition : start[read[0]], read[1] + 1);
            if (read[0] != home) {
                liveIn.push(read[0]);
            }
        }
        while (!liveIn.isEmpty()) {
            int position = liveIn.pop();
            if (graph.isHandler(position)) {
                atHandler.get(position).add(variable);
            }
            for (Graph.Edge edge : graph.incoming(position)) {
                int source = edge.source();
                if (liveOut[source] != variable.id()) {
                    liveOut[source] = variable.id();
                    range.add(source == home ? definition : start[source], end[source]);
                    if (source != home) {
                        liveIn.push(source);
                    }
                }
            }
        }
        return range.build();
    }
}
