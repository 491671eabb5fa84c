package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * The cotangents of calls that are known before the call, since its result is only multiplied by what is there already on its
 * way to the sum that the function returns: in {@code sum += a * f(b)} it is {@code a} times the function's own.
 */
final class KnownCotangents {
    private final Activity activity;
    private final ReversePlan plan;
    private final SumsOfTerms sums;
    private final Products products;

    KnownCotangents(ReversePlan plan, SumsOfTerms sums) {
        this.plan = plan;
        this.activity = plan.activity();
        this.sums = sums;
        this.products = new Products(plan.primals());
    }

    /** One operation on the way of a value to the sum. */
    private record Step(Instruction instruction, Partial partial) {}

    /** Emits the cotangent of the result of a call that is about to be made, if it is known. */
    Optional<Value> emit(BlockBuilder block, Instruction call, PrimalCopy copy, Value seed) {
        Deque<Step> steps = call.result() == null ? null : steps(call);
        if (steps == null) {
            return Optional.empty();
        }
        Value cotangent = seed;
        for (Step step : steps) {
            Instruction instruction = step.instruction();
            cotangent = products.emit(
                    block,
                    step.partial(),
                    index -> copy.primal(instruction.operand(index)),
                    cotangent,
                    Type.DOUBLE,
                    instruction.line());
        }
        return Optional.of(cotangent);
    }

    /** Whether the cotangent is known. */
    boolean isKnown(Instruction call) {
        return call.result() != null && steps(call) != null;
    }

    /** From the sum back to the call, {@code null} if something on the way is not known yet. */
    private Deque<Step> steps(Instruction call) {
        Block block = activity.flow().definition(call.result());
        Set<Value> there = before(block, call);
        Deque<Step> steps = new ArrayDeque<>();
        Value at = call.result();
        while (!sums.isPartialSum(at)) {
            List<Use> uses = pulling(at);
            if (uses.size() != 1 || uses.get(0).block() != block.id() || !activity.hasCotangent(at)) {
                return null;
            }
            int position = uses.get(0).position();
            if (position >= block.instructions().size()) {
                return steps;
            }
            Instruction next = block.instructions().get(position);
            Optional<Partial> partial = partial(at, next);
            if (partial.isEmpty() || !isThere(partial.get(), next, there, block)) {
                return null;
            }
            steps.push(new Step(next, partial.get()));
            at = next.result();
        }
        return steps;
    }

    private static Set<Value> before(Block block, Instruction call) {
        Set<Value> there = new HashSet<>(block.parameters());
        for (Instruction instruction : block.instructions()) {
            if (instruction == call) {
                return there;
            }
            if (instruction.result() != null) {
                there.add(instruction.result());
            }
        }
        throw new IllegalArgumentException(call + " is not in b" + block.id());
    }

    /** The uses that have a pullback. */
    private List<Use> pulling(Value value) {
        List<Use> uses = new ArrayList<>();
        for (Use use : activity.flow().uses(value)) {
            Block block = activity.flow().block(use.block());
            boolean isAtEnd = use.position() >= block.instructions().size();
            if (isAtEnd
                    ? block.terminator() instanceof Terminator.Return || sums.arguments(block, value) > 0
                    : plan.relevance().hasPullback(block.instructions().get(use.position()))) {
                uses.add(use);
            }
        }
        return uses;
    }

    /** The one partial of a double operation by this operand. */
    private static Optional<Partial> partial(Value operand, Instruction instruction) {
        if (!(instruction.op() instanceof Op.Arithmetic arithmetic)
                || !instruction.result().type().equals(Type.DOUBLE)) {
            return Optional.empty();
        }
        List<Partial> partials = Rules.of(arithmetic.operator()).partials().stream()
                .filter(partial -> instruction.operand(partial.operand()).equals(operand))
                .toList();
        return partials.size() == 1 ? Optional.of(partials.get(0)) : Optional.empty();
    }

    /** Whether all that the partial reads is computed: its formula is copied to see what that is. */
    private boolean isThere(Partial partial, Instruction instruction, Set<Value> there, Block block) {
        List<Integer> read = new ArrayList<>();
        FunctionBuilder nowhere = new FunctionBuilder(new MethodReference("none", "none", "()V"), true);
        Value any = nowhere.value(Type.DOUBLE);
        products.emit(
                nowhere.block(),
                partial,
                index -> {
                    read.add(index);
                    return any;
                },
                any,
                Type.DOUBLE,
                0);
        return read.stream()
                .allMatch(index -> index != Partial.RESULT && isThere(instruction.operand(index), there, block));
    }

    private boolean isThere(Value value, Set<Value> there, Block block) {
        return activity.flow().definition(value) != block || there.contains(value);
    }
}
