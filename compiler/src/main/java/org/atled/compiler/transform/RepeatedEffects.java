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
    private final Function factory;
    private final MadeInReplay made;
    private final List<RepeatedCall> calls = new ArrayList<>();

    private RepeatedEffects(Function factory, Set<Integer> returning) {
        this.factory = factory;
        made = MadeInReplay.in(factory, returning);
    }

    static List<RepeatedCall> of(Function factory) {
        Set<Integer> returning = ReturningBlocks.of(factory);
        RepeatedEffects run = new RepeatedEffects(factory, returning);
        for (Block block : factory.blocks()) {
            if (returning.contains(block.id())) {
                block.instructions().forEach(run::check);
            }
        }
        return run.calls;
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
                && factory.blocks().stream()
                        .anyMatch(block -> block.terminator() instanceof Terminator.Return leave
                                && leave.value().equals(instruction.operand(0)));
    }

    private void report(Instruction call) {
        List<Boolean> madeHere = new ArrayList<>();
        for (Value operand : call.operands()) {
            madeHere.add(operand.type().isReference() && made.contains(operand));
        }
        calls.add(new RepeatedCall(call, madeHere));
    }

    private RefusedException refused(String reason, Instruction instruction) {
        String name = Naming.ofClass(factory.name().owner());
        return new RefusedException("the constructor of " + name + " " + reason, instruction.line());
    }
}
