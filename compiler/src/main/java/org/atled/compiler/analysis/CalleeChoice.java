package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Substitutes;

/**
 * Which method a call runs, as far as its code is to be analysed: the one named, the factory of a constructor, or, where
 * the class of the receiver decides, a dispatcher over the classes it is expected to be of.
 */
final class CalleeChoice {
    private final ActivityFacts facts;
    private final Closure closure;
    private final TextPropagation texts;
    private final Primals primals;
    private final Map<Value, Type> exact;

    CalleeChoice(ActivityFacts facts, ControlFlow flow, Closure closure, TextPropagation texts) {
        this.texts = texts;
        this.facts = facts;
        this.closure = closure;
        this.primals = closure.primals();
        this.exact = ExactTypes.of(flow.function(), Map.of());
    }

    /** The specialization that a creation runs; empty if the constructor is not analysed. */
    Optional<Specialization> of(Instruction instruction, Op.Create creation) {
        MethodReference constructor = creation.constructor();
        closure.instantiate(constructor.owner());
        if (Carriers.isOfJdk(constructor.owner()) || primals.isThrowable(constructor.owner())) {
            return Optional.empty();
        }
        return primals.factory(constructor).map(factory -> new Specialization(factory, true, active(instruction)));
    }

    /** The specialization that a call runs; empty if its code is not analysed. */
    Optional<Specialization> of(Instruction instruction, Op.Invoke invoke) {
        if (primals.rules().forbidden(invoke.method()).isPresent()
                || invoke.method().name().equals("<init>")) {
            return Optional.empty();
        }
        List<Boolean> active = active(instruction);
        boolean seesMemory = closure.textEscaped()
                || texts.isAnyText(instruction)
                || instruction.operands().stream().anyMatch(CalleeChoice::mayHoldNumbers)
                || instruction.result() != null && mayHoldNumbers(instruction.result());
        if (!active.contains(true) && (isLeftToJdk(invoke.method()) || !seesMemory)) {
            return Optional.empty();
        }
        return invoke.kind() == Op.InvokeKind.STATIC
                ? ifAnalyzable(invoke.method(), true, active)
                : onObject(instruction, invoke, active);
    }

    /** Whether the JVM's own code may run: what functions and streams return are such, whose code must be known. */
    private static boolean isLeftToJdk(MethodReference method) {
        return Carriers.isOfJdk(method.owner())
                && !method.owner().startsWith("java/util/function/")
                && !Substitutes.isStreamOperation(method);
    }

    private Optional<Specialization> onObject(Instruction instruction, Op.Invoke invoke, List<Boolean> active) {
        Value receiver = instruction.operand(0);
        MethodReference method = invoke.method();
        Type known = exact.get(receiver);
        if (known != null && invoke.kind() != Op.InvokeKind.SPECIAL) {
            return primals.select(known.internalName(), method)
                    .flatMap(selected -> ifAnalyzable(selected, false, active));
        }
        if (invoke.kind() == Op.InvokeKind.SPECIAL || primals.isFixed(method)) {
            return ifAnalyzable(method, false, active);
        }
        if (Substitutes.isStreamOperation(method)
                && instruction.operands().stream().anyMatch(this::isMadeByJdk)) {
            return Optional.empty();
        }
        boolean isClassOfJdk = Carriers.isOfJdk(method.owner()) && !primals.isOfInterface(method);
        Type type = narrower(receiver.type(), method.owner());
        return isClassOfJdk && Carriers.isOfJdk(type.internalName())
                ? Optional.empty()
                : closure.dispatcher(type, invoke, facts.site(instruction))
                        .map(dispatcher -> new Specialization(dispatcher, true, active));
    }

    /** Whether this is a stream or a collector that has come from elsewhere than from a substitute. */
    private boolean isMadeByJdk(Value value) {
        Type type = value.type();
        return type.isReference()
                && !type.isArray()
                && !type.equals(Type.NULL)
                && Substitutes.isOfStreams(type)
                && facts.region(value).constant() != null
                && !facts.region(value).isFunction();
    }

    private Type narrower(Type receiver, String owner) {
        boolean isNarrower = !receiver.isArray()
                && !receiver.equals(Type.NULL)
                && primals.isSubtype(receiver.internalName(), Type.ofClassEntry(owner));
        return isNarrower ? receiver : Type.ofClassEntry(owner);
    }

    private Optional<Specialization> ifAnalyzable(MethodReference method, boolean isStatic, List<Boolean> active) {
        if (!closure.canAnalyze(method)) {
            return Optional.empty();
        }
        MethodReference found = primals.find(method).orElseThrow().name();
        return closure.isRefused(found)
                ? Optional.of(new Specialization(closure.refusal(found, isStatic), true, active))
                : Optional.of(new Specialization(found, isStatic, active));
    }

    private List<Boolean> active(Instruction instruction) {
        List<Boolean> active = new ArrayList<>();
        instruction.operands().forEach(operand -> active.add(facts.isActive(operand)));
        return active;
    }

    private static boolean mayHoldNumbers(Value value) {
        return value.type().isReference() && Carriers.mayHoldNumbers(value.type());
    }
}
