package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Makes a static method that calls a method by the class of the receiver, for the classes that are known: so a virtual
 * call becomes tests and direct calls, which differentiation needs nothing special for. An object of any other class
 * is an error at run time, since its code was not there to be differentiated.
 */
public final class Dispatcher {
    private static final MethodReference GET_CLASS =
            new MethodReference("java/lang/Object", "getClass", "()Ljava/lang/Class;");
    private static final MethodReference UNKNOWN = new MethodReference(
            "org/atled/runtime/Dispatch",
            "unknown",
            "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/RuntimeException;");

    private static final MethodReference REFUSED = new MethodReference(
            "org/atled/runtime/Dispatch", "refused", "(Ljava/lang/String;)Ljava/lang/RuntimeException;");

    private final Op.Invoke call;
    private final FunctionBuilder builder;
    private final List<Value> parameters = new ArrayList<>();

    private Dispatcher(MethodReference name, Op.Invoke call) {
        this.call = call;
        this.builder = new FunctionBuilder(name, true);
    }

    /**
     * The dispatcher.
     *
     * @param name its name; its parameters are the receiver and the arguments
     * @param classes the classes of receivers that are known
     * @param others classes of receivers whose implementation cannot be differentiated
     */
    public static Function apply(MethodReference name, Op.Invoke call, List<String> classes, List<String> others) {
        return new Dispatcher(name, call).build(name, classes, others);
    }

    /** What calls a method of its first parameter. */
    public static Function entry(MethodReference name, Op.Invoke call, int line) {
        FunctionBuilder builder = new FunctionBuilder(name, true);
        BlockBuilder block = builder.block();
        List<Value> parameters = new ArrayList<>();
        name.parameters().forEach(type -> parameters.add(block.parameter(type.onStack())));
        Value result = block.append(call, name.result().onStack(), line, parameters.toArray(Value[]::new));
        block.end(new Terminator.Return(result, line));
        return builder.build();
    }

    /**
     * What throws in the place of a method.
     *
     * @param name its name; its parameters are those of the method, the receiver first
     */
    public static Function refusal(MethodReference name, MethodReference method) {
        FunctionBuilder builder = new FunctionBuilder(name, true);
        BlockBuilder block = builder.block();
        name.parameters().forEach(type -> block.parameter(type.onStack()));
        String what = Naming.of(method);
        Value text = block.literal(new Constant.OfString(what), 0);
        block.end(new Terminator.Throw(block.call(REFUSED, 0, text), 0));
        return builder.build();
    }

    private Function build(MethodReference name, List<String> classes, List<String> others) {
        BlockBuilder block = builder.block();
        name.parameters().forEach(type -> parameters.add(block.parameter(type.onStack())));
        Value actual =
                block.emit(Type.CLASS, new Op.Invoke(Op.InvokeKind.VIRTUAL, GET_CLASS, false), 0, parameters.get(0));
        BlockBuilder at = block;
        for (String each : classes) {
            BlockBuilder match = builder.block();
            BlockBuilder next = builder.block();
            Value expected = at.literal(new Constant.OfClass(Type.object(each)), 0);
            at.end(new Terminator.Branch(
                    Terminator.Condition.IF_ACMPEQ,
                    List.of(actual, expected),
                    new Target(match.id(), List.of()),
                    new Target(next.id(), List.of()),
                    0));
            call(match, each);
            at = next;
        }
        Value what = at.literal(new Constant.OfString(call.method().name()), 0);
        Value refused =
                at.literal(new Constant.OfString(String.join(" ", others).replace('/', '.')), 0);
        at.end(new Terminator.Throw(at.call(UNKNOWN, 0, parameters.get(0), what, refused), 0));
        return builder.build();
    }

    private void call(BlockBuilder block, String receiver) {
        Type type = Type.object(receiver);
        Value[] operands = parameters.toArray(Value[]::new);
        operands[0] = block.emit(type, new Op.CheckCast(type, true), 0, parameters.get(0));
        MethodReference method = new MethodReference(
                receiver, call.method().name(), call.method().descriptor());
        Op exact = new Op.Invoke(Op.InvokeKind.VIRTUAL, method, false);
        Value result = block.append(exact, method.result().onStack(), 0, operands);
        block.end(new Terminator.Return(result, 0));
    }
}
