package org.atled.compiler.transform;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Finds {@code a[i] += v}, {@code o.f -= v}: a load, a sum and a store of the same place with no write in between. As a whole
 * it leaves the place's cotangent as it is and adds that, or its opposite, to the cotangent of {@code v}; the three steps
 * one by one would clear the place and restore it.
 *
 * <p>The sum may be read again after the store: what its cotangent is by then is the place's too. So may the number that
 * was loaded, whose own pullback adds to what is already there.
 */
final class Increments {
    private static final Set<Operator> SUMS = Set.of(Operator.DADD, Operator.FADD, Operator.DSUB, Operator.FSUB);

    private final ControlFlow flow;
    private final Activity activity;
    private final Primals primals;
    private final Map<Instruction, Increment> stores = new IdentityHashMap<>();
    private final Set<Value> inner = new HashSet<>();

    /**
     * What an increment adds.
     *
     * @param isNegative whether it is subtracted
     * @param isSumRead whether anything but the store reads the sum
     */
    record Increment(Value addend, boolean isNegative, boolean isSumRead) {}

    Increments(Activity activity, Primals primals) {
        this.flow = activity.flow();
        this.activity = activity;
        this.primals = primals;
        flow.reversePostorder().forEach(block -> {
            for (int i = 0; i < block.instructions().size(); i++) {
                if (isStore(block.instructions().get(i))) {
                    find(block, i);
                }
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

    /** Whether a number is stored in a place that has a cotangent. */
    private boolean isStore(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayStore) {
            return instruction.operand(2).type().isFloating() && activity.isActive(instruction.operand(0));
        }
        return op instanceof Op.PutField
                && FieldAccess.activeSlot(instruction, activity, primals).isPresent()
                && instruction.operand(1).type().isFloating();
    }

    private void find(Block block, int at) {
        Instruction store = block.instructions().get(at);
        Instruction sum = definition(block, store.operand(store.operands().size() - 1));
        if (sum == null
                || !(sum.op() instanceof Op.Arithmetic arithmetic)
                || !SUMS.contains(arithmetic.operator())
                || !isReadLater(sum.result(), block, at)) {
            return;
        }
        boolean isDifference = arithmetic.operator() == Operator.DSUB || arithmetic.operator() == Operator.FSUB;
        for (int operand = 0; operand < (isDifference ? 1 : 2); operand++) {
            Instruction load = definition(block, sum.operand(operand));
            if (load != null && isLoadOf(load, store) && isUntouched(block, load, at)) {
                boolean isSumRead = !isReadOnce(sum.result());
                stores.put(store, new Increment(sum.operand(1 - operand), isDifference, isSumRead));
                inner.add(sum.result());
                if (isReadOnce(load.result())) {
                    inner.add(load.result());
                }
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
        if (load.op() instanceof Op.GetField get && store.op() instanceof Op.PutField put) {
            return get.field().equals(put.field()) && load.operand(0).equals(store.operand(0));
        }
        return load.op() instanceof Op.ArrayLoad
                && store.op() instanceof Op.ArrayStore
                && load.operand(0).equals(store.operand(0))
                && load.operand(1).equals(store.operand(1));
    }

    private boolean isReadOnce(Value value) {
        return flow.uses(value).size() == 1;
    }

    /** Whether nothing but a store in this place reads a value before the store. */
    private boolean isReadLater(Value value, Block block, int store) {
        List<Use> uses = flow.uses(value);
        long before = uses.stream()
                .filter(use -> use.block() == block.id() && use.position() <= store)
                .count();
        return before == 1 && uses.stream().noneMatch(use -> use.position() == Use.HANDLER);
    }

    /** Whether nothing between a load and a store can write the place. */
    private static boolean isUntouched(Block block, Instruction load, int store) {
        Instruction last = block.instructions().get(store);
        return block.instructions().subList(block.instructions().indexOf(load), store).stream()
                .noneMatch(each -> mayWrite(each, last.op()));
    }

    private static boolean mayWrite(Instruction instruction, Op store) {
        Op op = instruction.op();
        if (op instanceof Op.ArrayStore) {
            return store instanceof Op.ArrayStore;
        }
        if (op instanceof Op.PutField put) {
            return put.isStatic() || store instanceof Op.PutField last && isSame(put.field(), last.field());
        }
        boolean isHarmless = op.leavesMemory()
                || op instanceof Op.GetField get && !get.isStatic()
                || op instanceof Op.Invoke call && Throwing.readsAndWritesNothing(call.method());
        return !isHarmless;
    }

    /** Whether two references can be to one field: they may name it by a subclass of the class that declares it. */
    private static boolean isSame(FieldReference one, FieldReference other) {
        Type type = one.type();
        return one.name().equals(other.name()) && type.equals(other.type());
    }
}
