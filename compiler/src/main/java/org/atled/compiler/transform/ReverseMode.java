package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Reverse mode: a forward sweep runs the primal and keeps what is needed, a reverse sweep carries cotangents from the
 * result back to the arguments. Values are kept, never restored: memory is left as the primal leaves it.
 */
public final class ReverseMode {
    private static final String COTANGENTS = "org/atled/runtime/Cotangents";
    static final MethodReference CLEAR = new MethodReference(COTANGENTS, "clear", "(Ljava/lang/Object;Z)V");
    private static final MethodReference SEED =
            new MethodReference(COTANGENTS, "seed", "(Ljava/lang/Object;Ljava/lang/Object;)V");

    private final Activity activity;
    private final ReversePlan plan;
    private final Keeps keeps;
    private final Primals primals;
    private final Derivatives derivatives;
    private final CotangentVariables cotangents;
    private final Block last;
    private BlockBuilder reverseEntry;

    private ReverseMode(ReversePlan plan, Derivatives derivatives) {
        this.activity = plan.activity();
        this.plan = plan;
        this.keeps = plan.keeps();
        this.primals = plan.primals();
        this.derivatives = derivatives;
        this.cotangents = new CotangentVariables(activity);
        this.last = activity.flow().reversePostorder().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .findFirst()
                .orElse(null);
    }

    /** The two halves of a derivative whose caller does other things in between. */
    public record Split(Function augmented, Function pullback) {}

    /**
     * Forward and reverse sweep in one method, for the method a user asks for.
     *
     * @param stable per parameter, whether the array passed keeps its elements during the call
     * @param name its name, with the descriptor {@link Signatures#joint} gives
     * @param recomputes whether what is cheap is computed again instead of kept
     */
    public static Function joint(
            Activity activity,
            List<Boolean> stable,
            MethodReference name,
            Primals primals,
            Derivatives derivatives,
            boolean recomputes) {
        return of(ReversePlan.of(activity, stable, primals), derivatives, recomputes, false)
                .joint(name);
    }

    /**
     * Forward sweep and reverse sweep as two methods that pass on what is kept by the tape.
     *
     * @param augmented name of the first, with the descriptor {@link Signatures#augmented} gives
     * @param pullback name of the second, with the descriptor {@link Signatures#pullback} gives
     * @param recomputes whether what is cheap is computed again instead of kept
     */
    public static Split split(
            Activity activity,
            List<Boolean> stable,
            MethodReference augmented,
            MethodReference pullback,
            Primals primals,
            Derivatives derivatives,
            boolean recomputes) {
        return of(ReversePlan.of(activity, stable, primals), derivatives, recomputes, true)
                .split(augmented, pullback);
    }

    /**
     * The primal with shadows beside it, which keeps nothing: what runs where nothing is pulled back.
     *
     * @param name its name, with the descriptor {@link Signatures#augmented} gives
     */
    public static Function shadowed(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        ReverseMode mode = new ReverseMode(
                ReversePlan.of(activity, activity.stableParameters(), primals), derivatives.keepingNothing());
        FunctionBuilder builder = new FunctionBuilder(name, true);
        PrimalCopy copy = new PrimalCopy(activity, primals, builder, false);
        copy.enter(new ArrayList<>(), List.of());
        mode.forward(copy, builder, true);
        if (mode.last != null) {
            mode.save(copy, (Terminator.Return) mode.last.terminator());
        }
        return builder.build();
    }

    /** With what is kept chosen by what a first try would keep. */
    private static ReverseMode of(ReversePlan plan, Derivatives derivatives, boolean recomputes, boolean isSplit) {
        ReverseMode trial = new ReverseMode(plan, derivatives);
        if (!recomputes || trial.last == null) {
            return trial;
        }
        FunctionBuilder builder = new FunctionBuilder(plan.activity().function().name(), true);
        BlockBuilder start = builder.block();
        trial.reverse(builder, start.parameter(Signatures.TAPE), start, builder.block());
        return new ReverseMode(plan.repeating(CacheCut.repeated(plan, isSplit)), derivatives);
    }

    private Function joint(MethodReference name) {
        FunctionBuilder builder = new FunctionBuilder(name, true);
        PrimalCopy copy = new PrimalCopy(activity, primals, builder, false);
        List<Value> extra = new ArrayList<>();
        copy.enter(extra, extraTypes());
        if (last == null) {
            forward(copy, builder, false);
            return builder.build();
        }
        BlockBuilder start = builder.block();
        BlockBuilder exit = builder.block();
        reverse(builder, copy.tape(), start, exit);
        forward(copy, builder, false);
        Terminator.Return end = (Terminator.Return) last.terminator();
        prepare(copy, start, end, extra);
        copy.block(last.id()).jump(start, end.line());
        leave(exit, copy.tape());
        exit.end(new Terminator.Return(end.value() == null ? null : copy.primal(end.value()), end.line()));
        return builder.build();
    }

