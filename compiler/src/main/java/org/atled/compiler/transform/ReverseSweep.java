package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * Builds the reverse sweep: for each primal block one block that pulls cotangents back through its instructions, last
 * first, and then goes on to the block the forward sweep came from. Where the forward sweep may have come by several
 * edges, the loop counter tells entry from repetition, and elsewhere the number of the edge was kept. Stretches in
 * which nothing is active are skipped.
 */
final class ReverseSweep {
    private final ReversePlan plan;
    private final Activity activity;
    private final LoopTree loops;
    private final Keeps keeps;
    private final Relevance relevance;
    private final LoopEntries entries = new LoopEntries();
    private final CotangentVariables cotangents;
    private final Pullbacks pullbacks;
    private final FunctionBuilder builder;
    private final BlockBuilder exit;
    private final Map<Integer, BlockBuilder> blocks = new HashMap<>();
    private final Deque<Block> open = new ArrayDeque<>();

    /**
     * A reverse sweep in the making.
     *
     * @param exit where to go when the entry has been reversed
     */
    ReverseSweep(
            ReversePlan plan,
            CotangentVariables cotangents,
            Pullbacks pullbacks,
            FunctionBuilder builder,
            BlockBuilder exit) {
        this.plan = plan;
        this.activity = plan.activity();
        this.loops = plan.loops();
        this.keeps = plan.keeps();
        this.relevance = plan.relevance();
        this.cotangents = cotangents;
        this.pullbacks = pullbacks;
        this.builder = builder;
        this.exit = exit;
    }

    /** Builds everything from the returning block back to the entry; gives the first block. */
    BlockBuilder build(Block last) {
        BlockBuilder first = block(last);
        while (!open.isEmpty()) {
            Block block = open.poll();
            reverse(block, blocks.get(block.id()));
        }
        entries.finish(edge -> values(edge.block(), edge.context()));
        return first;
    }

    private BlockBuilder block(Block primal) {
        return blocks.computeIfAbsent(primal.id(), id -> {
            open.add(primal);
            return builder.block();
        });
    }

