package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/** Builds the forward sweep: the primal with shadows beside it, which keeps what the reverse sweep asked for. */
final class ForwardSweep {
    private static final MethodReference SNAPSHOT =
            new MethodReference("org/atled/runtime/Snapshots", "of", "(Ljava/lang/Object;)Ljava/lang/Object;");

    private final ReversePlan plan;
    private final Activity activity;
    private final LoopTree loops;
    private final Keeps keeps;
    private final TripCounts trips;
    private final Derivatives derivatives;
    private final PrimalCopy copy;
    private final ProtectedCopy protection;
    private final boolean isSplit;

    /**
     * A forward sweep in the making.
     *
     * @param isSplit whether the reverse sweep is another method
     */
    ForwardSweep(ReversePlan plan, Derivatives derivatives, PrimalCopy copy, FunctionBuilder builder, boolean isSplit) {
        this.isSplit = isSplit;
        this.plan = plan;
        this.activity = plan.activity();
        this.loops = plan.loops();
        this.keeps = plan.keeps();
        this.trips = plan.trips();
        this.derivatives = derivatives;
        this.copy = copy;
        this.protection = new ProtectedCopy(builder, copy);
    }

    /** Builds every block; the returning one is left without its terminator. */
    void build(Block last) {
        BlockBuilder entry = copy.block(activity.function().entry().id());
        keeps.caches().stream().filter(keep -> !isTakenLate(keep)).forEach(keep -> take(keep, entry, 0));
        for (Block block : activity.flow().reversePostorder()) {
            BlockBuilder target = copy.block(block.id());
            begin(block, target);
            for (Instruction instruction : block.instructions()) {
                target = visit(block, target, instruction);
                if (instruction.result() != null) {
                    keep(target, instruction.result(), instruction.line());
                }
            }
            for (Target edge : block.terminator().targets()) {
                announce(block, target, edge.block());
            }
            if (block != last) {
                target.end(copy.terminator(target, block.terminator()));
            }
        }
    }

    /**
     * Whether a cache is taken when its loop is entered: of many calls in recursion, most return before that. Outermost
     * loops are entered once in a call.
     */
    private boolean isTakenLate(Keeps.Keep cache) {
        return isSplit
                && activity.flow()
                        .exceptionalPredecessors(outermost(cache).header())
                        .isEmpty();
    }

    private static Loop outermost(Keeps.Keep cache) {
        Loop loop = cache.home();
        while (loop.parent() != null) {
            loop = loop.parent();
        }
        return loop;
    }

    private void take(Keeps.Keep cache, BlockBuilder target, int line) {
        target.write(
                cache.variable(),
                TapeCode.take(target, copy.tape(), cache.variable().type(), line));
    }

    private void begin(Block block, BlockBuilder target) {
        int line = block.instructions().isEmpty()
                ? block.terminator().line()
                : block.instructions().get(0).line();
        Loop loop = loops.innermost(block.id());
        Keeps.Counter counter = loop != null && loop.header() == block.id() ? keeps.findCounter(loop) : null;
        if (counter != null) {
            count(loop, counter, target, line);
        }
        Keeps.Keep origin = keeps.findOrigin(block.id());
        if (origin != null && origin.home() != null) {
            store(target, origin, target.read(originOf(origin)), line);
        }
        block.parameters().forEach(parameter -> keep(target, parameter, line));
    }

    /** Begins an iteration; unless their number is known, every cache of the loop gets room for one more. */
    private void count(Loop loop, Keeps.Counter counter, BlockBuilder target, int line) {
        Value now = target.read(counter.count);
        target.write(counter.forward, now);
        if (trips.of(loop).isPresent()) {
            Value one = target.literal(new Constant.OfInt(1), line);
            target.write(counter.count, target.arithmetic(Operator.IADD, line, now, one));
            return;
        }
        target.write(counter.count, TapeCode.next(target, now, line));
        for (Keeps.Keep keep : cachesOf(loop)) {
            Value cache = target.read(keep.variable());
            target.write(keep.variable(), TapeCode.ensure(target, cache, now, line));
        }
    }

    private List<Keeps.Keep> cachesOf(Loop loop) {
        return keeps.caches().stream().filter(keep -> keep.home() == loop).toList();
    }