    private List<Type> extraTypes() {
        List<Type> types = new ArrayList<>();
        Type result = activity.function().name().result();
        if (!result.equals(Type.VOID)) {
            types.add(ShadowCode.typeOf(result));
        }
        types.add(Type.INT);
        return types;
    }

    private Split split(MethodReference augmented, MethodReference pullback) {
        FunctionBuilder second = new FunctionBuilder(pullback, true);
        BlockBuilder start = second.block();
        Type result = activity.function().name().result();
        Value seed = result.isFloating() && activity.isResultActive() ? start.parameter(result) : null;
        Value tape = start.parameter(Signatures.TAPE);
        BlockBuilder body = second.block();
        BlockBuilder exit = second.block();
        if (last != null) {
            reverse(second, tape, body, exit);
            restore(start, tape);
            start.jump(body, last.terminator().line());
            seed(body, seed);
            leave(exit, tape);
        } else {
            // The primal never returns, so nobody calls this.
            start.jump(exit, 0);
        }
        exit.end(new Terminator.Return(null, 0));
        FunctionBuilder first = new FunctionBuilder(augmented, true);
        PrimalCopy copy = new PrimalCopy(activity, primals, first, false);
        copy.enter(new ArrayList<>(), List.of());
        forward(copy, first, true);
        if (last != null) {
            save(copy, (Terminator.Return) last.terminator());
        }
        return new Split(first.build(), second.build());
    }

    /** Builds the reverse sweep, to be entered from {@code start}, whose own code is still to be written. */
    private void reverse(FunctionBuilder builder, Value tape, BlockBuilder start, BlockBuilder exit) {
        Pullbacks pullbacks = new Pullbacks(plan, cotangents, primals, derivatives, tape);
        ReverseSweep sweep = new ReverseSweep(plan, cotangents, pullbacks, builder, exit);
        reverseEntry = sweep.build(last);
        sweep.startCounters(start);
    }

    private void forward(PrimalCopy copy, FunctionBuilder builder, boolean isSplit) {
        new ForwardSweep(plan, derivatives, copy, builder, isSplit).build(last);
    }

    /** Between the sweeps: the primal has succeeded, so shadows may be written from here on. */
    private void prepare(PrimalCopy copy, BlockBuilder start, Terminator.Return end, List<Value> extra) {
        int line = end.line();
        Value accumulate = extra.get(extra.size() - 1);
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (activity.specialization().active().get(i)
                    && parameters.get(i).type().isReference()) {
                start.call(CLEAR, line, copy.second(start, parameters.get(i), line), accumulate);
            }
        }
        if (end.value() != null
                && activity.isActive(end.value())
                && end.value().type().isReference()) {
            start.call(SEED, line, copy.second(start, end.value(), line), extra.get(0));
        } else if (end.value() != null) {
            addSeed(start, end, extra.get(0));
        }
        start.jump(reverseEntry, line);
    }

    private void seed(BlockBuilder body, Value seed) {
        Terminator.Return end = (Terminator.Return) last.terminator();
        if (seed != null) {
            addSeed(body, end, seed);
        }
        body.jump(reverseEntry, end.line());
    }

    private void addSeed(BlockBuilder block, Terminator.Return end, Value seed) {
        if (end.value().type().isFloating()) {
            cotangents.add(block, end.value(), seed, end.line());
        }
    }

    /** Leaves the cotangents of active numbers on the tape and gives the caches back. */
    private void leave(BlockBuilder exit, Value tape) {
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (activity.specialization().active().get(i) && parameter.type().isFloating()) {
                TapeCode.push(exit, tape, cotangents.take(exit, parameter, 0), 0);
            }
        }
        List<Keeps.Keep> caches = keeps.caches();
        for (int i = caches.size() - 1; i >= 0; i--) {
            Keeps.Keep cache = caches.get(i);
            Value used = exit.read(keeps.counter(cache.home()).count);
            TapeCode.give(exit, tape, exit.read(cache.variable()), used, 0);
        }
    }

    /** Puts on the tape what the pullback will read. */
    private void save(PrimalCopy copy, Terminator.Return end) {
        BlockBuilder block = copy.block(last.id());
        int line = end.line();
        for (FunctionBuilder.Variable variable : keeps.carried()) {
            TapeCode.push(block, copy.tape(), block.read(variable), line);
        }
        if (end.value() != null && copy.hasSecond(end.value())) {
            Value shadow = copy.second(block, end.value(), line);
            TapeCode.leave(block, copy.tape(), end.value().type(), shadow, line);
        }
        block.end(new Terminator.Return(end.value() == null ? null : copy.primal(end.value()), line));
    }

    private void restore(BlockBuilder start, Value tape) {
        List<FunctionBuilder.Variable> carried = keeps.carried();
        for (int i = carried.size() - 1; i >= 0; i--) {
            start.write(carried.get(i), TapeCode.pop(start, tape, carried.get(i).type(), 0));
        }
    }
}
