package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/** Provides values of the primal, and shadows, to one block of the reverse sweep: computed again or as they were kept. */
final class PrimalValues implements ReverseValues {
    private final BlockBuilder block;
    private final ReversePlan plan;
    private final Keeps keeps;
    private final Recomputation recomputation;
    private final LoopEntries entries;
    private final Loop context;
    private final Map<Value, Value> primals = new HashMap<>();
    private final Map<Value, Value> shadows = new HashMap<>();

    /**
     * Values for one block.
     *
     * @param context the innermost loop of which an iteration is under way there, {@code null} if there is none
     */
    PrimalValues(BlockBuilder block, ReversePlan plan, LoopEntries entries, Loop context) {
        this.block = block;
        this.plan = plan;
        this.keeps = plan.keeps();
        this.recomputation = plan.recomputation();
        this.entries = entries;
        this.context = context;
    }

    @Override
    public Value primal(Value value, int line) {
        Value known = primals.get(value);
        if (known == null) {
            known = provide(value, false, line);
            primals.put(value, known);
        }
        return known;
    }

    @Override
    public Value shadow(Value value, int line) {
        Value known = shadows.get(value);
        if (known == null) {
            known = provide(value, true, line);
            shadows.put(value, known);
        }
        return known;
    }

    private Value provide(Value value, boolean isShadow, int line) {
        Instruction definition = recomputation.definition(value);
        if (definition != null && definition.op() instanceof Op.Literal literal) {
            return block.literal(literal.constant(), line);
        }
        Loop home = keeps.home(value);
        if (home != null && home != context && isUnderWay(home)) {
            return block.read(entries.fetched(childOf(home), value, isShadow));
        }
        if (!plan.repeated().contains(new Keeps.Key(value, isShadow))) {
            return load(keeps.value(value, isShadow), line);
        }
        return definition == null ? induction(value, home, line) : repeat(definition, isShadow, line);
    }

    @Override
    public Value load(Keeps.Keep keep, int line) {
        Value held = block.read(keep.variable());
        if (keep.home() == null) {
            return held;
        }
        Type element = held.type().element();
        Value index = block.read(keeps.counter(keep.home()).backward);
        Value value = block.emit(element, new Op.ArrayLoad(element), line, held, index);
        return keep.type().isReference() ? TapeCode.cast(block, value, keep.type(), line) : value;
    }

    private Value repeat(Instruction definition, boolean isShadow, int line) {
        Value[] operands = new Value[definition.operands().size()];
        for (int i = 0; i < operands.length; i++) {
            Value operand = definition.operand(i);
            operands[i] = isShadow && i == 0 ? shadow(operand, line) : primal(operand, line);
        }
        return isShadow
                ? shadowOf(definition, operands, line)
                : block.emit(definition.result().type(), definition.op(), line, operands);
    }

    private Value shadowOf(Instruction definition, Value[] operands, int line) {
        Type type = definition.result().type();
        if (definition.op() instanceof Op.ArrayLoad) {
            return ShadowCode.element(block, operands[0], operands[1], type, line);
        }
        if (definition.op() instanceof Op.GetField) {
            var slot = FieldAccess.activeSlot(definition, plan.activity(), plan.primals());
            return ShadowCode.reference(block, operands[0], slot.orElseThrow(), type, line);
        }
        return TapeCode.cast(block, operands[0], ShadowCode.typeOf(type), line);
    }

    private Value induction(Value parameter, Loop loop, int line) {
        Optional<Inductions.Induction> found = recomputation.induction(parameter);
        Inductions.Induction induction = found.orElseThrow();
        Value initial = primal(induction.initial(), line);
        Value since = iterationsSinceEntry(loop, line);
        Value distance = induction.step() == 1 ? since : times(since, induction.step(), line);
        return isZero(induction.initial()) ? distance : block.arithmetic(Operator.IADD, line, initial, distance);
    }

    private Value times(Value count, int step, int line) {
        return step == -1
                ? block.arithmetic(Operator.INEG, line, count)
                : block.arithmetic(Operator.IMUL, line, count, block.literal(new Constant.OfInt(step), line));
    }

    private boolean isZero(Value value) {
        Instruction definition = recomputation.definition(value);
        return definition != null
                && definition.op() instanceof Op.Literal literal
                && literal.constant().equals(FunctionBuilder.zeroOf(Type.INT));
    }

    private boolean isUnderWay(Loop loop) {
        return context != null && loop.contains(context.header());
    }

    /** The loop under way directly inside this one. */
    private Loop childOf(Loop loop) {
        Loop child = context;
        while (child.parent() != loop) {
            child = child.parent();
        }
        return child;
    }

    /** How often the loop came round before the iteration under way, or before the condition failed. */
    Value iterationsSinceEntry(Loop loop, int line) {
        return isUnderWay(loop) ? block.read(entries.remaining(loop)) : iterationsAtExit(loop, line);
    }

    /** How often the loop had come round when it was left. */
    Value iterationsAtExit(Loop loop, int line) {
        Optional<TripCounts.Trips> known = plan.trips().of(loop);
        if (known.isPresent()) {
            Value initial = primal(known.get().initial(), line);
            Value bound = primal(known.get().bound(), line);
            return TapeCode.trips(block, known.get(), initial, bound, line);
        }
        Keeps.Counter counter = keeps.counter(loop);
        counter.isNeeded = true;
        Value last = block.read(counter.backward);
        return loop.parent() == null
                ? last
                : block.arithmetic(Operator.ISUB, line, last, load(keeps.start(loop), line));
    }
}
