package org.atled.compiler.analysis;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Holds {@code toString}, {@code equals}, {@code hashCode} and comparators of users' classes to what everybody expects of
 * them: that they only look. Printing, comparing and looking up call them unseen, so that no derivative follows what they change.
 */
public final class Observers {
    private static final List<MethodReference> OBSERVERS = List.of(
            new MethodReference("java/lang/Object", "toString", "()Ljava/lang/String;"),
            new MethodReference("java/lang/Object", "equals", "(Ljava/lang/Object;)Z"),
            new MethodReference("java/lang/Object", "hashCode", "()I"));

    private static final Type COMPARATOR = Type.object("java/util/Comparator");
    private static final Type COMPARABLE = Type.object("java/lang/Comparable");
    private static final MethodReference COMPARE_TO =
            new MethodReference("java/lang/Comparable", "compareTo", "(Ljava/lang/Object;)I");
    private static final MethodReference COMPARE =
            new MethodReference("java/util/Comparator", "compare", "(Ljava/lang/Object;Ljava/lang/Object;)I");

    private final ActivityFacts facts;
    private final Closure closure;
    private final Primals primals;

    Observers(ActivityFacts facts, Closure closure) {
        this.facts = facts;
        this.closure = closure;
        this.primals = closure.primals();
    }

    /** Whether this is one of these methods, of whatever class. */
    public static boolean isOne(MethodReference method) {
        return OBSERVERS.stream().anyMatch(each -> isSame(each, method));
    }

    private static boolean isSame(MethodReference one, MethodReference other) {
        return one.name().equals(other.name()) && one.descriptor().equals(other.descriptor());
    }

    /** A call, direct or of a library, that may call observers of what it is given. */
    void look(Instruction instruction) {
        if (instruction.op() instanceof Op.Invoke invoke
                && invoke.method().name().equals("getClass")) {
            return;
        }
        if (instruction.operands().stream().anyMatch(each -> each.type().equals(COMPARATOR))) {
            closure.classes(COMPARATOR).forEach(each -> look(instruction, each, COMPARE));
            // Without a comparator the natural order decides.
            closure.classes(COMPARABLE).forEach(each -> look(instruction, each, COMPARE_TO));
            return;
        }
        Optional<MethodReference> direct = instruction.op() instanceof Op.Invoke invoke && isOne(invoke.method())
                ? Optional.of(invoke.method())
                : Optional.empty();
        for (Value operand : instruction.operands()) {
            if (operand.type().isReference() && facts.isActive(operand)) {
                for (String each : closure.classes(operand.type())) {
                    OBSERVERS.stream()
                            .filter(observer -> direct.isEmpty() || isSame(observer, direct.get()))
                            .forEach(observer -> look(instruction, each, observer));
                }
            }
        }
    }

    private void look(Instruction instruction, String receiver, MethodReference observer) {
        Optional<MethodReference> own = primals.select(receiver, observer)
                .filter(method -> !Carriers.isOfJdk(method.owner()) && closure.canAnalyze(method));
        if (own.isPresent()) {
            List<Boolean> active =
                    Collections.nCopies(1 + own.get().parameters().size(), true);
            Summary summary = closure.summary(new Specialization(own.get(), false, active), facts.site(instruction));
            // A comparison may call another one.
            boolean leadsOn = (observer.equals(COMPARE) || observer.equals(COMPARE_TO)) && summary.loses();
            if (leadsOn || changes(summary, own.get())) {
                facts.note(facts.changing.put(instruction, own.get()) == null);
                facts.lose();
            }
        }
    }

    /** A text or a count that is kept for the next call is no change. */
    private boolean changes(Summary summary, MethodReference observer) {
        Set<String> kept = new LinkedHashSet<>();
        Function function = primals.find(observer).orElseThrow();
        function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(each -> each.op() instanceof Op.PutField put && !mayHoldNumbers(put))
                .forEach(each ->
                        primals.slot(((Op.PutField) each.op()).field()).ifPresent(slot -> kept.add(slot.field())));
        return summary.nodes().stream()
                .filter(Summary.Node::active)
                .flatMap(node -> node.written().stream())
                .anyMatch(field -> !Region.isInteger(field) && !kept.contains(field));
    }

    private static boolean mayHoldNumbers(Op.PutField put) {
        Type type = put.field().type();
        return type.isFloating() || Carriers.mayHoldNumbers(type);
    }
}
