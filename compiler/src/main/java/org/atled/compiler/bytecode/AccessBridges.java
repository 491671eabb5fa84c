package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Op.InvokeKind;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Derivative code of a helper class lives in the companion of the class that calls it, where the helper's private tables
 * and methods are out of reach. This pass, the last before lowering, goes through a method handle for those: a dynamic
 * constant that {@code org.atled.runtime.PrivateMembers} resolves. So does it where a member can be used, but has a type
 * in its signature that cannot be named. No class but the annotated one is touched.
 */
final class AccessBridges {
    private final Reach reach;
    private final Erasure erasure;
    private final FreshIds fresh;
    /** Objects whose creation and constructor call become one call. */
    private final Set<Value> made;

    private AccessBridges(Reach reach, Erasure erasure, FreshIds fresh, Set<Value> made) {
        this.reach = reach;
        this.erasure = erasure;
        this.fresh = fresh;
        this.made = made;
    }

    /** The function as a method of the class that {@code reach} is that of; its own descriptor may change. */
    static Function apply(Function function, Reach reach) {
        Erasure erasure = new Erasure(reach);
        AccessBridges bridges = new AccessBridges(reach, erasure, FreshIds.of(function), made(function, reach));
        List<Block> blocks = function.blocks().stream().map(bridges::bridge).toList();
        Function bridged = new Function(function.name(), function.isStatic(), blocks);
        return EraseInaccessible.apply(bridged, reach.location(), erasure);
    }

