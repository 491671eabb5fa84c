package org.atled.compiler.ir.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/** What operations of each class's code have been linked to, once for all as on the JVM. */
final class Links {
    private final Classes classes;
    private final Map<String, Linker> linkers = new HashMap<>();
    private final Map<Site, Linked> linked = new HashMap<>();
    private final Map<Site, Object> constants = new HashMap<>();

    /** An operation in the code of a class. */
    private record Site(String owner, Op op) {}

    Links(Classes classes) {
        this.classes = classes;
    }

    Object constant(String owner, Op.Literal literal) {
        Linker linker = linkerOf(owner);
        if (literal.constant().isPure()) {
            return linker.constant(literal.constant());
        }
        Site site = new Site(owner, literal);
        if (!constants.containsKey(site)) {
            constants.put(site, linker.constant(literal.constant()));
        }
        return constants.get(site);
    }

    /** The code behind a field access or a call. */
    Linked code(String owner, Op op) {
        Site site = new Site(owner, op);
        Linked known = linked.get(site);
        if (known == null) {
            known = link(linkerOf(owner), op);
            linked.put(site, known);
        }
        return known;
    }

    private static Linked link(Linker linker, Op op) {
        if (op instanceof Op.GetField read) {
            FieldReference field = read.field();
            return new Linked(
                    linker.getter(field, read.isStatic()), parameters(!read.isStatic(), List.of()), field.type());
        } else if (op instanceof Op.PutField write) {
            FieldReference field = write.field();
            List<Type> parameters = parameters(!write.isStatic(), List.of(field.type()));
            return new Linked(linker.setter(field, write.isStatic()), parameters, Type.VOID);
        } else if (op instanceof Op.InvokeDynamic call) {
            MethodReference type = new MethodReference("", call.name(), call.descriptor());
            return new Linked(linker.callSite(call), type.parameters(), type.result());
        } else if (op instanceof Op.Create creation) {
            return new Linked(linker.blank(creation), List.of(), Type.OBJECT);
        }
        Op.Invoke call = (Op.Invoke) op;
        boolean hasReceiver = call.kind() != Op.InvokeKind.STATIC && !isConstructor(call);
        List<Type> parameters = parameters(hasReceiver, call.method().parameters());
        return new Linked(linker.method(call), parameters, call.method().result());
    }

    static boolean isConstructor(Op.Invoke call) {
        return call.method().name().equals("<init>");
    }

    private static List<Type> parameters(boolean hasReceiver, List<Type> declared) {
        List<Type> parameters = new ArrayList<>(hasReceiver ? List.of(Type.OBJECT) : List.of());
        parameters.addAll(declared);
        return parameters;
    }

    private Linker linkerOf(String owner) {
        return linkers.computeIfAbsent(owner, name -> new Linker(classes, name));
    }
}
