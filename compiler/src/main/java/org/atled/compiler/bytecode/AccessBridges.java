package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
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
 * constant that {@code org.atled.runtime.PrivateMembers} resolves. No class but the annotated one is touched.
 */
final class AccessBridges {
    private static final String MEMBERS = "org/atled/runtime/PrivateMembers";
    private static final String BOOTSTRAP =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                    + "Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;";
    private static final Type HANDLE = Type.object("java/lang/invoke/MethodHandle");

    private final Reach reach;
    private final FreshIds fresh;
    /** Objects whose creation and constructor call become one call. */
    private final Set<Value> made;

    private AccessBridges(Reach reach, FreshIds fresh, Set<Value> made) {
        this.reach = reach;
        this.fresh = fresh;
        this.made = made;
    }

    static Function apply(Function function, Reach reach) {
        AccessBridges bridges = new AccessBridges(reach, FreshIds.of(function), made(function, reach));
        List<Block> blocks = function.blocks().stream().map(bridges::bridge).toList();
        return new Function(function.name(), function.isStatic(), blocks);
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
            List<Type> receiver =
                    get.isStatic() ? List.of() : List.of(Type.object(get.field().owner()));
            String descriptor = Type.methodDescriptor(receiver, get.field().type());
            String kind = get.isStatic() ? "staticGetter" : "getter";
            call(kind, get.field().owner(), get.field().name(), descriptor, instruction, out);
        } else if (op instanceof Op.PutField put && !reach.canUse(put.field())) {
            List<Type> parameters = new ArrayList<>();
            if (!put.isStatic()) {
                parameters.add(Type.object(put.field().owner()));
            }
            parameters.add(put.field().type());
            String descriptor = Type.methodDescriptor(parameters, Type.VOID);
            String kind = put.isStatic() ? "staticSetter" : "setter";
            call(kind, put.field().owner(), put.field().name(), descriptor, instruction, out);
        } else if (op instanceof Op.New && made.contains(instruction.result())) {
            return;
        } else if (Creation.isConstructor(instruction) && made.contains(instruction.operand(0))) {
            construct((Op.Invoke) op, instruction, out);
        } else if (op instanceof Op.Invoke invoke
                && !reach.canUse(invoke.method())
                && !invoke.method().name().equals("<init>")) {
            invoke(invoke, instruction, out);
        } else if (op instanceof Op.Create creation && !reach.canUse(creation.constructor())) {
            MethodReference constructor = creation.constructor();
            String descriptor = Type.methodDescriptor(constructor.parameters(), Type.object(constructor.owner()));
            call("constructor", constructor.owner(), "new", descriptor, instruction, out);
        } else {
            out.add(instruction);
        }
    }

    private void invoke(Op.Invoke invoke, Instruction instruction, List<Instruction> out) {
        MethodReference method = invoke.method();
        if (invoke.kind() == InvokeKind.STATIC) {
            call("staticMethod", method.owner(), method.name(), method.descriptor(), instruction, out);
        } else {
            List<Type> parameters = new ArrayList<>(List.of(Type.object(method.owner())));
            parameters.addAll(method.parameters());
            String descriptor = Type.methodDescriptor(parameters, method.result());
            call("method", method.owner(), method.name(), descriptor, instruction, out);
        }
    }

    private void construct(Op.Invoke constructor, Instruction instruction, List<Instruction> out) {
        MethodReference method = constructor.method();
        String descriptor = Type.methodDescriptor(method.parameters(), Type.object(method.owner()));
        List<Value> arguments =
                instruction.operands().subList(1, instruction.operands().size());
        Instruction creation = new Instruction(instruction.operand(0), constructor, arguments, instruction.line());
        call("constructor", method.owner(), "new", descriptor, creation, out);
    }

    private void call(
            String kind, String owner, String name, String type, Instruction instruction, List<Instruction> out) {
        Constant.Handle bootstrap = new Constant.Handle(6, MEMBERS, kind, BOOTSTRAP, false);
        Constant handle = new Constant.Dynamic(
                name,
                HANDLE.descriptor(),
                bootstrap,
                List.of(new Constant.OfString(owner.replace('/', '.')), new Constant.OfMethodType(type)));
        Value target = fresh.value(HANDLE);
        out.add(new Instruction(target, new Op.Literal(handle), List.of(), instruction.line()));
        List<Value> operands = new ArrayList<>(List.of(target));
        operands.addAll(instruction.operands());
        MethodReference invokeExact = new MethodReference(HANDLE.internalName(), "invokeExact", type);
        Op call = new Op.Invoke(InvokeKind.VIRTUAL, invokeExact, false);
        out.add(new Instruction(instruction.result(), call, operands, instruction.line()));
    }
}
