package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;

/**
 * Loops whose number of iterations is known when they are entered: {@code for (int i = a; i < n; i += 2)} where nothing in
 * the loop changes {@code n} and no other way leads out of it than that the condition fails, or an exception.
 */
final class TripCounts {
    private final ControlFlow flow;
    private final IntPredicate returns;
    private final Inductions inductions;
    private final Predicate<Value> isCheap;
    private final Map<Loop, Optional<Trips>> known = new HashMap<>();

    TripCounts(Activity activity, Relevance relevance, Recomputation recomputation) {
        this(activity.flow(), relevance::returns, recomputation.inductions(), recomputation::isCheap);
    }

    private TripCounts(ControlFlow flow, IntPredicate returns, Inductions inductions, Predicate<Value> isCheap) {
        this.flow = flow;
        this.returns = returns;
        this.inductions = inductions;
        this.isCheap = isCheap;
    }

    /** Of loops whose bound is there before them, and which nothing but their condition ends. */
    static TripCounts of(ControlFlow flow, LoopTree loops) {
        return new TripCounts(flow, block -> true, new Inductions(flow, loops), value -> false);
    }

    /**
     * The iterations of a loop, as a call of {@code org.atled.runtime.Cache}.
     *
     * @param method the name of the method, which stands for the comparison
     * @param step how far apart two values of the variable are, positive
     */
    record Trips(String method, Value initial, Value bound, int step) {}

    Optional<Trips> of(Loop loop) {
        return known.computeIfAbsent(loop, this::find);
    }

    private Optional<Trips> find(Loop loop) {
        Block header = flow.block(loop.header());
        boolean leavesOnlyHere = loop.exits().stream()
                .allMatch(exit -> !exit.isExceptional() && (exit.from() == header.id() || !returns.test(exit.to())));
        if (!leavesOnlyHere
                || !(header.terminator() instanceof Terminator.Branch branch)
                || branch.operands().size() != 2
                || loop.contains(branch.then().block())
                        == loop.contains(branch.otherwise().block())) {
            return Optional.empty();
        }
        Condition stays = loop.contains(branch.then().block())
                ? branch.condition()
                : branch.condition().negated();
        Value left = branch.operands().get(0);
        Value right = branch.operands().get(1);
        return trips(loop, header, left, stays, right).or(() -> trips(loop, header, right, mirrored(stays), left));
    }

    /** The loop goes on while {@code variable stays bound} holds. */
    private Optional<Trips> trips(Loop loop, Block header, Value variable, Condition stays, Value bound) {
        if (!header.parameters().contains(variable) || !isAvailable(bound, loop)) {
            return Optional.empty();
        }
        Optional<Inductions.Induction> found = inductions.of(variable);
        String method = found.map(induction -> method(stays, induction.step())).orElse("");
        return method.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trips(
                        method,
                        found.get().initial(),
                        bound,
                        Math.abs(found.get().step())));
    }

    private static String method(Condition stays, int step) {
        return switch (stays) {
            case IF_ICMPLT -> step > 0 ? "tripsBelow" : "";
            case IF_ICMPLE -> step > 0 ? "tripsUpTo" : "";
            case IF_ICMPGT -> step < 0 ? "tripsAbove" : "";
            case IF_ICMPGE -> step < 0 ? "tripsDownTo" : "";
            default -> "";
        };
    }

    /** The condition with its operands exchanged. */
    private static Condition mirrored(Condition condition) {
        return switch (condition) {
            case IF_ICMPLT -> Condition.IF_ICMPGT;
            case IF_ICMPGT -> Condition.IF_ICMPLT;
            case IF_ICMPLE -> Condition.IF_ICMPGE;
            case IF_ICMPGE -> Condition.IF_ICMPLE;
            default -> condition;
        };
    }

    /** Whether the value is the same in every iteration, and there or cheap to have before the first. */
    private boolean isAvailable(Value value, Loop loop) {
        return !isInside(value, loop) || isInvariant(value, loop) && isCheap.test(value);
    }

    private boolean isInside(Value value, Loop loop) {
        return loop.contains(flow.definition(value).id());
    }

    private boolean isInvariant(Value value, Loop loop) {
        if (!isInside(value, loop)) {
            return true;
        }
        Instruction definition = inductions.definition(value);
        boolean isSteady = definition != null
                && (definition.op() instanceof Op.Literal
                        || definition.op() instanceof Op.ArrayLength
                        || definition.op() instanceof Op.Arithmetic arithmetic
                                && !arithmetic.operator().mayThrow());
        return isSteady && definition.operands().stream().allMatch(operand -> isInvariant(operand, loop));
    }
}
