package org.atled.compiler.transform;

import java.util.ArrayList;
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
 * Which values of loops the reverse sweep can compute again instead of keeping them, of what, and at which price: an index
 * {@code i + 1}, say, or an element of an array that nobody writes.
 */
final class Recomputation {
    private static final int DIVISION = 8;
    private static final int CHEAP = 6;

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

    Inductions inductions() {
        return inductions;
    }

    Optional<Inductions.Induction> induction(Value parameter) {
        return inductions.of(parameter);
    }

    /** Whether a value is written wherever it is needed. */
    boolean isLiteral(Value value) {
        Instruction definition = definition(value);
        return definition != null
                && definition.op() instanceof Op.Literal literal
                && literal.constant().isPure();
    }

    /** What a value of a loop, or its shadow, can be computed of again; empty if it cannot. */
    Optional<List<Keeps.Key>> operands(Keeps.Key key) {
        Instruction definition = definition(key.value());
        if (definition == null) {
            return key.isShadow()
                    ? Optional.empty()
                    : induction(key.value()).map(found -> List.of(new Keeps.Key(found.initial(), false)));
        }
        if (!isRepeatable(definition, key.isShadow())) {
            return Optional.empty();
        }
        List<Keeps.Key> operands = new ArrayList<>();
        for (int i = 0; i < definition.operands().size(); i++) {
            // The index of a shadow's element is the primal's.
            operands.add(new Keeps.Key(definition.operand(i), key.isShadow() && i == 0));
        }
        return Optional.of(operands);
    }

    /** What computing a value of its operands costs, in operations. */
    int price(Keeps.Key key) {
        Instruction definition = definition(key.value());
        return definition != null && definition.op() instanceof Op.Arithmetic sum && COSTLY.contains(sum.operator())
                ? DIVISION
                : 1;
    }

    /** Whether a value takes few operations on what is there in any iteration of its loop. */
    boolean isCheap(Value value) {
        return operations(value, home(value), CHEAP) <= CHEAP;
    }

    private int operations(Value value, Loop here, int most) {
        if (isLiteral(value) || home(value) != here || here == null) {
            return 0;
        }
        Optional<List<Keeps.Key>> operands = operands(new Keeps.Key(value, false));
        if (operands.isEmpty() || most <= 0) {
            return most + 1;
        }
        int sum = price(new Keeps.Key(value, false));
        for (Keeps.Key operand : operands.get()) {
            sum += sum <= most ? operations(operand.value(), here, most - sum) : 0;
        }
        return sum;
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
        return op instanceof Op.ArrayLength
                || op instanceof Op.Arithmetic sum && !sum.operator().mayThrow();
    }

    private Loop home(Value value) {
        return loops.innermost(activity.flow().definition(value).id());
    }
}
