package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.ConstructorFactory.RepeatedCall;

/**
 * Whether the body of a constructor can run a second time without anything noticing: it writes only to what it has made
 * itself. Calls it cannot judge are listed. What only an exception can follow does not run again.
 */
final class RepeatedEffects {
    private final Function function;
    private final String subject;
    private final Value real;
    private final MadeInReplay made;
    private final List<RepeatedCall> calls = new ArrayList<>();

    private RepeatedEffects(Function function, String subject, Value real, MadeInReplay made) {
        this.function = function;
        this.subject = subject;
        this.real = real;
        this.made = made;
    }

    /** The calls of a factory that run twice. */
    static List<RepeatedCall> of(Function factory) {
        Set<Integer> returning = ReturningBlocks.of(factory);
        String subject = "the constructor of " + Naming.ofClass(factory.name().owner());
        MadeInReplay made = MadeInReplay.in(factory, returning);
        return new RepeatedEffects(factory, subject, returned(factory), made).calls(returning);
    }

    /** The calls of a method that itself runs twice. */
    static List<RepeatedCall> of(Function callee, Set<Integer> returning, MadeInReplay made) {
        return new RepeatedEffects(callee, Naming.of(callee.name()), null, made).calls(returning);
    }

    private static Value returned(Function factory) {
        return factory.blocks().stream()
                .map(Block::terminator)
                .filter(Terminator.Return.class::isInstance)
                .map(leave -> ((Terminator.Return) leave).value())
                .findFirst()
                .orElse(null);
    }

    private List<RepeatedCall> calls(Set<Integer> returning) {
        for (Block block : function.blocks()) {
            if (returning.contains(block.id())) {
                block.instructions().forEach(this::check);
            }
        }
        return calls;
    }

    private void check(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.PutField put && put.isStatic()) {
            throw refused("writes static field " + Naming.of(put.field()), instruction);
        } else if (op instanceof Op.PutField put && !made.contains(instruction.operand(0))) {
            throw refused("changes field " + Naming.of(put.field()) + " of another object", instruction);
        } else if (op instanceof Op.ArrayStore && !made.contains(instruction.operand(0))) {
            throw refused("changes an array that it has not made", instruction);
        } else if (op instanceof Op.Invoke call && !isRealConstructor(instruction)) {
            checkCall(call, instruction);
        } else if (op instanceof Op.Monitor) {
            throw refused("takes a lock", instruction);
        } else if (op instanceof Op.InvokeDynamic call && !RepeatableCalls.isPure(call)) {
            report(instruction);
        }
    }

    private void checkCall(Op.Invoke call, Instruction instruction) {
        int changed = RepeatableCalls.changed(call.method());
        if (changed == RepeatableCalls.UNKNOWN) {
            report(instruction);
        } else if (changed >= 0 && !made.contains(instruction.operand(changed))) {
            throw refused(
                    "changes by " + Naming.of(call.method()) + " an object or array that it has not made", instruction);
        }
    }

    private boolean isRealConstructor(Instruction instruction) {
        return SinkAllocations.isConstructorCall(instruction)
                && instruction.operand(0).equals(real);
    }

    private void report(Instruction call) {
        List<Boolean> madeHere = new ArrayList<>();
        for (Value operand : call.operands()) {
            madeHere.add(operand.type().isReference() && made.contains(operand));
        }
        calls.add(new RepeatedCall(call, madeHere));
    }

    private RefusedException refused(String reason, Instruction instruction) {
        return new RefusedException(subject + " " + reason, instruction.line());
    }
}
