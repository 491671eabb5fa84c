package org.atled.compiler.bytecode;

import java.util.Optional;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** What code in a companion may use (JVMS 5.4.4): public members, those of its package, and all of its nest. */
final class Reach {
    private final ClassFiles classes;
    private final String location;
    private final String nestHost;

    Reach(ClassFiles classes, String location, String nestHost) {
        this.classes = classes;
        this.location = location;
        this.nestHost = nestHost;
    }

    /** Internal name of the class whose code this is about. */
    String location() {
        return location;
    }

    /** Whether code may call a method as it stands, that is with all types of its descriptor. */
    boolean canUse(MethodReference method) {
        if (method.owner().startsWith("[") || method.owner().equals(location)) {
            return true;
        }
        return canName(method.result()) && method.parameters().stream().allMatch(this::canName) && canCall(method);
    }

    private boolean canCall(MethodReference method) {
        return classes.find(method)
                .map(found -> canName(method.owner()) && canUse(found.owner().name, found.method().access))
                .orElse(true);
    }

    boolean canUse(FieldReference field) {
        return field.owner().equals(location) || canName(field.type()) && canAccess(field);
    }

    private boolean canAccess(FieldReference field) {
        // An interface's constants are public.
        return find(field)
                .map(found -> canName(field.owner()) && canUse(found.owner().name, found.field().access))
                .orElse(true);
    }

    /** Whether only a constructor, or an initializer, of another class can assign a field. */
    boolean isFinal(FieldReference field) {
        return !field.owner().equals(location)
                && find(field)
                        .filter(found -> (found.field().access & Opcodes.ACC_FINAL) != 0)
                        .isPresent();
    }

    private record Declared(ClassNode owner, FieldNode field) {}

    private Optional<Declared> find(FieldReference field) {
        Optional<ClassNode> owner = classes.node(field.owner());
        while (owner.isPresent()) {
            ClassNode node = owner.get();
            for (FieldNode found : node.fields) {
                if (found.name.equals(field.name())
                        && found.desc.equals(field.type().descriptor())) {
                    return Optional.of(new Declared(node, found));
                }
            }
            owner = node.superName == null ? Optional.empty() : classes.node(node.superName);
        }
        return Optional.empty();
    }

    /** Whether code may name a type at all. */
    boolean canName(Type type) {
        Type leaf = type.leaf();
        return !leaf.isReference() || leaf.equals(Type.NULL) || canName(leaf.internalName());
    }

    /** What a class or interface that cannot be named extends. */
    Type superclass(Type type) {
        String superclass = classes.node(type.internalName()).orElseThrow().superName;
        return superclass == null ? Type.OBJECT : Type.object(superclass);
    }

    private boolean canName(String internalName) {
        return classes.node(internalName)
                .map(node -> (node.access & Opcodes.ACC_PUBLIC) != 0 || isSamePackage(internalName))
                .orElse(true);
    }

    private boolean canUse(String declaring, int access) {
        if ((access & Opcodes.ACC_PUBLIC) != 0) {
            return true;
        }
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            return hasNests(declaring)
                    && NestMembership.hostOf(classes, declaring).equals(nestHost);
        }
        return isSamePackage(declaring);
    }

    /** Nests came with Java 11; before, private members are the class's own (JEP 181). */
    private boolean hasNests(String internalName) {
        return classes.node(internalName)
                .filter(node -> (node.version & 0xFFFF) >= Opcodes.V11)
                .isPresent();
    }

    private boolean isSamePackage(String other) {
        return packageOf(other).equals(packageOf(location));
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }
}
