package org.atled.compiler.transform;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/**
 * Which values of loops the reverse sweep computes again instead of keeping them: those that take a few cheap operations
 * on what is there anyway, such as an index {@code i + 1}, or an element of an array that nobody writes.
 */
final class Recomputation {
    /** As many operations cost about what storing and loading a value cost. */
    private static final int BUDGET = 6;

    private static final Set<Operator> COSTLY = EnumSet.of(
            Operator.IDIV, Operator.LDIV, Operator.FDIV, Operator.DDIV,
            Operator.IREM, Operator.LREM, Operator.FREM, Operator.DREM);

    private final Activity activity;
    private final LoopTree loops;
    private final List<Boolean> stable;
    private final Map<Value, Instruction> definitions = new HashMap<>();

    Recomputation(Activity activity, LoopTree loops, List<Boolean> stable) {
        this.activity = activity;
        this.loops = loops;
        this.stable = stable;
        for (Block block : activity.flow().reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    definitions.put(instruction.result(), instruction);
                }
            }
        }
    }

    /** The instruction that defines a value, {@code null} for a parameter. */
    Instruction definition(Value value) {
        return definitions.get(value);
    }

    /** Whether computing the value, or its shadow, again is cheap. */
    boolean isCheap(Value value, boolean isShadow) {
        return cost(value, isShadow, BUDGET) <= BUDGET;
    }

    private int cost(Value value, boolean isShadow, int budget) {
        Instruction definition = definitions.get(value);
        if (definition != null && definition.op() instanceof Op.Literal literal) {
            return literal.constant().isPure() ? 0 : budget + 1;
        }
        if (home(value) == null) {
            return 0;
        }
        if (budget <= 0) {
            return 1;
        }
        if (definition == null) {
            Optional<Induction> induction = isShadow ? Optional.empty() : induction(value);
            return induction.map(found -> 1 + cost(found.initial(), false, budget - 1)).orElse(budget + 1);
        }
        return isRepeatable(definition, isShadow) ? 1 + operands(definition, isShadow, budget - 1) : budget + 1;
    }

    private int operands(Instruction definition, boolean isShadow, int budget) {
        int cost = 0;
        for (int i = 0; i < definition.operands().size() && cost <= budget; i++) {
            // The index of a shadow's element is the primal's.
            cost += cost(definition.operand(i), isShadow && i == 0, budget - cost);
        }
        return cost;
    }

    private boolean isRepeatable(Instruction definition, boolean isShadow) {
        Op op = definition.op();
        if (op instanceof Op.ArrayLoad) {
            return activity.isStable(definition.operand(0), stable);
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

    /** Whether a parameter of a loop header grows by the same literal in every iteration. */
    Optional<Induction> induction(Value parameter) {
        Block header = activity.flow().definition(parameter);
        Loop loop = loops.innermost(header.id());
        if (loop == null || loop.header() != header.id() || !parameter.type().descriptor().equals("I")) {
            return Optional.empty();
        }
        int index = header.parameters().indexOf(parameter);
        Value initial = null;
        Integer step = null;
        for (int predecessor : activity.flow().predecessors(header.id())) {
            for (Target target : activity.flow().block(predecessor).terminator().targets()) {
                if (target.block() != header.id()) {
                    continue;
                }
                Value argument = target.arguments().get(index);
                if (!loop.contains(predecessor)) {
                    if (initial != null && initial != argument) {
                        return Optional.empty();
                    }
                    initial = argument;
                } else {
                    Optional<Integer> found = step(parameter, argument);
                    if (found.isEmpty() || step != null && !step.equals(found.get())) {
                        return Optional.empty();
                    }
                    step = found.get();
                }
            }
        }
        return initial == null || step == null ? Optional.empty() : Optional.of(new Induction(initial, step));
    }

    private Optional<Integer> step(Value parameter, Value next) {
        Instruction sum = definitions.get(next);
        if (sum == null || !(sum.op() instanceof Op.Arithmetic arithmetic)) {
            return Optional.empty();
        }
        boolean isSum = arithmetic.operator() == Operator.IADD;
        if (!isSum && arithmetic.operator() != Operator.ISUB) {
            return Optional.empty();
        }
        if (sum.operand(0).equals(parameter)) {
            return literal(sum.operand(1)).map(step -> isSum ? step : -step);
        }
        return isSum && sum.operand(1).equals(parameter) ? literal(sum.operand(0)) : Optional.empty();
    }

    private Optional<Integer> literal(Value value) {
        Instruction definition = definitions.get(value);
        return definition != null
                        && definition.op() instanceof Op.Literal literal
                        && literal.constant() instanceof Constant.OfInt number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    /** In iteration {@code n} since the loop was entered, the value is {@code initial + n · step}. */
    record Induction(Value initial, int step) {}
}
