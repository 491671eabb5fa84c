package org.atled.compiler.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The types of the objects that something may lead to: as it is declared, as the fields of such objects are, and so on.
 * Type arguments count, so that a {@code Map<String, Law>} holds laws. What is declared without any may hold everything,
 * which {@code java/lang/Object} stands for.
 */
final class HeldTypes {
    private static final String OBJECT = "java/lang/Object";

    private final ClassFiles files;
    private final Set<String> types = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private HeldTypes(ClassFiles files) {
        this.files = files;
    }

    /** Internal names of what the arguments of a method lead to, the receiver among them. */
    static Set<String> ofArguments(MethodReference method, ClassFiles files) {
        HeldTypes held = new HeldTypes(files);
        if (!files.isStatic(method)) {
            held.add(method.owner());
        }
        Optional<String> signature = files.find(method).map(found -> found.method().signature);
        if (signature.isPresent()) {
            held.read(signature.get());
        } else {
            method.parameters().forEach(held::addDeclared);
        }
        return held.close();
    }

    /** The same of what is in a field. */
    static Set<String> of(FieldReference field, ClassFiles files) {
        HeldTypes held = new HeldTypes(files);
        Optional<FieldNode> declared = files.node(field.owner()).stream()
                .flatMap(node -> node.fields.stream())
                .filter(each -> each.name.equals(field.name()))
                .findFirst();
        if (declared.isPresent()) {
            held.add(declared.get());
        } else {
            held.addDeclared(field.type());
        }
        return held.close();
    }

    /** The same of an object of a class. */
    static Set<String> of(String internalName, ClassFiles files) {
        HeldTypes held = new HeldTypes(files);
        held.addFields(internalName);
        return held.close();
    }

    private Set<String> close() {
        while (!open.isEmpty()) {
            String next = open.poll();
            files.concreteSubtypes(Type.object(next)).forEach(this::add);
            addFields(next);
        }
        return types;
    }

    private void add(String internalName) {
        if (types.add(internalName) && !isOfJdk(internalName)) {
            open.add(internalName);
        }
    }

    private static boolean isOfJdk(String internalName) {
        return internalName.startsWith("java/") || internalName.startsWith("jdk/");
    }

    private void addFields(String internalName) {
        Optional<ClassNode> node = files.node(internalName);
        node.ifPresent(found -> {
            found.fields.stream()
                    .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
                    .forEach(this::add);
            if (found.signature != null) {
                read(found.signature);
            }
            if (found.superName != null && !isOfJdk(found.superName)) {
                addFields(found.superName);
            }
        });
    }

    private void add(FieldNode field) {
        if (field.signature != null) {
            read(field.signature);
        } else {
            addDeclared(new Type(field.desc));
        }
    }

    private void addDeclared(Type type) {
        Type leaf = type.leaf();
        if (leaf.isReference()) {
            addDeclared(leaf.internalName(), false);
        }
    }

    private void addDeclared(String internalName, boolean hasArguments) {
        boolean isGeneric = files.node(internalName)
                .filter(node -> node.signature != null && node.signature.startsWith("<"))
                .isPresent();
        add(isGeneric && !hasArguments || internalName.equals("java/io/Serializable") ? OBJECT : internalName);
    }

    private void read(String signature) {
        new SignatureReader(signature).accept(new Reader());
    }

    /** Bounds of a class's own type parameters say nothing: what they stand for is said where the class is used. */
    private final class Reader extends SignatureVisitor {
        private String type;
        private boolean hasArguments;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public SignatureVisitor visitReturnType() {
            return new SignatureVisitor(api) {};
        }

        @Override
        public SignatureVisitor visitClassBound() {
            return new SignatureVisitor(api) {};
        }

        @Override
        public SignatureVisitor visitParameterType() {
            return new Reader();
        }

        @Override
        public void visitClassType(String name) {
            type = name;
            hasArguments = false;
        }

        @Override
        public void visitInnerClassType(String name) {
            type += "$" + name;
        }

        @Override
        public void visitTypeArgument() {
            hasArguments = true;
            add(OBJECT);
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            hasArguments = true;
            return new Reader();
        }

        @Override
        public void visitEnd() {
            addDeclared(type, hasArguments);
        }
    }
}