    private void reverse(Block primal, BlockBuilder block) {
        PrimalValues values = values(block, loops.innermost(primal.id()));
        List<Instruction> instructions = primal.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            if (relevance.hasPullback(instructions.get(i))) {
                pullbacks.emit(block, instructions.get(i), values);
            }
        }
        int line = instructions.isEmpty()
                ? primal.terminator().line()
                : instructions.get(0).line();
        if (primal == activity.function().entry()) {
            block.jump(exit, line);
            return;
        }
        Block shortcut = relevance.shortcut(primal);
        if (shortcut != null) {
            block.jump(block(shortcut), line);
            return;
        }
        List<Value> incoming = takeParameters(primal, block, line);
        leave(primal, block, incoming, line);
    }

    private PrimalValues values(BlockBuilder block, Loop context) {
        return new PrimalValues(block, plan, entries, context);
    }

    /** Takes the parameters' cotangents: all before any is passed on, since a loop may permute its variables. */
    private List<Value> takeParameters(Block primal, BlockBuilder block, int line) {
        List<Value> taken = new ArrayList<>();
        for (Value parameter : primal.parameters()) {
            taken.add(activity.hasCotangent(parameter) ? cotangents.take(block, parameter, line) : null);
        }
        return taken;
    }

    private void leave(Block primal, BlockBuilder block, List<Value> incoming, int line) {
        List<Integer> sources = relevance.predecessors(primal.id());
        Loop loop = loops.innermost(primal.id());
        boolean isHeader = loop != null && loop.header() == primal.id();
        boolean isCounted = isCounted(loop, isHeader, sources);
        Value selector =
                sources.size() == 1 || isCounted ? null : values(block, loop).load(keeps.origin(primal.id()), line);
        if (isHeader) {
            countDown(block, keeps.counter(loop).backward, line);
            countDown(block, entries.remaining(loop), line);
        }
        if (sources.size() == 1) {
            follow(primal, sources.get(0), block, incoming, line);
            return;
        }
        List<Target> targets = new ArrayList<>();
        for (int source : sources) {
            BlockBuilder edge = builder.block();
            follow(primal, source, edge, incoming, line);
            targets.add(new Target(edge.id(), List.of()));
        }
        block.end(
                isCounted
                        ? repetition(primal, block.read(entries.remaining(loop)), targets, line)
                        : choice(selector, targets, line));
    }

    private static void countDown(BlockBuilder block, Variable variable, int line) {
        Value minusOne = block.literal(new Constant.OfInt(-1), line);
        block.write(variable, block.arithmetic(Operator.IADD, line, block.read(variable), minusOne));
    }

    /** Whether the loop counter alone tells the edges apart: one enters the loop, one repeats it. */
    private boolean isCounted(Loop loop, boolean isHeader, List<Integer> sources) {
        return isHeader && sources.size() == 2 && loop.contains(sources.get(0)) != loop.contains(sources.get(1));
    }

    /** Goes to the iteration before, if there is one left. */
    private Terminator repetition(Block header, Value remaining, List<Target> targets, int line) {
        boolean firstRepeats = loops.innermost(header.id())
                .contains(relevance.predecessors(header.id()).get(0));
        Target repeat = targets.get(firstRepeats ? 0 : 1);
        Target enter = targets.get(firstRepeats ? 1 : 0);
        return new Terminator.Branch(Condition.IFGE, List.of(remaining), repeat, enter, line);
    }

    /** Goes along the edge by which the forward sweep came. */
    private static Terminator choice(Value selector, List<Target> targets, int line) {
        if (targets.size() == 2) {
            return new Terminator.Branch(Condition.IFEQ, List.of(selector), targets.get(0), targets.get(1), line);
        }
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < targets.size() - 1; i++) {
            keys.add(i);
        }
        return new Terminator.Switch(selector, keys, targets, line);
    }

    /** Passes the parameters' cotangents on to the arguments of one edge and goes to its source. */
    private void follow(Block primal, int source, BlockBuilder edge, List<Value> incoming, int line) {
        Block from = activity.flow().block(source);
        from.terminator().targets().forEach(target -> passOn(primal, target, edge, incoming, 0, line));
        from.handlers().forEach(handler -> passOn(primal, handler.target(), edge, incoming, 1, line));
        enterLoops(primal, from, edge, line);
        edge.jump(block(hasThrown(from, primal) ? beforeThrowing(from) : from), line);
    }

    private void passOn(Block primal, Target target, BlockBuilder edge, List<Value> incoming, int skipped, int line) {
        if (target.block() == primal.id()) {
            for (int i = skipped; i < incoming.size(); i++) {
                if (incoming.get(i) != null) {
                    cotangents.add(edge, target.arguments().get(i - skipped), incoming.get(i), line);
                }
            }
        }
    }

    private boolean hasThrown(Block from, Block to) {
        return activity.flow().exceptionalSuccessors(from.id()).contains(to.id());
    }

    /**
     * Where to go on from an exception of a block's only instruction: a derivative that was called is reversed as far as
     * it came, anything else has done nothing.
     */
    private Block beforeThrowing(Block thrower) {
        boolean isCall = activity.treatment(thrower.instructions().get(0)) instanceof Treatment.Differentiated;
        Block shortcut = relevance.shortcut(thrower);
        if (isCall || shortcut != null) {
            return isCall ? thrower : shortcut;
        }
        return activity.flow().block(relevance.predecessors(thrower.id()).get(0));
    }

    private void enterLoops(Block primal, Block source, BlockBuilder edge, int line) {
        Loop context = loops.innermost(primal.id());
        while (context != null && !context.contains(source.id())) {
            context = context.parent();
        }
        for (Loop loop = loops.innermost(source.id()); loop != context; loop = loop.parent()) {
            entries.add(loop, new LoopEntries.Edge(edge, context, line));
        }
    }

    /** Sets the counters of the reverse sweep to the last iterations of the forward sweep. */
    void startCounters(BlockBuilder block) {
        for (Loop loop : keeps.countedLoops()) {
            Keeps.Counter counter = keeps.counter(loop);
            Value one = block.literal(new Constant.OfInt(1), 0);
            block.write(counter.backward, block.arithmetic(Operator.ISUB, 0, block.read(counter.count), one));
        }
    }
}
