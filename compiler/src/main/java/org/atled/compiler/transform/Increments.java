package org.atled.compiler.transform;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Value;

/**
 * Finds {@code a[i] += v} and {@code a[i] -= v}: a load, a sum and a store of the same element with no write in between. As
 * a whole it leaves the element's cotangent as it is and adds that, or its opposite, to the cotangent of {@code v}; the
 * three steps one by one would clear the element and restore it.
 */
final class Increments {
    private static final Set<Operator> SUMS = Set.of(Operator.DADD, Operator.FADD, Operator.DSUB, Operator.FSUB);

    private final ControlFlow flow;
    private final Map<Instruction, Increment> stores = new IdentityHashMap<>();
    private final Set<Value> inner = new HashSet<>();

    /**
     * What an increment adds.
     *
     * @param isNegative whether it is subtracted
     */
    record Increment(Value addend, boolean isNegative) {}

    Increments(ControlFlow flow) {
        this.flow = flow;
        flow.reversePostorder().forEach(block -> {
            for (int i = 0; i < block.instructions().size(); i++) {
                find(block, i);
            }
        });
    }

    /** The increment a store completes, if it does. */
    Optional<Increment> of(Instruction store) {
        return Optional.ofNullable(stores.get(store));
    }

    /** Whether the instruction is the load or the sum of an increment, which the store accounts for. */
    boolean isPart(Instruction instruction) {
        return inner.contains(instruction.result());
    }

    private void find(Block block, int at) {
        Instruction store = block.instructions().get(at);
        if (!(store.op() instanceof Op.ArrayStore) || !store.operand(2).type().isFloating()) {
            return;
        }
        Instruction sum = definition(block, store.operand(2));
        if (sum == null
                || !(sum.op() instanceof Op.Arithmetic arithmetic)
                || !SUMS.contains(arithmetic.operator())
                || !isReadOnce(sum.result())) {
            return;
        }
        boolean isDifference = arithmetic.operator() == Operator.DSUB || arithmetic.operator() == Operator.FSUB;
        for (int operand = 0; operand < (isDifference ? 1 : 2); operand++) {
            Instruction load = definition(block, sum.operand(operand));
            if (load != null && isLoadOf(load, store) && isReadOnce(load.result()) && isUntouched(block, load, at)) {
                stores.put(store, new Increment(sum.operand(1 - operand), isDifference));
                inner.addAll(List.of(sum.result(), load.result()));
                return;
            }
        }
    }

    private Instruction definition(Block block, Value value) {
        return block.instructions().stream()
                .filter(instruction -> value.equals(instruction.result()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isLoadOf(Instruction load, Instruction store) {
        return load.op() instanceof Op.ArrayLoad
                && load.operand(0).equals(store.operand(0))
                && load.operand(1).equals(store.operand(1));
    }

    private boolean isReadOnce(Value value) {
        List<Use> uses = flow.uses(value);
        return uses.size() == 1;
    }

    /** Whether nothing between a load and a store can write the element. */
    private static boolean isUntouched(Block block, Instruction load, int store) {
        for (int i = block.instructions().indexOf(load); i < store; i++) {
            Op op = block.instructions().get(i).op();
            if (op instanceof Op.ArrayStore
                    || op instanceof Op.Invoke
                    || op instanceof Op.Create
                    || op instanceof Op.InvokeDynamic
                    || op instanceof Op.Monitor) {
                return false;
            }
        }
        return true;
    }
}
