package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Assigns a local-variable slot to every value that needs one. Values that an edge would have to copy into one
 * another share a slot where their live ranges allow, innermost loops first; then each group of such values, the
 * most used first, takes the lowest slot that is free all over its range. Parameters of the function stay where the
 * calling convention puts them.
 *
 * <p>A handler's parameter lives throughout every block it protects, as a copy of the argument there, unless it
 * shares the argument's slot.
 *
 * <p>The receiver of a constructor keeps its slot to the end: as long as it is not initialized, the verifier wants to see
 * it in a local variable everywhere, also in a handler that only throws.
 */
final class Slots {
    private record Affinity(Value left, Value right, int weight) {}

    private final Graph graph;
    private final Uses uses;
    private final Schedule schedule;
    private final Lifetimes lifetimes;
    private final int[] leader;
    private final LiveRange[] range;
    private final int[] weight;
    private final int[] slot;
    private final List<LiveRange> occupied = new ArrayList<>();

    Slots(Graph graph, Uses uses, Schedule schedule, Lifetimes lifetimes, boolean keepsReceiver) {
        this.graph = graph;
        this.uses = uses;
        this.schedule = schedule;
        this.lifetimes = lifetimes;
        int limit = graph.valueLimit();
        leader = IntStream.range(0, limit).toArray();
        range = new LiveRange[limit];
        weight = new int[limit];
        slot = new int[limit];
        Arrays.fill(slot, -1);
        for (Value variable : lifetimes.variables()) {
            range[variable.id()] = lifetimes.range(variable);
            weight[variable.id()] = uses.count(variable);
        }
        placeFunctionParameters();
        if (keepsReceiver) {
            int receiver = graph.block(0).parameters().get(0).id();
            range[receiver] = lifetimes.everywhere();
        }
        for (int position = 0; position < graph.size(); position++) {
            if (graph.isHandler(position)) {
                shareWithHandler(position);
            }
        }
        affinities().forEach(this::share);
        color();
    }

    int slot(Value variable) {
        return slot[find(variable.id())];
    }

    private void placeFunctionParameters() {
        int next = 0;
        for (Value parameter : graph.block(0).parameters()) {
            slot[parameter.id()] = next;
            next += parameter.type().slots();
        }
    }

    private void shareWithHandler(int position) {
        List<Value> parameters = graph.block(position).parameters();
        for (int i = 1; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (uses.isNeeded(parameter)) {
                Map<Value, LiveRange> protectedBy = protectedRanges(position, i - 1);
                protectedBy.values().forEach(extent -> {
                    range[parameter.id()] = range[parameter.id()].union(extent);
                });
                // Where the argument and its copy are both live they are equal: no conflict.
                protectedBy.forEach((argument, extent) -> share(parameter, argument, extent));
            }
        }
    }

    /** Per value that is argument {@code i} of an exceptional edge to this block, the blocks these edges leave. */
    private Map<Value, LiveRange> protectedRanges(int position, int i) {
        Map<Value, LiveRange.Builder> extents = new LinkedHashMap<>();
        Map<Integer, Value> arguments = new HashMap<>();
        for (Graph.Edge edge : graph.incoming(position)) {
            if (edge.isExceptional()) {
                Value argument = edge.arguments().get(i);
                Value earlier = arguments.putIfAbsent(edge.source(), argument);
                if (earlier != null && !earlier.equals(argument)) {
                    throw new IllegalArgumentException(
                            "two handlers of block b%d lead to b%d, one with %s, one with %s; "
                                            .formatted(id(edge.source()), id(position), earlier, argument)
                                    + "the variable can hold one of them: let each handler lead to a block of its own");
                }
                extents.computeIfAbsent(argument, absent -> new LiveRange.Builder())
                        .add(lifetimes.start(edge.source()), lifetimes.end(edge.source()));
            }
        }
        Map<Value, LiveRange> ranges = new LinkedHashMap<>();
        extents.forEach((argument, extent) -> ranges.put(argument, extent.build()));
        return ranges;
    }

    private int id(int position) {
        return graph.block(position).id();
    }

    private List<Affinity> affinities() {
        Loops loops = new Loops(graph);
        List<Affinity> affinities = new ArrayList<>();
        for (int position = 0; position < graph.size(); position++) {
            int depth = loops.depth(position);
            for (Target target : graph.block(position).terminator().targets()) {
                List<Value> parameters =
                        graph.block(graph.position(target.block())).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    addAffinity(parameters.get(i), target.arguments().get(i), depth, affinities);
                }
            }
            for (Instruction statement : schedule.statements(position)) {
                if (isIncrement(statement)) {
                    addAffinity(statement.result(), statement.operand(0), depth, affinities);
                }
            }
        }
        affinities.sort(Comparator.comparingInt(Affinity::weight).reversed());
        return affinities;
    }

    private void addAffinity(Value to, Value from, int depth, List<Affinity> affinities) {
        Value source = schedule.isOnStack(from) && isIncrement(uses.definition(from))
                ? uses.definition(from).operand(0)
                : from;
        if (range[to.id()] != null && range[source.id()] != null) {
            affinities.add(new Affinity(to, source, depth));
        }
    }

    private static boolean isIncrement(Instruction instruction) {
        return instruction.op() instanceof Op.Arithmetic arithmetic
                && (arithmetic.operator() == Operator.IADD || arithmetic.operator() == Operator.ISUB);
    }

    private void share(Affinity affinity) {
        share(affinity.left(), affinity.right(), LiveRange.EMPTY);
    }

    private void share(Value left, Value right, LiveRange equalIn) {
        int one = find(left.id());
        int other = find(right.id());
        boolean bothPlaced = slot[one] >= 0 && slot[other] >= 0;
        if (one == other || bothPlaced || range[one].minus(equalIn).intersects(range[other])) {
            return;
        }
        leader[other] = one;
        range[one] = range[one].union(range[other]);
        weight[one] += weight[other];
        slot[one] = Math.max(slot[one], slot[other]);
    }

    private int find(int id) {
        int at = id;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private void color() {
        List<Value> groups = new ArrayList<>(lifetimes.variables());
        groups.removeIf(variable -> find(variable.id()) != variable.id());
        groups.sort(Comparator.comparingInt((Value group) -> slot[group.id()] >= 0 ? 0 : 1)
                .thenComparing(group -> -weight[group.id()]));
        for (Value group : groups) {
            int id = group.id();
            int slots = group.type().slots();
            if (slot[id] < 0) {
                slot[id] = firstFree(range[id], slots);
            }
            for (int i = slot[id]; i < slot[id] + slots; i++) {
                occupied(i);
                occupied.set(i, occupied.get(i).union(range[id]));
            }
        }
    }

    private int firstFree(LiveRange range, int slots) {
        int first = 0;
        for (int candidate = 0; candidate < first + slots; candidate++) {
            if (occupied(candidate).intersects(range)) {
                first = candidate + 1;
            }
        }
        return first;
    }

    private LiveRange occupied(int slot) {
        while (occupied.size() <= slot) {
            occupied.add(LiveRange.EMPTY);
        }
        return occupied.get(slot);
    }
}
