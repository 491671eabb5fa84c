package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Puts the body of a constructor in place of the second call of it, with everything that it calls on {@code this}. The
 * class of {@code this} is known, so every such call has one body; {@code this} is one value afterwards.
 */
final class ConstructorReplay {
    /** Instructions and block ends; more are not repeated. */
    private static final int LIMIT = 5000;

    /** The allocation and the real constructor call. */
    private static final int REAL = 2;

    private final Draft draft;
    private final Value self;
    private final String type;
    private final ConstructorFactory.Callees callees;
    private final Deque<DraftBlock> pending = new ArrayDeque<>();
    /** The methods each block is inlined from. */
    private final Map<Integer, List<MethodReference>> inside = new HashMap<>();

    ConstructorReplay(Function calling, Value self, ConstructorFactory.Callees callees) {
        this.draft = new Draft(calling);
        this.self = self;
        this.type = self.type().internalName();
        this.callees = callees;
    }

    Function inlined() {
        inside.put(draft.entry().id, List.of());
        pending.add(draft.entry());
        while (!pending.isEmpty()) {
            expand(pending.pop());
        }
        BlockMerging.dropUnreachable(draft);
        ProtectedWrites.isolate(draft, self);
        return draft.finish();
    }

    private void expand(DraftBlock block) {
        int at = block == draft.entry() ? REAL : 0;
        while (at < block.instructions.size()) {
            Instruction instruction = block.instructions.get(at);
            if (isLibraryConstructor(instruction)) {
                checkArguments(instruction);
                block.instructions.remove(at);
            } else if (isCallOnThis(instruction) && inline(block, at)) {
                return;
            } else {
                at++;
            }
        }
    }

    private boolean isCallOnThis(Instruction instruction) {
        return instruction.op() instanceof Op.Invoke call
                && instruction.operands().contains(self)
                && (call.kind() == Op.InvokeKind.STATIC
                        ? !isLibrary(call.method().owner())
                        : instruction.operand(0).equals(self) && !ThisUses.isHarmless(call.method()));
    }

    static boolean isLibrary(String owner) {
        return owner.startsWith("java/");
    }

    private boolean isLibraryConstructor(Instruction instruction) {
        return SinkAllocations.isConstructorCall(instruction)
                && instruction.operand(0).equals(self)
                && isLibrary(((Op.Invoke) instruction.op()).method().owner());
    }

    /** What a library's constructor takes is lost; it must be nothing that carries numbers. */
    private void checkArguments(Instruction instruction) {
        MethodReference method = ((Op.Invoke) instruction.op()).method();
        for (Type parameter : method.parameters()) {
            boolean carriesNothing = parameter.isReference()
                    ? parameter.equals(Type.STRING) || parameter.equals(Type.THROWABLE)
                    : !parameter.isFloating();
            if (!carriesNothing) {
                throw new RefusedException(
                        subject() + " hands numbers or objects to the constructor of " + Naming.ofClass(method.owner())
                                + ", whose fields are out of reach",
                        instruction.line());
            }
        }
    }

    private String subject() {
        return "the constructor of " + Naming.ofClass(type);
    }

    private boolean inline(DraftBlock block, int at) {
        Instruction instruction = block.instructions.get(at);
        Op.Invoke call = (Op.Invoke) instruction.op();
        Function body = callees.find(call, type)
                .filter(found -> !isLibrary(found.name().owner()))
                .orElse(null);
        List<MethodReference> callers = inside.get(block.id);
        if (body == null) {
            return refuse(
                    block, instruction, " calls " + Naming.of(call.method()) + " on `this`, which has no code here");
        } else if (callers.contains(body.name())) {
            return refuse(block, instruction, " calls " + Naming.of(body.name()) + ", which calls itself, on `this`");
        }
        checkSize(body, instruction);
        Set<Integer> before = new HashSet<>();
        draft.blocks().forEach(known -> before.add(known.id));
        DraftBlock after = Inline.replaceCall(draft, block, at, body);
        List<MethodReference> nested = new ArrayList<>(callers);
        nested.add(body.name());
        for (DraftBlock added : draft.blocks()) {
            if (!before.contains(added.id)) {
                inside.put(added.id, added == after ? callers : nested);
                pending.add(added);
            }
        }
        recognizeThis();
        return true;
    }

    /** Refuses a call, unless only an exception follows it: then the real constructor has not returned. */
    private boolean refuse(DraftBlock block, Instruction instruction, String reason) {
        if (ReturningBlocks.of(draft.finish()).contains(block.id)) {
            throw new RefusedException(subject() + reason, instruction.line());
        }
        return false;
    }

    private void checkSize(Function body, Instruction call) {
        int size = Inline.size(body);
        for (DraftBlock block : draft.blocks()) {
            size += block.instructions.size() + 1;
        }
        if (size > LIMIT) {
            throw new RefusedException(
                    subject() + ", with all it calls on `this`, has more than " + LIMIT + " instructions", call.line());
        }
    }

    /** Makes parameters that are always {@code this}, and casts of it, the value itself. */
    private void recognizeThis() {
        boolean changed = true;
        while (changed) {
            Renaming renaming = new Renaming();
            Set<Value> removed = new HashSet<>();
            draft.blocks().forEach(this::foldNullTest);
            BlockMerging.dropUnreachable(draft);
            IncomingEdges edges = new IncomingEdges(draft);
            for (DraftBlock block : draft.blocks()) {
                for (int i = 0; i < block.parameters.size(); i++) {
                    Value parameter = block.parameters.get(i);
                    if (isAlways(self, draft, block, i, edges)) {
                        renaming.put(parameter, self);
                        removed.add(parameter);
                    }
                }
                block.instructions.removeIf(instruction -> {
                    boolean isAlias = ThisUses.givesThis(instruction, self);
                    if (isAlias && instruction.result() != null) {
                        renaming.put(instruction.result(), self);
                    }
                    return isAlias;
                });
            }
            IncomingEdges.removeParameters(draft, removed);
            draft.rename(renaming);
            changed = !renaming.isEmpty();
        }
    }

    /** {@code this} is never {@code null}: what a method would do then, such as to make another object, it does not do here. */
    private void foldNullTest(DraftBlock block) {
        if (block.terminator instanceof Terminator.Branch branch
                && branch.operands().get(0).equals(self)
                && (branch.condition() == Terminator.Condition.IFNULL
                        || branch.condition() == Terminator.Condition.IFNONNULL)) {
            Target known = branch.condition() == Terminator.Condition.IFNULL ? branch.otherwise() : branch.then();
            block.terminator = new Terminator.Jump(known, branch.line());
        }
    }

    /** Whether a parameter of a block is always the same value. */
    static boolean isAlways(Value self, Draft draft, DraftBlock block, int index, IncomingEdges edges) {
        Value parameter = block.parameters.get(index);
        if (block == draft.entry() || edges.isException(block.id, index)) {
            return false;
        }
        List<Value> arguments = edges.arguments(block.id, index);
        return arguments.contains(self)
                && arguments.stream().allMatch(argument -> argument.equals(self) || argument.equals(parameter));
    }
}
