package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.ExactTypes;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Puts the bodies of small methods in place of calls to them, those of the methods they call first. Calls of recursive
 * methods stay. What the body throws is caught by the handlers around the call. A body from the caller's own class keeps
 * its lines, one from elsewhere gets the line of the call. A call on {@code null} still fails before anything else happens.
 */
public final class Inline {
    /** How much larger a body may be that makes the array it returns. */
    private static final int MAKING_ARRAYS = 3;

    /**
     * How much to inline, in instructions and block ends.
     *
     * @param callee the largest body that is inlined
     * @param caller the size at which a function takes no more
     */
    public record Limits(int callee, int caller) {
        public Limits {
            if (callee < 0 || caller < 0) {
                throw new IllegalArgumentException(
                        "Limits are " + callee + " and " + caller + "; they must not be negative");
            }
        }
    }

    /** Finds the methods that may be inlined. */
    @FunctionalInterface
    public interface Callees {
        /**
         * The body that a call runs. It must not be given for a {@code synchronized} method, nor where calling a static
         * method would be the first use of a class that has an initializer, nor where classes that are not known can decide
         * what runs.
         *
         * @param receiver the exact class of the receiver, {@code null} if it is not known
         */
        Optional<Function> find(Op.Invoke call, Type receiver);
    }

    private final Callees callees;
    private final Limits limits;
    private final Map<Call, Optional<Function>> found = new HashMap<>();
    private final Map<Call, Function> bodies = new HashMap<>();
    private final Set<MethodReference> open = new HashSet<>();

    private record Call(Op.Invoke invoke, Type receiver) {}

    private Inline(Callees callees, Limits limits) {
        this.callees = callees;
        this.limits = limits;
    }

    public static Function apply(Function function, Callees callees, Limits limits) {
        return new Inline(callees, limits).expand(function, false);
    }

    /**
     * The function with bodies in place of calls, as many as there is room for.
     *
     * @param isCallee whether it may itself take the place of a call: then it stays as it is unless there is room for all,
     *     and nothing is asked of calls further down
     */
    private Function expand(Function function, boolean isCallee) {
        open.add(function.name());
        Draft draft = new Draft(function);
        Map<Value, Type> exact = ExactTypes.of(function, Map.of());
        InlinedReceivers receivers = new InlinedReceivers(draft, function, exact);
        int size = size(function);
        int most = isCallee ? most(function) : limits.caller();
        boolean changed = false;
        boolean fits = true;
        List<DraftBlock> pending = new ArrayList<>(draft.blocks());
        for (int i = 0; i < pending.size() && fits; i++) {
            DraftBlock block = pending.get(i);
            for (int at = 0; at < block.instructions.size(); at++) {
                Optional<Function> body = body(block.instructions.get(at), exact, most - size);
                if (body.isPresent() && size + size(body.get()) <= most) {
                    size += size(body.get());
                    int call = body.get().isStatic() ? at : receivers.prepare(block, at, body.get());
                    pending.add(replaceCall(draft, block, call, body.get()));
                    changed = true;
                    break;
                }
                fits = body.isEmpty() || !isCallee;
                if (!fits) {
                    break;
                }
            }
        }
        open.remove(function.name());
        return changed && fits ? tidied(draft) : function;
    }

    private static Function tidied(Draft draft) {
        BlockMerging.dropUnreachable(draft);
        RedundantParameters.remove(draft);
        BlockMerging.merge(draft);
        return draft.finish();
    }

    /**
     * What may take the place of a call.
     *
     * @param room there is: a longer body is given as it was written
     */
    private Optional<Function> body(Instruction instruction, Map<Value, Type> exact, int room) {
        if (!(instruction.op() instanceof Op.Invoke invoke)
                || invoke.method().name().equals("<init>")) {
            return Optional.empty();
        }
        boolean isStatic = invoke.kind() == Op.InvokeKind.STATIC;
        if (!isStatic && instruction.operand(0).type().equals(Type.NULL)) {
            return Optional.empty();
        }
        Call call = new Call(invoke, isStatic ? null : exact.get(instruction.operand(0)));
        Optional<Function> callee = found.get(call);
        if (callee == null) {
            callee = callees.find(invoke, call.receiver())
                    .filter(each -> size(each) <= most(each) && !callsItself(each));
            found.put(call, callee);
        }
        if (callee.isEmpty() || open.contains(callee.get().name())) {
            return Optional.empty();
        }
        if (size(callee.get()) > room) {
            return callee;
        }
        Function body = bodies.get(call);
        if (body == null) {
            body = expand(callee.get(), true);
            bodies.put(call, body);
        }
        return Optional.of(body);
    }

    /** Of a recursive method one step of many would go. */
    private static boolean callsItself(Function callee) {
        return callee.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(each ->
                        each.op() instanceof Op.Invoke call && call.method().equals(callee.name()));
    }

    private int most(Function callee) {
        return makesArray(callee) ? MAKING_ARRAYS * limits.callee() : limits.callee();
    }

    /** Of an array that is made there to be returned, every element may become a variable here. */
    private static boolean makesArray(Function callee) {
        return callee.name().result().isArray()
                && callee.blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .anyMatch(each -> each.op() instanceof Op.NewArray);
    }

    static int size(Function function) {
        return function.blocks().stream()
                .mapToInt(block -> block.instructions().size() + 1)
                .sum();
    }

    /** Cuts a block at a call and puts a copy of the body in between; returns the block after it. */
    static DraftBlock replaceCall(Draft draft, DraftBlock block, int at, Function body) {
        Instruction call = block.instructions.get(at);
        DraftBlock after = draft.add(
                draft.newBlockId(), call.result() == null ? List.of() : List.of(call.result()), block.terminator);
        after.instructions.addAll(block.instructions.subList(at + 1, block.instructions.size()));
        after.handlers.addAll(block.handlers);
        block.instructions.subList(at, block.instructions.size()).clear();

        boolean keepsLines = draft.name().owner().equals(body.name().owner());
        List<DraftBlock> copies = new Copier(draft).copy(body, line -> keepsLines ? line : call.line());
        block.terminator = new Terminator.Jump(new Target(copies.get(0).id, call.operands()), call.line());
        for (DraftBlock copy : copies) {
            copy.handlers.addAll(block.handlers);
            if (copy.terminator instanceof Terminator.Return leave) {
                List<Value> results = call.result() == null ? List.of() : leave.operands();
                copy.terminator = new Terminator.Jump(new Target(after.id, results), leave.line());
            }
        }
        return after;
    }
}