    /** Before a loop is entered whose number of iterations is known, gives its caches room for all of them. */
    private void reserve(Loop loop, TripCounts.Trips known, BlockBuilder target, int line) {
        List<Keeps.Keep> caches = cachesOf(loop);
        if (caches.isEmpty()) {
            return;
        }
        Value bound = beforeLoop(known.bound(), target);
        Value iterations = TapeCode.trips(target, known, copy.primal(known.initial()), bound, line);
        Value first = target.read(keeps.counter(loop).count);
        for (Keeps.Keep keep : caches) {
            Value cache = target.read(keep.variable());
            target.write(keep.variable(), TapeCode.reserve(target, cache, first, iterations, line));
        }
    }

    /** A value that is the same in all iterations, computed ahead of the first if the loop computes it. */
    private Value beforeLoop(Value value, BlockBuilder target) {
        Value known = copy.primal(value);
        if (known != null) {
            return known;
        }
        Instruction definition = plan.recomputation().definition(value);
        Value[] operands = definition.operands().stream()
                .map(operand -> beforeLoop(operand, target))
                .toArray(Value[]::new);
        return target.emit(value.type(), definition.op(), definition.line(), operands);
    }

    private void keep(BlockBuilder target, Value value, int line) {
        Keeps.Keep primal = keeps.find(value, false);
        if (primal != null) {
            store(target, primal, copy.primal(value), line);
        }
        Keeps.Keep shadow = keeps.find(value, true);
        if (shadow != null) {
            store(target, shadow, copy.second(target, value, line), line);
        }
    }

    private void store(BlockBuilder target, Keeps.Keep keep, Value value, int line) {
        if (keep.home() == null) {
            target.write(keep.variable(), value);
            return;
        }
        Value cache = target.read(keep.variable());
        Value index = target.read(keeps.counter(keep.home()).forward);
        target.run(new Op.ArrayStore(cache.type().element()), line, cache, index, value);
    }

    /** Gives the block where code goes on: not the same one if the instruction is protected. */
    private BlockBuilder visit(Block primal, BlockBuilder start, Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        if (treatment instanceof Treatment.Differentiated call) {
            List<Boolean> promised = Pullbacks.stableArguments(activity, instruction, plan.stable());
            copy.call(start, instruction, derivatives.augmented(call.callee(), promised));
            return protection.afterCall(primal, start, instruction);
        }
        keepSnapshots(start, instruction, false);
        BlockBuilder target = protection.copy(primal, start, instruction);
        keepSnapshots(target, instruction, true);
        if (treatment instanceof Treatment.Structural structural) {
            Value result = instruction.result();
            structural.rule().shadow().ifPresent(rule -> {
                Type type = result == null ? Type.VOID : result.type();
                Value shadow = copy.callRule(target, instruction, rule, type);
                if (result != null && copy.hasSecond(result)) {
                    copy.putSecond(result, shadow);
                }
            });
        } else {
            copy.shadow(target, instruction);
        }
        return target;
    }

    /** Keeps what is in the arrays that an instruction is given, before it runs, or what is in its result, after. */
    private void keepSnapshots(BlockBuilder target, Instruction instruction, boolean isAfter) {
        int line = instruction.line();
        keeps.snapshots(instruction).forEach((operand, keep) -> {
            boolean isResult = operand == Partial.RESULT;
            if (isResult == isAfter) {
                Value value = isResult ? instruction.result() : instruction.operand(operand);
                Value snapshot = target.call(SNAPSHOT, line, copy.primal(value));
                store(target, keep, TapeCode.cast(target, snapshot, keep.type(), line), line);
            }
        });
    }

    /** Before leaving for a block where paths join, leaves word of the edge; before entering a loop, of its counter. */
    private void announce(Block block, BlockBuilder target, int successor) {
        Keeps.Keep origin = keeps.findOrigin(successor);
        int line = block.terminator().line();
        if (origin != null) {
            int edge = plan.relevance().predecessors(successor).indexOf(block.id());
            target.write(originOf(origin), target.literal(new Constant.OfInt(edge), line));
        }
        Loop loop = loops.innermost(successor);
        if (loop != null && loop.header() == successor && !loop.contains(block.id())) {
            keeps.caches().stream()
                    .filter(keep -> isTakenLate(keep) && outermost(keep) == loop)
                    .forEach(keep -> take(keep, target, line));
            Keeps.Keep start = keeps.findStart(loop);
            if (start != null) {
                store(target, start, target.read(keeps.counter(loop).count), line);
            }
            trips.of(loop).ifPresent(known -> reserve(loop, known, target, line));
        }
    }

    /** The variable in which an edge's number travels to the block it leads to. */
    private FunctionBuilder.Variable originOf(Keeps.Keep origin) {
        return origin.home() == null ? origin.variable() : keeps.traveling(origin);
    }
}
