package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Carriers;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.ConstructorFactory.Callees;
import org.atled.compiler.transform.ConstructorFactory.Made;
import org.atled.compiler.transform.ConstructorFactory.RepeatedCall;

/** Looks into the methods that a factory calls twice: whether that can be told from calling them once. */
public final class RepeatedCalls {
    private final Callees callees;
    private final Set<Visit> visited = new HashSet<>();

    private record Visit(MethodReference method, List<Boolean> madeArguments) {}

    private RepeatedCalls(Callees callees) {
        this.callees = callees;
    }

    /** What speaks against a factory, a sentence without full stop; empty if nothing does. */
    public static Optional<String> obstacle(Made factory, Callees callees) {
        try {
            new RepeatedCalls(callees).check(factory.function(), factory.repeated());
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private void check(Function caller, List<RepeatedCall> calls) {
        Map<Value, Type> made = new HashMap<>();
        caller.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(each -> each.op() instanceof Op.New)
                .forEach(each -> made.put(each.result(), each.result().type()));
        calls.forEach(call -> check(call, made));
    }

    private void check(RepeatedCall repeated, Map<Value, Type> made) {
        Instruction instruction = repeated.call();
        if (!(instruction.op() instanceof Op.Invoke call)) {
            throw unknown("a dynamic call", instruction);
        }
        if (Carriers.isOfJdk(call.method().owner())) {
            throw unknown(Naming.of(call.method()), instruction);
        }
        Function callee =
                callee(call, instruction, made).orElseThrow(() -> unknown(Naming.of(call.method()), instruction));
        boolean isCreation = call.method().name().equals("<init>") && made.containsKey(instruction.operand(0));
        if (isCreation && ConstructorFactory.of(callee, callees) instanceof Made creation) {
            // What it does to the fields of the new object is plain there.
            if (visited.add(new Visit(creation.function().name(), List.of()))) {
                check(creation.function(), creation.repeated());
            }
        } else if (visited.add(new Visit(callee.name(), repeated.madeHere()))) {
            check(callee, RepeatedEffects.of(callee, repeated.madeHere()));
        }
    }

    private Optional<Function> callee(Op.Invoke call, Instruction instruction, Map<Value, Type> made) {
        boolean isExact = call.kind() == Op.InvokeKind.STATIC
                || call.kind() == Op.InvokeKind.SPECIAL
                || callees.isFixed(call.method());
        if (isExact) {
            return callees.find(call, call.method().owner());
        }
        Type receiver = made.get(instruction.operand(0));
        return receiver == null ? Optional.empty() : callees.find(call, receiver.internalName());
    }

    private static RefusedException unknown(String called, Instruction instruction) {
        return new RefusedException(
                "it calls " + called + ", which may do something else when it is called a second time",
                instruction.line());
    }
}
