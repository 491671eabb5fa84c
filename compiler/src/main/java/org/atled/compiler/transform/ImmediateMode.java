package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Reverse mode without a reverse sweep, for a function whose result is a sum of terms (see {@link SumsOfTerms}): the
 * cotangent of the result is given, and every block, iteration or call is followed by the pullback of its terms. Nothing is
 * kept, whatever the number of iterations and the depth of recursion. A call whose cotangent is known is made in the same
 * way, any other is pulled back before the block is left.
 *
 * <p>Shadows are written while the primal is still running: should it fail, whoever calls this has to put them back.
 */
public final class ImmediateMode {
    private final Activity activity;
    private final ReversePlan plan;
    private final SumsOfTerms sums;
    private final KnownCotangents known;
    private final Block last;
    private final Derivatives derivatives;
    private final FunctionBuilder builder;
    private final PrimalCopy copy;
    private final CotangentVariables cotangents;
    private final Set<Instruction> settled = new HashSet<>();
    private Pullbacks pullbacks;
    private Value seed;

    private ImmediateMode(
            ReversePlan plan, Block last, SumsOfTerms sums, MethodReference name, Derivatives derivatives) {
        this.plan = plan;
        this.activity = plan.activity();
        this.last = last;
        this.sums = sums;
        this.known = new KnownCotangents(plan, sums);
        this.derivatives = derivatives;
        this.builder = new FunctionBuilder(name, true);
        this.copy = new PrimalCopy(activity, plan.primals(), builder, false);
        this.cotangents = new CotangentVariables(activity);
    }

    /** Whether a function can be reversed as it runs. */
    public static boolean isPossible(Activity activity, Primals primals) {
        return SumsOfTerms.of(plan(activity, primals), last(activity)) != null;
    }

    /** Whether that saves keeping what calls need. */
    public static boolean hasCalls(Activity activity) {
        return activity.flow().reversePostorder().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(each -> activity.treatment(each) instanceof Treatment.Differentiated);
    }

    /**
     * The derivative.
     *
     * @param name its name, with the descriptor {@link Signatures#immediate} gives
     */
    public static Function apply(Activity activity, MethodReference name, Primals primals, Derivatives derivatives) {
        ReversePlan plan = plan(activity, primals);
        Block last = last(activity);
        return new ImmediateMode(plan, last, SumsOfTerms.of(plan, last), name, derivatives).apply();
    }

    private static ReversePlan plan(Activity activity, Primals primals) {
        return ReversePlan.of(activity, activity.stableParameters(), primals);
    }

    private static Block last(Activity activity) {
        return activity.flow().reversePostorder().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .findFirst()
                .orElse(null);
    }

    private Function apply() {
        List<Value> extra = new ArrayList<>();
        copy.enter(extra, List.of(Type.DOUBLE));
        seed = extra.get(0);
        pullbacks = new Pullbacks(plan, cotangents, plan.primals(), derivatives, copy.tape());
        for (Block block : activity.flow().reversePostorder()) {
            BlockBuilder target = copy.block(block.id());
            block.instructions().forEach(instruction -> forward(target, instruction));
            passOn(block, target);
            reverseWhatEndsHere(block, target);
            if (block == last) {
                finish(target);
            } else {
                target.end(copy.terminator(target, block.terminator()));
            }
        }
        return builder.build();
    }

    private void forward(BlockBuilder target, Instruction instruction) {
        if (!(activity.treatment(instruction) instanceof Treatment.Differentiated call)) {
            copy.copy(target, instruction);
            copy.shadow(target, instruction);
            return;
        }
        Optional<MethodReference> immediate =
                known.isKnown(instruction) ? derivatives.immediate(call.callee()) : Optional.empty();
        if (immediate.isEmpty()) {
            List<Boolean> promised = Pullbacks.stableArguments(activity, instruction, plan.stable());
            copy.call(target, instruction, derivatives.augmented(call.callee(), promised));
            return;
        }
        Value cotangent = known.emit(target, instruction, copy, seed).orElseThrow();
        copy.call(target, instruction, immediate.get(), cotangent);
        pullbacks.fetch(target, instruction, call);
        settled.add(instruction);
    }

    /** Partial sums that are defined here have the cotangent of the result. */
    private void addSeeds(Block block, BlockBuilder target) {
        for (Instruction instruction : block.instructions()) {
            if (instruction.result() != null && sums.isPartialSum(instruction.result())) {
                cotangents.add(target, instruction.result(), seed, instruction.line());
            }
        }
    }

    private void reverseWhatEndsHere(Block end, BlockBuilder target) {
        List<Block> blocks = activity.flow().reversePostorder();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (sums.end(blocks.get(i)) == end.id()) {
                addSeeds(blocks.get(i), target);
                reverse(blocks.get(i), target);
            }
        }
    }

    private void reverse(Block block, BlockBuilder target) {
        List<Instruction> instructions = block.instructions();
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            if (settled.contains(instruction)) {
                drop(target, instruction.result(), instruction.line());
            } else if (plan.relevance().hasPullback(instruction)) {
                pullbacks.emit(target, instruction, new Copied(target));
            }
            // The cotangent of a partial sum is settled where the sum is defined.
            instruction.operands().stream()
                    .filter(operand -> sums.isPartialSum(operand) && isFromElsewhere(operand, block))
                    .forEach(operand -> drop(target, operand, instruction.line()));
        }
    }

    private boolean isFromElsewhere(Value value, Block block) {
        return activity.flow().definition(value) != block || block.parameters().contains(value);
    }

    private void drop(BlockBuilder target, Value value, int line) {
        if (activity.hasCotangent(value)) {
            cotangents.take(target, value, line);
        }
    }

    /** What is pulled back later and goes into a partial sum at the end of a block has its cotangent from there, among others. */
    private void passOn(Block block, BlockBuilder target) {
        Set<Value> values = new LinkedHashSet<>(block.terminator().operands());
        block.terminator().targets().forEach(edge -> values.addAll(edge.arguments()));
        for (Value value : values) {
            if (activity.hasCotangent(value) && sums.isAnywhere(value)) {
                for (int i = sums.arguments(block, value); i > 0; i--) {
                    cotangents.add(target, value, seed, block.terminator().line());
                }
            }
        }
    }

    /** Leaves the cotangents of active numbers on the tape. */
    private void finish(BlockBuilder exit) {
        List<Value> parameters = activity.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (activity.specialization().active().get(i) && parameter.type().isFloating()) {
                TapeCode.push(exit, copy.tape(), cotangents.take(exit, parameter, 0), 0);
            }
        }
        Terminator.Return end = (Terminator.Return) last.terminator();
        exit.end(new Terminator.Return(copy.primal(end.value()), end.line()));
    }

    /** What the primal has just computed is still there. */
    private final class Copied implements ReverseValues {
        private final BlockBuilder block;

        private Copied(BlockBuilder block) {
            this.block = block;
        }

        @Override
        public Value primal(Value value, int line) {
            return copy.primal(value);
        }

        @Override
        public Value shadow(Value value, int line) {
            return copy.second(block, value, line);
        }

        @Override
        public Value load(Keeps.Keep keep, int line) {
            throw new IllegalStateException("nothing is kept, but " + keep + " is asked for");
        }
    }
}
