package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Looks for static state that a derivative changes without a lock: a counter, a scratch array, a map of results. Nothing
 * active is lost there, but calls from several threads disturb each other. Notes, one for each field, for the project's own
 * code; libraries are taken to know what they do.
 */
public final class StaticState {
    /** Methods by which the collections of {@code java.util} are changed; those of {@code java.util.concurrent} may be. */
    private static final Set<String> CHANGING = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "clear",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "merge",
            "offer",
            "poll",
            "pop",
            "push",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeIf",
            "replace",
            "replaceAll",
            "set",
            "sort");

    private final Primals primals;
    private final Map<FieldReference, Problem> notes = new LinkedHashMap<>();
    private final Set<MethodReference> seen = new HashSet<>();

    private StaticState(Primals primals) {
        this.primals = primals;
    }

    /** What is to be noted of a closure. */
    public static List<Problem> in(Closure closure, Primals primals) {
        StaticState state = new StaticState(primals);
        // Looking for code of the JDK, and of libraries, would lift it for nothing.
        for (Specialization member : closure.members()) {
            if (primals.isOfProject(member.method().owner())) {
                state.visit(
                        Caught.original(member.method()),
                        closure.activity(member).function());
            }
        }
        for (MethodReference method : Reached.by(closure, primals).methods()) {
            if (primals.isOfProject(method.owner())) {
                primals.find(method).ifPresent(function -> state.visit(method, function));
            }
        }
        return new ArrayList<>(state.notes.values());
    }

    /** Where a closure changes such state, with a lock or without; empty if it does not. */
    public static Optional<Site> change(Closure closure, Primals primals) {
        Optional<Site> unguarded =
                in(closure, primals).stream().map(Problem::site).findFirst();
        return unguarded.or(() -> closure.members().stream()
                .filter(member -> primals.isOfProject(member.method().owner()))
                .flatMap(member -> closure.activity(member).function().blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .filter(each -> each.op() instanceof Op.PutField put && put.isStatic())
                        .map(each -> new Site(member.method(), each.line())))
                .findFirst());
    }

    private void visit(MethodReference method, Function function) {
        if (!seen.add(method) || isGuarded(method, function)) {
            return;
        }
        Map<Value, FieldReference> held = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.instructions()) {
                visit(method, instruction, held);
            }
        }
    }

    /** Whether a method locks, somewhere: what it locks is not looked at. */
    private boolean isGuarded(MethodReference method, Function function) {
        return primals.isSynchronized(method)
                || function.blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .anyMatch(each -> each.op() instanceof Op.Monitor
                                || each.op() instanceof Op.Invoke invoke
                                        && invoke.method().owner().startsWith("java/util/concurrent/locks/"));
    }

    private void visit(MethodReference method, Instruction instruction, Map<Value, FieldReference> held) {
        Op op = instruction.op();
        if (op instanceof Op.GetField get && get.isStatic()) {
            held.put(instruction.result(), get.field());
        } else if ((op instanceof Op.CheckCast || op instanceof Op.ArrayLoad)
                && held.containsKey(instruction.operand(0))) {
            held.put(instruction.result(), held.get(instruction.operand(0)));
        } else if (op instanceof Op.PutField put) {
            visitWrite(method, instruction, put, held);
        } else if (op instanceof Op.ArrayStore && held.containsKey(instruction.operand(0))) {
            note(method, instruction, held.get(instruction.operand(0)), "an element of static field ");
        } else if (op instanceof Op.Invoke invoke
                && invoke.kind() != Op.InvokeKind.STATIC
                && isChanging(invoke.method())
                && held.containsKey(instruction.operand(0))) {
            note(method, instruction, held.get(instruction.operand(0)), "the content of static field ");
        }
    }

    private void visitWrite(
            MethodReference method, Instruction instruction, Op.PutField put, Map<Value, FieldReference> held) {
        if (put.isStatic()) {
            note(method, instruction, put.field(), "static field ");
        } else if (held.containsKey(instruction.operand(0))) {
            note(
                    method,
                    instruction,
                    held.get(instruction.operand(0)),
                    "field " + put.field().name() + " of the object in static field ");
        }
    }

    private static boolean isChanging(MethodReference method) {
        return method.owner().startsWith("java/util/")
                && !method.owner().startsWith("java/util/concurrent/")
                && CHANGING.contains(method.name());
    }

    private void note(MethodReference method, Instruction instruction, FieldReference field, String what) {
        notes.putIfAbsent(
                field,
                new Problem(
                        false,
                        "AtledStaticState",
                        new Site(method, instruction.line()),
                        what + Naming.of(field)
                                + " is changed without a lock, so that derivatives taken by several threads"
                                + " disturb each other. Keep it in a local variable or an object of each call's own, or leave"
                                + " it if only one thread takes them."));
    }
}
