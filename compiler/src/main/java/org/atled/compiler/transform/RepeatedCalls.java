package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Carriers;
import org.atled.compiler.analysis.ExactTypes;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.ConstructorFactory.Callees;
import org.atled.compiler.transform.ConstructorFactory.Made;
import org.atled.compiler.transform.ConstructorFactory.RepeatedCall;

/**
 * Looks into the methods that a factory calls twice: whether that can be told from calling them once. A virtual call is
 * taken to run on the classes a receiver is expected to be of. What a field of an object made in the replay refers to is
 * made there too, if nothing else is ever stored in that field in the replay.
 */
public final class RepeatedCalls {
    private final Callees callees;
    /** Fields that may hold what was not made in the replay, as far as is known. */
    private final Set<FieldReference> foreign = new HashSet<>();

    private Set<Visit> visited = new HashSet<>();

    /** Types are those of arguments whose exact class is known, {@code null} for others. */
    private record Visit(MethodReference method, List<Boolean> madeArguments, List<Type> types) {}

    /** What a call may run, and the receiver's class, {@code null} if it has none or it is not known. */
    private record Called(Function method, Type receiver) {}

    private RepeatedCalls(Callees callees) {
        this.callees = callees;
    }

    /** What speaks against a factory, a sentence without full stop; empty if nothing does. */
    public static Optional<String> obstacle(Made factory, Callees callees) {
        RepeatedCalls run = new RepeatedCalls(callees);
        try {
            int before;
            do {
                before = run.foreign.size();
                run.visited = new HashSet<>();
                run.check(factory, List.of());
            } while (run.foreign.size() > before);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** Types are those of the constructor's arguments, as far as they are known exactly. */
    private void check(Made factory, List<Type> types) {
        Function function = factory.function();
        if (visited.add(new Visit(function.name(), List.of(), types))) {
            Set<Integer> returning = ReturningBlocks.of(function);
            noteStores(function, returning, MadeInReplay.in(function, returning));
            check(function, factory.repeated(), exact(function, types));
        }
    }

    private static Map<Value, Type> exact(Function function, List<Type> types) {
        Map<Value, Type> exact = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) != null) {
                exact.put(function.parameters().get(i), types.get(i));
            }
        }
        return exact;
    }

    private void check(Function caller, List<RepeatedCall> calls, Map<Value, Type> parameters) {
        Map<Value, Type> exact = ExactTypes.of(caller, parameters);
        calls.forEach(call -> check(call, exact));
    }

    private void check(RepeatedCall repeated, Map<Value, Type> exact) {
        Instruction instruction = repeated.call();
        if (!(instruction.op() instanceof Op.Invoke call)) {
            throw unknown("a dynamic call", instruction);
        }
        if (Carriers.isOfJdk(call.method().owner())) {
            throw unknown(Naming.of(call.method()), instruction);
        }
        List<Called> called = called(call, instruction, exact);
        if (called.isEmpty()) {
            throw unknown(Naming.of(call.method()), instruction);
        }
        boolean isCreation = call.method().name().equals("<init>") && exact.containsKey(instruction.operand(0));
        if (isCreation && ConstructorFactory.of(called.get(0).method(), callees) instanceof Made creation) {
            // What it does to the fields of the new object is plain there.
            check(
                    creation,
                    types(instruction, exact).subList(1, instruction.operands().size()));
            return;
        }
        for (Called each : called) {
            List<Type> types = types(instruction, exact);
            if (each.receiver() != null) {
                types.set(0, each.receiver());
            }
            visit(each.method(), repeated.madeHere(), types);
        }
    }

    private static List<Type> types(Instruction call, Map<Value, Type> exact) {
        List<Type> types = new ArrayList<>();
        call.operands().forEach(operand -> types.add(exact.get(operand)));
        return types;
    }

    private void visit(Function callee, List<Boolean> madeArguments, List<Type> types) {
        if (visited.add(new Visit(callee.name(), madeArguments, types))) {
            Set<Integer> returning = ReturningBlocks.of(callee);
            MadeInReplay made = MadeInReplay.in(callee, returning, madeArguments, this::isMade);
            noteStores(callee, returning, made);
            check(callee, RepeatedEffects.of(callee, returning, made), exact(callee, types));
        }
    }

    private boolean isMade(FieldReference field) {
        return !foreign.contains(callees.declared(field));
    }

    private void noteStores(Function function, Set<Integer> returning, MadeInReplay made) {
        for (Block block : function.blocks()) {
            if (returning.contains(block.id())) {
                block.instructions().forEach(instruction -> noteStore(instruction, made));
            }
        }
    }

    private void noteStore(Instruction instruction, MadeInReplay made) {
        FieldReference field = null;
        if (instruction.op() instanceof Op.PutField put && !put.isStatic()) {
            field = put.field();
        } else if (instruction.op() instanceof Op.Initialized initialized) {
            field = initialized.field();
        }
        if (field != null && !made.contains(instruction.operand(1))) {
            foreign.add(callees.declared(field));
        }
    }

    /** What a call may run; empty if that is not known. */
    private List<Called> called(Op.Invoke call, Instruction instruction, Map<Value, Type> exact) {
        boolean isExact = call.kind() == Op.InvokeKind.STATIC
                || call.kind() == Op.InvokeKind.SPECIAL
                || callees.isFixed(call.method());
        if (isExact) {
            return callees.find(call, call.method().owner()).stream()
                    .map(found -> new Called(found, null))
                    .toList();
        }
        Type known = exact.get(instruction.operand(0));
        List<String> receivers = known != null
                ? List.of(known.internalName())
                : callees.receivers(instruction.operand(0).type());
        List<Called> called = new ArrayList<>();
        for (String each : receivers) {
            Optional<Function> found = callees.find(call, each);
            if (found.isEmpty()) {
                return List.of();
            }
            called.add(new Called(found.get(), Type.object(each)));
        }
        return called;
    }

    private static RefusedException unknown(String called, Instruction instruction) {
        return new RefusedException(
                "it calls " + called + ", which may do something else when it is called a second time",
                instruction.line());
    }
}
