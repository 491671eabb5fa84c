package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * The simultaneous assignment of arguments to block parameters on one edge. A move whose target no other pending
 * move reads goes first; where only cycles are left, one value waits on the operand stack. Arguments that are not
 * pure are all evaluated before the first variable changes: an exception must find the old ones.
 */
final class Moves {
    private static final class Move {
        private final Value parameter;
        private final Value argument;
        private final List<Integer> reads = new ArrayList<>();
        private final List<Integer> writes = new ArrayList<>();

        private Move(Value parameter, Value argument) {
            this.parameter = parameter;
            this.argument = argument;
        }
    }

    private final Schedule schedule;
    private final Slots slots;
    private final StatementWriter writer;
    private final Set<Move> pending = new LinkedHashSet<>();
    private final Map<Integer, Integer> readers = new HashMap<>();
    private final Map<Integer, Move> writers = new HashMap<>();
    private final Deque<Move> ready = new ArrayDeque<>();
    private final Deque<Move> onStack = new ArrayDeque<>();

    Moves(Graph graph, Target target, Uses uses, Schedule schedule, Slots slots, StatementWriter writer) {
        this.schedule = schedule;
        this.slots = slots;
        this.writer = writer;
        List<Value> parameters = graph.block(graph.position(target.block())).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            Value argument = target.arguments().get(i);
            boolean inPlace = uses.isNeeded(parameter)
                    && writer.isLoaded(argument)
                    && slots.slot(parameter) == slots.slot(argument);
            if (uses.isNeeded(parameter) && !inPlace) {
                add(new Move(parameter, argument));
            }
        }
    }

    private void add(Move move) {
        pending.add(move);
        schedule.forEachLoad(List.of(move.argument), value -> addSlots(value, move.reads));
        addSlots(move.parameter, move.writes);
        move.reads.forEach(slot -> readers.merge(slot, 1, Integer::sum));
        move.writes.forEach(slot -> writers.put(slot, move));
    }

    private void addSlots(Value variable, List<Integer> touched) {
        for (int i = 0; i < variable.type().slots(); i++) {
            touched.add(slots.slot(variable) + i);
        }
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Slots these moves change. */
    Set<Integer> written() {
        return Set.copyOf(writers.keySet());
    }

    /** {@code beforeStores} runs when everything that is not pure has been evaluated and no variable changed yet. */
    void write(Runnable beforeStores) {
        List<Move> impure = pending.stream()
                .filter(move -> schedule.isImpure(move.argument))
                .toList();
        impure.forEach(this::push);
        beforeStores.run();
        storeFromStack();
        pending.stream().filter(this::isUnread).forEach(ready::add);
        while (!pending.isEmpty()) {
            Move move = ready.poll();
            if (move == null) {
                push(pending.iterator().next());
                storeFromStack();
            } else if (pending.remove(move)) {
                writer.assign(move.parameter, move.argument);
                release(move);
            }
        }
        storeFromStack();
    }

    private void push(Move move) {
        pending.remove(move);
        writer.push(move.argument);
        onStack.push(move);
        release(move);
    }

    private void release(Move move) {
        for (int slot : move.reads) {
            readers.merge(slot, -1, Integer::sum);
            Move writer = writers.get(slot);
            if (writer != null && pending.contains(writer) && isUnread(writer)) {
                ready.add(writer);
            }
        }
    }

    private void storeFromStack() {
        while (!onStack.isEmpty() && isUnread(onStack.peek())) {
            writer.store(onStack.pop().parameter);
        }
    }

    /** Whether no other pending move reads what this one writes. */
    private boolean isUnread(Move move) {
        for (int slot : move.writes) {
            boolean waits = pending.contains(move);
            long own = waits ? move.reads.stream().filter(read -> read == slot).count() : 0;
            if (readers.getOrDefault(slot, 0) > own) {
                return false;
            }
        }
        return true;
    }
}