    /** Objects with a constructor that is out of reach, where one block creates and constructs them. */
    private static Set<Value> made(Function function, Reach reach) {
        Set<Value> made = new HashSet<>();
        for (Block block : function.blocks()) {
            Set<Value> created = new HashSet<>();
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.New) {
                    created.add(instruction.result());
                } else if (Creation.isConstructor(instruction)
                        && created.contains(instruction.operand(0))
                        && !reach.canUse(((Op.Invoke) instruction.op()).method())) {
                    made.add(instruction.operand(0));
                }
            }
        }
        return made;
    }

    private Block bridge(Block block) {
        List<Instruction> instructions = new ArrayList<>();
        for (Instruction instruction : block.instructions()) {
            bridge(instruction, instructions);
        }
        return new Block(block.id(), block.parameters(), instructions, block.terminator(), block.handlers());
    }

    private void bridge(Instruction instruction, List<Instruction> out) {
        Op op = instruction.op();
        if (op instanceof Op.GetField get && !reach.canUse(get.field())) {
            String descriptor = Type.methodDescriptor(
                    receiver(get.field(), get.isStatic()), get.field().type());
            call(get.isStatic() ? "staticGetter" : "getter", get.field(), descriptor, instruction, out);
        } else if (op instanceof Op.PutField put && reach.isFinal(put.field())) {
            String descriptor = setter(put);
            call("finalSetter", put.field(), descriptor, instruction, out);
        } else if (op instanceof Op.PutField put && !reach.canUse(put.field())) {
            String descriptor = setter(put);
            call(put.isStatic() ? "staticSetter" : "setter", put.field(), descriptor, instruction, out);
        } else if (op instanceof Op.New && made.contains(instruction.result())) {
            return;
        } else if (Creation.isConstructor(instruction) && made.contains(instruction.operand(0))) {
            construct((Op.Invoke) op, instruction, out);
        } else if (op instanceof Op.Invoke invoke && isBridged(invoke)) {
            invoke(invoke, instruction, out);
        } else if (op instanceof Op.Create creation && creation.isBlank()) {
            blank(creation.constructor().owner(), instruction, out);
        } else if (op instanceof Op.Create creation && !reach.canUse(creation.constructor())) {
            create(creation.constructor(), instruction, out);
        } else {
            out.add(instruction);
        }
    }

    /** A call of {@code super} is allowed only where it has been written, whoever else may call the method. */
    private boolean isBridged(Op.Invoke invoke) {
        MethodReference method = invoke.method();
        boolean isSuper = invoke.kind() == InvokeKind.SPECIAL && !method.owner().equals(reach.location());
        return !method.name().equals("<init>") && (isSuper || !reach.canUse(method));
    }

    private static String setter(Op.PutField put) {
        List<Type> parameters = new ArrayList<>(receiver(put.field(), put.isStatic()));
        parameters.add(put.field().type());
        return Type.methodDescriptor(parameters, Type.VOID);
    }

    private static List<Type> receiver(FieldReference field, boolean isStatic) {
        return isStatic ? List.of() : List.of(Type.object(field.owner()));
    }

    private void invoke(Op.Invoke invoke, Instruction instruction, List<Instruction> out) {
        MethodReference method = invoke.method();
        if (invoke.kind() == InvokeKind.STATIC) {
            call("staticMethod", method, method.descriptor(), instruction, out);
            return;
        }
        List<Type> parameters = new ArrayList<>(List.of(Type.ofClassEntry(method.owner())));
        parameters.addAll(method.parameters());
        String descriptor = Type.methodDescriptor(parameters, method.result());
        Type caller = instruction.operand(0).type();
        boolean isClosed = isOfJdk(method.owner()) && !isOfJdk(caller.internalName());
        if (invoke.kind() != InvokeKind.SPECIAL) {
            call("method", method, descriptor, instruction, out);
        } else if (isClosed) {
            superMethod(caller, method, erasure.ofMethod(descriptor), instruction, out);
        } else {
            call("exactMethod", method, descriptor, instruction, out);
        }
    }

    private static boolean isOfJdk(String internalName) {
        return internalName.startsWith("java/");
    }

    /** No handle is made inside the JDK: it is made in the class of {@code this}, as whose own call it counts. */
    private void superMethod(
            Type caller, MethodReference method, String called, Instruction instruction, List<Instruction> out) {
        call(PrivateMembers.superMethod(caller.internalName(), method, called), called, instruction, out);
    }

    private void construct(Op.Invoke constructor, Instruction instruction, List<Instruction> out) {
        List<Value> arguments =
                instruction.operands().subList(1, instruction.operands().size());
        create(
                constructor.method(),
                new Instruction(instruction.operand(0), constructor, arguments, instruction.line()),
                out);
    }

    private void blank(String owner, Instruction instruction, List<Instruction> out) {
        String descriptor = Type.methodDescriptor(List.of(), Type.object(owner));
        Instruction creation = new Instruction(instruction.result(), instruction.op(), List.of(), instruction.line());
        call("blank", new MethodReference(owner, "new", descriptor), descriptor, creation, out);
    }

    private void create(MethodReference constructor, Instruction instruction, List<Instruction> out) {
        String descriptor = Type.methodDescriptor(constructor.parameters(), Type.object(constructor.owner()));
        MethodReference named = new MethodReference(constructor.owner(), "new", constructor.descriptor());
        call("constructor", named, descriptor, instruction, out);
    }

    private void call(
            String kind, FieldReference field, String descriptor, Instruction instruction, List<Instruction> out) {
        String called = erasure.ofMethod(descriptor);
        String declared = field.type().descriptor();
        call(PrivateMembers.handle(kind, field.owner(), field.name(), declared, called), called, instruction, out);
    }

    private void call(
            String kind, MethodReference method, String descriptor, Instruction instruction, List<Instruction> out) {
        String called = erasure.ofMethod(descriptor);
        Constant handle = PrivateMembers.handle(kind, method.owner(), method.name(), method.descriptor(), called);
        call(handle, called, instruction, out);
    }

    private void call(Constant handle, String called, Instruction instruction, List<Instruction> out) {
        Value target = fresh.value(PrivateMembers.HANDLE);
        out.add(new Instruction(target, new Op.Literal(handle), List.of(), instruction.line()));
        List<Value> operands = new ArrayList<>(List.of(target));
        operands.addAll(instruction.operands());
        MethodReference invokeExact = new MethodReference(PrivateMembers.HANDLE.internalName(), "invokeExact", called);
        Op call = new Op.Invoke(InvokeKind.VIRTUAL, invokeExact, false);
        out.add(new Instruction(instruction.result(), call, operands, instruction.line()));
    }
}
