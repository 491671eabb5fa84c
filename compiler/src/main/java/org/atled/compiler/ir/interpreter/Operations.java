package org.atled.compiler.ir.interpreter;

import java.lang.reflect.Array;
import java.util.List;
import org.atled.compiler.ir.Evaluation;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;

/** What each operation does, except monitors, which are part of the flow of control. */
final class Operations {
    private final Classes classes;
    private final Dispatch dispatch;
    private final Links links;
    private final Execution execution;

    Operations(Classes classes, Dispatch dispatch, Execution execution) {
        this.classes = classes;
        this.dispatch = dispatch;
        this.links = new Links(classes);
        this.execution = execution;
    }

    /** The result as on the operand stack; {@code null} if there is none. */
    Object execute(Frame frame, Instruction instruction) throws Throwable {
        Op op = instruction.op();
        String owner = frame.name().owner();
        if (op instanceof Op.Invoke call) {
            return invoke(frame, instruction, call);
        }
        List<Object> in = frame.get(instruction.operands());
        if (op instanceof Op.Literal literal) {
            return links.constant(owner, literal);
        } else if (op instanceof Op.Arithmetic arithmetic) {
            return Evaluation.evaluate(arithmetic.operator(), in);
        } else if (op instanceof Op.Accumulate sum) {
            return Evaluation.evaluate(sum.type().equals(Type.FLOAT) ? Operator.FADD : Operator.DADD, in);
        } else if (op instanceof Op.ArrayLength) {
            return Array.getLength(in.get(0));
        } else if (op instanceof Op.ArrayLoad load) {
            return ArrayAccess.load(load.element(), in.get(0), (Integer) in.get(1));
        } else if (op instanceof Op.ArrayStore store) {
            ArrayAccess.store(store.element(), in.get(0), (Integer) in.get(1), in.get(2));
            return null;
        } else if (op instanceof Op.NewArray allocation) {
            return ArrayAccess.allocate(classes.of(allocation.type()), in);
        } else if (op instanceof Op.New allocation) {
            classes.initialize(allocation.type());
            return new Uninitialized();
        } else if (op instanceof Op.Create creation) {
            if (creation.isBlank()) {
                return links.code(owner, op).call(List.of());
            }
            Op.Invoke constructor = new Op.Invoke(Op.InvokeKind.SPECIAL, creation.constructor(), false);
            return links.code(owner, constructor).call(in);
        } else if (op instanceof Op.CheckCast cast) {
            return classes.of(cast.type()).cast(in.get(0));
        } else if (op instanceof Op.InstanceOf test) {
            return classes.of(test.type()).isInstance(in.get(0)) ? 1 : 0;
        } else if (op instanceof Op.Initialized) {
            return null;
        } else if (op instanceof Op.GetField || op instanceof Op.PutField || op instanceof Op.InvokeDynamic) {
            return links.code(owner, op).call(in);
        }
        throw new AssertionError(op);
    }

    private Object invoke(Frame frame, Instruction instruction, Op.Invoke call) throws Throwable {
        if (Links.isConstructor(call)) {
            return construct(frame, instruction, call);
        }
        List<Object> operands = frame.get(instruction.operands());
        Function body = dispatch.select(call, operands);
        return body == null
                ? links.code(caller(frame, instruction, call), call).call(operands)
                : execution.run(body, operands);
    }

    /** A call of {@code super} in derivative code is one of the primal's class, which the type of {@code this} tells. */
    private static String caller(Frame frame, Instruction instruction, Op.Invoke call) {
        String declaring = call.method().owner();
        if (call.kind() != Op.InvokeKind.SPECIAL) {
            return frame.name().owner();
        }
        return declaring.startsWith("java/") ? instruction.operand(0).type().internalName() : declaring;
    }

    private Object construct(Frame frame, Instruction instruction, Op.Invoke call) throws Throwable {
        List<Object> arguments = frame.get(
                instruction.operands().subList(1, instruction.operands().size()));
        Uninitialized instance = (Uninitialized) frame.raw(instruction.operand(0));
        instance.initialize(links.code(frame.name().owner(), call).call(arguments));
        return null;
    }
}
