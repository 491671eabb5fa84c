package org.atled.compiler.transform;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Value;

/**
 * Which values of loops the reverse sweep computes again instead of keeping them: those that take a few cheap operations
 * on what is there anyway, such as an index {@code i + 1}, or an element of an array that nobody writes.
 */
final class Recomputation {
    /** As many operations cost about what storing and loading a value cost. */
    private static final int BUDGET = 6;

    private static final Set<Operator> COSTLY = EnumSet.of(
            Operator.IDIV,
            Operator.LDIV,
            Operator.FDIV,
            Operator.DDIV,
            Operator.IREM,
            Operator.LREM,
            Operator.FREM,
            Operator.DREM);

    private final Activity activity;
    private final Primals primals;
    private final LoopTree loops;
    private final List<Boolean> stable;
    private final Inductions inductions;

    Recomputation(Activity activity, Primals primals, LoopTree loops, List<Boolean> stable) {
        this.activity = activity;
        this.primals = primals;
        this.loops = loops;
        this.stable = stable;
        this.inductions = new Inductions(activity.flow(), loops);
    }

    /** The instruction that defines a value, {@code null} for a parameter. */
    Instruction definition(Value value) {
        return inductions.definition(value);
    }

    Optional<Inductions.Induction> induction(Value parameter) {
        return inductions.of(parameter);
    }

    /** Whether computing the value, or its shadow, again is cheap in the loop that defines it. */
    boolean isCheap(Value value, boolean isShadow) {
        return cost(value, isShadow, home(value), BUDGET) <= BUDGET;
    }

    /**
     * How many operations it takes to have a value in an iteration of a loop.
     *
     * @param here the loop
     */
    private int cost(Value value, boolean isShadow, Loop here, int budget) {
        Instruction definition = definition(value);
        if (definition != null && definition.op() instanceof Op.Literal literal) {
            return literal.constant().isPure() ? 0 : budget + 1;
        }
        Loop home = home(value);
        if (home == null) {
            return 0;
        }
        if (home != here && home.contains(here.header())) {
            // It is fetched once when the loop is entered, however it is had there.
            return 1;
        }
        if (budget <= 0) {
            return 1;
        }
        if (definition == null) {
            Optional<Inductions.Induction> induction = isShadow ? Optional.empty() : induction(value);
            return induction
                    .map(found -> 1 + cost(found.initial(), false, home, budget - 1))
                    .orElse(budget + 1);
        }
        return isRepeatable(definition, isShadow) ? 1 + operands(definition, isShadow, home, budget - 1) : budget + 1;
    }

    private int operands(Instruction definition, boolean isShadow, Loop here, int budget) {
        int cost = 0;
        for (int i = 0; i < definition.operands().size() && cost <= budget; i++) {
            // The index of a shadow's element is the primal's.
            cost += cost(definition.operand(i), isShadow && i == 0, here, budget - cost);
        }
        return cost;
    }

    private boolean isRepeatable(Instruction definition, boolean isShadow) {
        Op op = definition.op();
        if (op instanceof Op.ArrayLoad) {
            return activity.keepsElement(definition, stable);
        }
        if (op instanceof Op.GetField get && !get.isStatic()) {
            return primals.slot(get.field())
                    .filter(slot -> !isShadow || slot.index() >= 0 && !slot.isConstant())
                    .filter(slot -> activity.keepsField(definition.operand(0), slot, stable))
                    .isPresent();
        }
        if (op instanceof Op.CheckCast) {
            return true;
        }
        if (isShadow) {
            return false;
        }
        return op instanceof Op.ArrayLength || op instanceof Op.Arithmetic sum && !COSTLY.contains(sum.operator());
    }

    private Loop home(Value value) {
        return loops.innermost(activity.flow().definition(value).id());
    }
}
