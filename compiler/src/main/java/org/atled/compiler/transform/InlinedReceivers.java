package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes the receivers of calls into what the bodies that take the calls' place may rely on: they are of the type of
 * {@code this} there, and not {@code null}. No check is made where the object is known to be there, or where the body looks
 * into it before it does anything else.
 */
final class InlinedReceivers {
    private final Draft draft;
    private final Map<Value, Type> exact;
    private final Value self;

    /**
     * Receivers in one function.
     *
     * @param exact values of which the exact class is known; these are not {@code null}
     */
    InlinedReceivers(Draft draft, Function function, Map<Value, Type> exact) {
        this.draft = draft;
        this.exact = exact;
        this.self = function.isStatic() ? null : function.parameters().get(0);
    }

    /** Does what is needed ahead of a call in a block; gives the position of the call after that. */
    int prepare(DraftBlock block, int at, Function body) {
        Instruction call = block.instructions.get(at);
        Value receiver = call.operand(0);
        Type known = exact.get(receiver);
        if (known != null) {
            return known.equals(receiver.type()) ? at : cast(block, at, known);
        }
        if (receiver.equals(self) || isSeenBefore(block, at, receiver) || CheckReceiver.looksFirst(body)) {
            return at;
        }
        block.instructions.add(at, CheckReceiver.of(draft, receiver, call.line()));
        return at + 1;
    }

    private int cast(DraftBlock block, int at, Type type) {
        Instruction call = block.instructions.get(at);
        Value narrow = draft.newValue(type);
        Op cast = new Op.CheckCast(type, true);
        block.instructions.add(at, new Instruction(narrow, cast, List.of(call.operand(0)), call.line()));
        List<Value> operands = new ArrayList<>(call.operands());
        operands.set(0, narrow);
        block.instructions.set(at + 1, new Instruction(call.result(), call.op(), operands, call.line()));
        return at + 1;
    }

    /** Whether the block would have ended before, were the reference {@code null}. */
    private static boolean isSeenBefore(DraftBlock block, int at, Value receiver) {
        return block.instructions.subList(0, at).stream().anyMatch(each -> CheckReceiver.looksInto(each, receiver));
    }
}
