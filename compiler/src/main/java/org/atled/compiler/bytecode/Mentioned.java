package org.atled.compiler.bytecode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/** Collects the classes that the code of a function names: those the JVM may look for when it runs it. */
final class Mentioned {
    private final Set<String> names = new LinkedHashSet<>();

    private Mentioned() {}

    /** Internal names, in the order in which they come. */
    static Set<String> in(Function function) {
        Mentioned mentioned = new Mentioned();
        mentioned.add(function.name());
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.instructions()) {
                mentioned.add(instruction.op());
            }
            for (Handler handler : block.handlers()) {
                if (handler.catchType() != null) {
                    mentioned.add(handler.catchType());
                }
            }
        }
        return mentioned.names;
    }

    private void add(Op op) {
        if (op instanceof Op.Create creation) {
            add(creation.constructor());
        } else if (op instanceof Op.New creation) {
            add(creation.type());
        } else if (op instanceof Op.NewArray creation) {
            add(creation.type());
        } else if (op instanceof Op.CheckCast cast) {
            add(cast.type());
        } else if (op instanceof Op.InstanceOf test) {
            add(test.type());
        } else if (op instanceof Op.GetField get) {
            add(get.field());
        } else if (op instanceof Op.PutField put) {
            add(put.field());
        } else if (op instanceof Op.Invoke invoke) {
            add(invoke.method());
        } else if (op instanceof Op.InvokeDynamic call) {
            addDescriptor(call.descriptor());
            add(call.bootstrap());
            addAll(call.arguments());
        } else if (op instanceof Op.Literal literal) {
            add(literal.constant());
        }
    }

    private void add(Constant constant) {
        if (constant instanceof Constant.OfClass literal) {
            add(literal.of());
        } else if (constant instanceof Constant.OfMethodType literal) {
            addDescriptor(literal.descriptor());
        } else if (constant instanceof Constant.Handle handle) {
            add(Type.ofClassEntry(handle.owner()));
            if (handle.descriptor().startsWith("(")) {
                addDescriptor(handle.descriptor());
            } else {
                add(new Type(handle.descriptor()));
            }
        } else if (constant instanceof Constant.Dynamic dynamic) {
            add(new Type(dynamic.descriptor()));
            add(dynamic.bootstrap());
            addAll(dynamic.arguments());
        }
    }

    private void addAll(List<Constant> constants) {
        constants.forEach(this::add);
    }

    private void add(FieldReference field) {
        add(Type.ofClassEntry(field.owner()));
        add(field.type());
    }

    private void add(MethodReference method) {
        add(Type.ofClassEntry(method.owner()));
        addDescriptor(method.descriptor());
    }

    private void addDescriptor(String descriptor) {
        Type.parametersOf(descriptor).forEach(this::add);
        add(Type.resultOf(descriptor));
    }

    private void add(Type type) {
        Type leaf = type.leaf();
        if (leaf.isReference()) {
            names.add(leaf.internalName());
        }
    }
}
