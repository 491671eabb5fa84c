package org.atled.compiler.transform;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * References that are {@code null} or to an object that the function itself makes whenever it runs. Rows of an array
 * that it makes row by row are among them, as long as nothing from elsewhere is stored in any array.
 */
final class MadeInReplay {
    /** How much of what can be reached from a reference is made here. */
    private enum Extent {
        NOTHING,
        OBJECT,
        EVERYTHING;

        Extent meet(Extent other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    private final ControlFlow flow;
    private final Set<Integer> returning;
    /** Instance fields that, in objects made here, refer to nothing but what is made here. */
    private final Predicate<FieldReference> own;

    private final Map<Value, Extent> extents = new HashMap<>();
    private boolean arraysKeepWhatIsMade = true;
    private boolean changed;

    private MadeInReplay(Function function, Set<Integer> returning, Predicate<FieldReference> own) {
        this.own = own;
        this.flow = ControlFlow.of(function);
        this.returning = returning;
    }

    /** {@code returning} are the blocks that count. */
    static MadeInReplay in(Function function, Set<Integer> returning) {
        List<Boolean> none = Collections.nCopies(function.parameters().size(), false);
        return in(function, returning, none, field -> false);
    }

    /**
     * The same where some of the arguments, by these flags, are objects that the caller has made, and something is known
     * of fields.
     */
    static MadeInReplay in(
            Function function, Set<Integer> returning, List<Boolean> madeArguments, Predicate<FieldReference> own) {
        MadeInReplay run = new MadeInReplay(function, returning, own);
        for (int i = 0; i < madeArguments.size(); i++) {
            run.extents.put(function.parameters().get(i), madeArguments.get(i) ? Extent.OBJECT : Extent.NOTHING);
        }
        do {
            run.changed = false;
            run.flow.reversePostorder().forEach(run::visit);
        } while (run.changed);
        return run;
    }

    boolean contains(Value reference) {
        return extent(reference) != Extent.NOTHING;
    }

    private Extent extent(Value value) {
        return extents.getOrDefault(value, Extent.EVERYTHING);
    }

    private void lower(Value value, Extent extent) {
        Extent lower = extent(value).meet(extent);
        changed |= lower != extent(value);
        extents.put(value, lower);
    }

    private void visit(Block block) {
        for (Instruction instruction : block.instructions()) {
            if (instruction.result() != null && instruction.result().type().isReference()) {
                lower(instruction.result(), made(instruction));
            }
            if (returning.contains(block.id()) && arraysKeepWhatIsMade && storesOthers(instruction)) {
                arraysKeepWhatIsMade = false;
                changed = true;
            }
        }
        block.terminator().targets().forEach(target -> pass(target, 0));
        for (Handler handler : block.handlers()) {
            lower(flow.block(handler.target().block()).parameters().get(0), Extent.NOTHING);
            pass(handler.target(), 1);
        }
    }

    private void pass(Target target, int implicit) {
        List<Value> parameters = flow.block(target.block()).parameters();
        for (int i = 0; i < target.arguments().size(); i++) {
            lower(parameters.get(implicit + i), extent(target.arguments().get(i)));
        }
    }

    private Extent made(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.NewArray) {
            return Extent.EVERYTHING;
        } else if (op instanceof Op.New) {
            return Extent.OBJECT;
        } else if (op instanceof Op.CheckCast) {
            return extent(instruction.operand(0));
        } else if (op instanceof Op.GetField get) {
            return made(get, instruction);
        } else if (op instanceof Op.ArrayLoad) {
            boolean isRow = extent(instruction.operand(0)) == Extent.EVERYTHING && arraysKeepWhatIsMade;
            return isRow ? Extent.EVERYTHING : Extent.NOTHING;
        } else if (op instanceof Op.Invoke call && RepeatableCalls.makesResult(call.method())) {
            return isNumbers(instruction) ? Extent.EVERYTHING : Extent.OBJECT;
        }
        return op instanceof Op.Literal literal && literal.constant() instanceof Constant.Null
                ? Extent.EVERYTHING
                : Extent.NOTHING;
    }

    private Extent made(Op.GetField get, Instruction instruction) {
        boolean isOwn = !get.isStatic() && contains(instruction.operand(0)) && own.test(get.field());
        return isOwn ? Extent.OBJECT : Extent.NOTHING;
    }

    /** Whether a copy is one of an array of numbers; {@code clone()} is declared to give any object. */
    private static boolean isNumbers(Instruction copy) {
        String descriptor = ((Op.Invoke) copy.op()).method().owner();
        Type type = descriptor.startsWith("[")
                ? new Type(descriptor)
                : ((Op.Invoke) copy.op()).method().result();
        return type.isArray() && !type.element().isReference();
    }

    /** Whether an array may hold something afterwards that is not made here in all its parts. */
    private boolean storesOthers(Instruction instruction) {
        if (instruction.op() instanceof Op.ArrayStore store) {
            return store.element().isReference() && extent(instruction.operand(2)) != Extent.EVERYTHING;
        }
        return instruction.op() instanceof Op.Invoke call && mayStoreOthers(call, instruction.operands());
    }

    /** A method may store something in all arrays that it can reach; it reaches ours only by what is made here. */
    private boolean mayStoreOthers(Op.Invoke call, List<Value> operands) {
        int changed = RepeatableCalls.changed(call.method());
        if (changed != RepeatableCalls.UNKNOWN) {
            return changed >= 0 && isArrayOfReferences(operands.get(changed));
        }
        // The object of a constructor is still empty.
        int first = call.method().name().equals("<init>") ? 1 : 0;
        return operands.subList(first, operands.size()).stream()
                .anyMatch(operand -> operand.type().isReference() && contains(operand) && !isArrayOfNumbers(operand));
    }

    private static boolean isArrayOfNumbers(Value value) {
        return value.type().isArray() && !value.type().element().isReference();
    }

    private static boolean isArrayOfReferences(Value value) {
        return value.type().isArray() && value.type().element().isReference()
                || value.type().equals(Type.OBJECT);
    }
}
