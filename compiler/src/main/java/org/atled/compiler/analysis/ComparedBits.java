package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Whether the bits of a number decide where control goes and nothing else, as where libraries compare numbers by units in
 * the last place: then no derivative is lost, as in any comparison.
 */
final class ComparedBits {
    private final ControlFlow flow;
    private final Set<Value> reached = new LinkedHashSet<>();
    private final List<Value> open = new ArrayList<>();

    private ComparedBits(ControlFlow flow) {
        this.flow = flow;
    }

    static boolean only(ControlFlow flow, Value bits) {
        ComparedBits run = new ComparedBits(flow);
        run.reach(bits);
        for (int i = 0; i < run.open.size(); i++) {
            Value value = run.open.get(i);
            if (!flow.uses(value).stream().allMatch(use -> run.isComparison(value, use))) {
                return false;
            }
        }
        return true;
    }

    private void reach(Value value) {
        if (reached.add(value)) {
            open.add(value);
        }
    }

    private boolean isComparison(Value value, Use use) {
        if (use.position() == Use.HANDLER) {
            return false;
        }
        List<Instruction> instructions = flow.block(use.block()).instructions();
        return use.position() < instructions.size()
                ? staysInteger(instructions.get(use.position()))
                : goesOn(value, flow.block(use.block()).terminator());
    }

    private boolean staysInteger(Instruction instruction) {
        boolean computes = instruction.op() instanceof Op.Arithmetic
                || instruction.op() instanceof Op.Invoke invoke && isOfIntegers(invoke);
        if (!computes || !isInteger(instruction.result().type())) {
            return false;
        }
        reach(instruction.result());
        return true;
    }

    private static boolean isOfIntegers(Op.Invoke invoke) {
        return invoke.kind() == Op.InvokeKind.STATIC
                && isInteger(invoke.method().result())
                && invoke.method().parameters().stream().allMatch(ComparedBits::isInteger);
    }

    private static boolean isInteger(Type type) {
        return !type.isReference() && !type.isFloating() && !type.equals(Type.VOID);
    }

    private boolean goesOn(Value value, Terminator end) {
        if (end instanceof Terminator.Return) {
            return flow.function().name().result().equals(Type.BOOLEAN);
        }
        for (Target target : end.targets()) {
            List<Value> parameters = flow.block(target.block()).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (target.arguments().get(i).equals(value)) {
                    reach(parameters.get(i));
                }
            }
        }
        return true;
    }
}
