package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Derivative code of a library lives in another package than the library's package-private classes, and the JVM lets it
 * not even name them. This pass, after {@link AccessBridges} has taken care of their members, gives every value of such a
 * type the closest one that can be named, and tests, casts and makes arrays by the class as an object, a dynamic constant.
 */
final class EraseInaccessible {
    private static final Type OBJECT = Type.OBJECT;
    private static final MethodReference IS_INSTANCE =
            new MethodReference("java/lang/Class", "isInstance", "(Ljava/lang/Object;)Z");
    private static final MethodReference CAST =
            new MethodReference("java/lang/Class", "cast", "(Ljava/lang/Object;)Ljava/lang/Object;");
    private static final MethodReference NEW_ARRAY =
            new MethodReference("java/lang/reflect/Array", "newInstance", "(Ljava/lang/Class;[I)Ljava/lang/Object;");

    private final String location;
    private final Erasure erasure;
    private final FreshIds fresh;
    private final boolean isOwn;

    private EraseInaccessible(Function function, String location, Erasure erasure) {
        this.location = location;
        this.erasure = erasure;
        this.fresh = FreshIds.of(function);
        this.isOwn = function.isStatic();
    }

    /**
     * The function in the class {@code location}. A static method is called by nothing but code of that class, and what it
     * takes and returns is erased with the rest; other methods keep their descriptors, which an interface gives them.
     */
    static Function apply(Function function, String location, Erasure erasure) {
        EraseInaccessible run = new EraseInaccessible(function, location, erasure);
        List<Block> blocks = function.blocks().stream().map(run::erase).toList();
        return new Function(run.isOwn ? run.own(function.name()) : function.name(), function.isStatic(), blocks);
    }

    private MethodReference own(MethodReference method) {
        return new MethodReference(method.owner(), method.name(), erasure.ofMethod(method.descriptor()));
    }

    private Block erase(Block block) {
        List<Instruction> instructions = new ArrayList<>();
        block.instructions().forEach(each -> erase(each, instructions));
        Terminator end = block.terminator();
        List<Target> targets = end.targets().stream().map(this::erase).toList();
        List<Handler> handlers = block.handlers().stream()
                .map(each -> new Handler(
                        each.catchType() == null ? null : erasure.of(each.catchType()), erase(each.target())))
                .toList();
        return new Block(
                block.id(),
                erase(block.parameters()),
                instructions,
                end.with(erase(end.operands()), targets),
                handlers);
    }

    private Target erase(Target target) {
        return new Target(target.block(), erase(target.arguments()));
    }

    private List<Value> erase(List<Value> values) {
        return values.stream().map(this::erase).toList();
    }

    private Value erase(Value value) {
        return value == null ? null : new Value(value.id(), erasure.of(value.type()));
    }

    private void erase(Instruction instruction, List<Instruction> out) {
        Op op = instruction.op();
        if (op instanceof Op.CheckCast cast && !erasure.isNameable(cast.type())) {
            cast(instruction, cast.type(), out);
        } else if (op instanceof Op.InstanceOf test && !erasure.isNameable(test.type())) {
            Value type = classOf(test.type(), instruction.line(), out);
            Op call = new Op.Invoke(Op.InvokeKind.VIRTUAL, IS_INSTANCE, false);
            out.add(new Instruction(
                    instruction.result(), call, List.of(type, erase(instruction.operand(0))), instruction.line()));
        } else if (op instanceof Op.NewArray array && !erasure.isNameable(array.type())) {
            newArray(instruction, array.type(), out);
        } else {
            out.add(new Instruction(
                    erase(instruction.result()), erase(op), erase(instruction.operands()), instruction.line()));
        }
    }

    private void cast(Instruction instruction, Type type, List<Instruction> out) {
        int line = instruction.line();
        Value checked = fresh.value(OBJECT);
        Op call = new Op.Invoke(Op.InvokeKind.VIRTUAL, CAST, false);
        out.add(new Instruction(checked, call, List.of(classOf(type, line, out), erase(instruction.operand(0))), line));
        Op named = new Op.CheckCast(erasure.of(type));
        out.add(new Instruction(erase(instruction.result()), named, List.of(checked), line));
    }

    private void newArray(Instruction instruction, Type type, List<Instruction> out) {
        int line = instruction.line();
        List<Value> lengths = instruction.operands();
        Value dimensions = fresh.value(Type.INT.array());
        Type element = type;
        out.add(new Instruction(
                dimensions, new Op.NewArray(Type.INT.array()), List.of(literal(lengths.size(), line, out)), line));
        for (int i = 0; i < lengths.size(); i++) {
            Value index = literal(i, line, out);
            out.add(new Instruction(
                    null, new Op.ArrayStore(Type.INT), List.of(dimensions, index, lengths.get(i)), line));
            element = element.element();
        }
        Value made = fresh.value(OBJECT);
        Op call = new Op.Invoke(Op.InvokeKind.STATIC, NEW_ARRAY, false);
        out.add(new Instruction(made, call, List.of(classOf(element, line, out), dimensions), line));
        Op named = new Op.CheckCast(erasure.of(type));
        out.add(new Instruction(erase(instruction.result()), named, List.of(made), line));
    }

    private Value literal(int number, int line, List<Instruction> out) {
        Value value = fresh.value(Type.INT);
        out.add(new Instruction(value, new Op.Literal(new Constant.OfInt(number)), List.of(), line));
        return value;
    }

    private Value classOf(Type type, int line, List<Instruction> out) {
        Value value = fresh.value(Type.CLASS);
        out.add(new Instruction(value, new Op.Literal(erase(new Constant.OfClass(type))), List.of(), line));
        return value;
    }

    private Op erase(Op op) {
        if (op instanceof Op.Literal literal) {
            return new Op.Literal(erase(literal.constant()));
        }
        if (op instanceof Op.InvokeDynamic dynamic) {
            return new Op.InvokeDynamic(
                    dynamic.name(),
                    erasure.ofMethod(dynamic.descriptor()),
                    dynamic.bootstrap(),
                    dynamic.arguments().stream().map(this::erase).toList());
        }
        if (op instanceof Op.Invoke invoke
                && isOwn
                && invoke.kind() == Op.InvokeKind.STATIC
                && invoke.method().owner().equals(location)) {
            return new Op.Invoke(invoke.kind(), own(invoke.method()), invoke.ownerIsInterface());
        }
        return op;
    }

    private Constant erase(Constant constant) {
        return constant instanceof Constant.OfClass literal && !erasure.isNameable(literal.of())
                ? PrivateMembers.type(literal.of())
                : constant;
    }
}
