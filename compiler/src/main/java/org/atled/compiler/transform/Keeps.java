package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * Which values the forward sweep keeps for the reverse sweep, and where. A value defined outside of all loops is kept in
 * a variable. A value defined in a loop is kept in a cache: an array with one element per iteration of that loop,
 * counted through from the first entry of the loop to its last exit. In the reverse sweep the iterations come in exactly the
 * opposite order, so one index per loop, counting down, finds every value of the current iteration, also from inside
 * inner loops. After the loop nothing reads them: the function is loop-closed (see {@link CanonicalizeLoops}).
 *
 * <p>The reverse sweep is built first and asks for what it needs; the forward sweep then keeps just that.
 */
final class Keeps {
    private final LoopTree loops;
    private final ControlFlow flow;
    private final Map<Key, Keep> keeps = new LinkedHashMap<>();
    /** By instruction and operand, −1 for the result: what was in an array at that time. */
    private final Map<Instruction, Map<Integer, Keep>> snapshots = new IdentityHashMap<>();

    private final Map<Loop, Counter> counters = new LinkedHashMap<>();
    private final Map<Integer, Keep> origins = new LinkedHashMap<>();
    private final Map<Loop, Keep> starts = new LinkedHashMap<>();
    private final Map<Keep, Variable> traveling = new HashMap<>();

    Keeps(ControlFlow flow, LoopTree loops) {
        this.flow = flow;
        this.loops = loops;
    }

    /** Keeps a value, or its shadow. */
    Keep value(Value value, boolean isShadow) {
        return keeps.computeIfAbsent(
                new Key(value, isShadow),
                key -> keep(
                        isShadow ? ShadowCode.typeOf(value.type()) : value.type(),
                        home(value),
                        (isShadow ? "shadow" : "") + value));
    }

    /**
     * Keeps what is in an array that an instruction reads, or, for {@link Partial#RESULT}, gives.
     *
     * @param array the operand, or the result
     */
    Keep snapshot(Instruction instruction, int operand, Value array) {
        return snapshots
                .computeIfAbsent(instruction, key -> new LinkedHashMap<>())
                .computeIfAbsent(
                        operand, key -> keep(array.type(), loops.innermost(blockOf(instruction)), "snapshot" + array));
    }

    private int blockOf(Instruction instruction) {
        return flow.reversePostorder().stream()
                .filter(block -> block.instructions().stream().anyMatch(each -> each == instruction))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The snapshots of an instruction's arrays, by operand. */
    Map<Integer, Keep> snapshots(Instruction instruction) {
        return snapshots.getOrDefault(instruction, Map.of());
    }

    /** Keeps, for a block where paths join, the number of the edge it was entered by. */
    Keep origin(int block) {
        return origins.computeIfAbsent(block, key -> keep(Type.INT, loops.innermost(block), "origin" + block));
    }

    /** Keeps, for a loop inside another, its counter at each entry. */
    Keep start(Loop loop) {
        counter(loop).isNeeded = true;
        return starts.computeIfAbsent(loop, key -> keep(Type.INT, loop.parent(), "start" + loop.header()));
    }

    /** The counters of a loop's iterations. */
    Counter counter(Loop loop) {
        return counters.computeIfAbsent(loop, Counter::new);
    }

    private Keep keep(Type type, Loop home, String label) {
        if (home == null) {
            return new Keep(type, null, new Variable(label, type));
        }
        counter(home).isNeeded = true;
        return new Keep(type, home, new Variable(label, TapeCode.cacheType(type)));
    }

    /** The innermost loop around a value's definition, or {@code null}. */
    Loop home(Value value) {
        return loops.innermost(flow.definition(value).id());
    }

    /** The values kept, arrays' contents not counted. */
    Set<Key> values() {
        return keeps.keySet();
    }

    Keep find(Value value, boolean isShadow) {
        return keeps.get(new Key(value, isShadow));
    }

    Keep findOrigin(int block) {
        return origins.get(block);
    }

    Keep findStart(Loop loop) {
        return starts.get(loop);
    }

    /** The counter of a loop whose iterations the forward sweep counts, else {@code null}. */
    Counter findCounter(Loop loop) {
        Counter counter = counters.get(loop);
        return counter != null && counter.isNeeded ? counter : null;
    }

    /** The loops whose iterations the forward sweep counts. */
    List<Loop> countedLoops() {
        return counters.keySet().stream()
                .filter(loop -> counters.get(loop).isNeeded)
                .toList();
    }

    /** Everything kept in caches. */
    List<Keep> caches() {
        return all().stream().filter(keep -> keep.home() != null).toList();
    }

    /** The variables that hold, between the two sweeps, all that was kept. */
    List<Variable> carried() {
        List<Variable> carried = new ArrayList<>();
        all().forEach(keep -> carried.add(keep.variable()));
        countedLoops().forEach(loop -> carried.add(counters.get(loop).count));
        return carried;
    }

    /** The variable in which an edge's number travels to the block where paths join. */
    Variable traveling(Keep origin) {
        return traveling.computeIfAbsent(origin, key -> new Variable("edge", Type.INT));
    }

    private List<Keep> all() {
        List<Keep> all = new ArrayList<>(keeps.values());
        all.addAll(origins.values());
        all.addAll(starts.values());
        flow.reversePostorder().stream()
                .flatMap(block -> block.instructions().stream())
                .forEach(each -> all.addAll(snapshots(each).values()));
        return all;
    }

    /** A value, or its shadow. */
    record Key(Value value, boolean isShadow) {}

    /**
     * One kept value.
     *
     * @param home the loop whose iterations have one value each, {@code null} if there is one value in all
     * @param variable holds the value, or the cache
     */
    record Keep(Type type, Loop home, Variable variable) {}

    /** Counts the iterations of one loop, forward and backward. */
    static final class Counter {
        /** Whether anything is kept by these numbers; if not, the forward sweep does not count. */
        boolean isNeeded;
        /** Iterations begun so far in this call. */
        final Variable count;
        /** Number of the iteration the forward sweep is in. */
        final Variable forward;
        /** Number of the iteration the reverse sweep is in. */
        final Variable backward;

        private Counter(Loop loop) {
            count = new Variable("count" + loop.header(), Type.INT);
            forward = new Variable("forward" + loop.header(), Type.INT);
            backward = new Variable("backward" + loop.header(), Type.INT);
        }
    }
}
