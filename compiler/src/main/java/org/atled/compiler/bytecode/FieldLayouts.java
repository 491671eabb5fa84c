package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Where shadows keep the instance fields of a class: superclasses first, within a class in the order of the names, numbers
 * and references apart. {@code org.atled.runtime.Layout} orders them the same way at run time. Thread-safe.
 */
public final class FieldLayouts {
    private static final String NO_DERIVATIVE = "Lorg/atled/NoDerivative;";

    private final ClassFiles classes;
    private final Map<String, List<Field>> fields = new ConcurrentHashMap<>();

    FieldLayouts(ClassFiles classes) {
        this.classes = classes;
    }

    /**
     * One instance field.
     *
     * @param owner internal name of the declaring class
     * @param index among the floating-point fields, or among the references; −1 for others
     * @param isConstant whether it is annotated {@code @NoDerivative}
     */
    public record Field(String owner, String name, Type type, int index, boolean isConstant) {}

    /** All instance fields of a class, inherited ones first; none for a class of the JDK or an unknown one. */
    public List<Field> of(String internalName) {
        List<Field> known = fields.get(internalName);
        if (known == null) {
            known = read(internalName);
            fields.put(internalName, known);
        }
        return known;
    }

    /** The field that a reference to it resolves to. */
    public Optional<Field> find(String owner, String name, Type type) {
        List<Field> all = of(owner);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).name().equals(name) && all.get(i).type().equals(type)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private List<Field> read(String internalName) {
        Optional<ClassNode> node = internalName.startsWith("java/") ? Optional.empty() : classes.node(internalName);
        if (node.isEmpty()) {
            return List.of();
        }
        List<Field> all = new ArrayList<>(of(node.get().superName));
        int numbers = count(all, true);
        int references = count(all, false);
        List<FieldNode> own = new ArrayList<>(node.get().fields);
        own.removeIf(field -> (field.access & Opcodes.ACC_STATIC) != 0);
        own.sort(Comparator.comparing(field -> field.name));
        for (FieldNode field : own) {
            Type type = new Type(field.desc);
            int index = type.isFloating() ? numbers++ : type.isReference() ? references++ : -1;
            all.add(new Field(internalName, field.name, type, index, isConstant(field)));
        }
        return List.copyOf(all);
    }

    /** How many fields there are of one kind: floating-point ones, or references. */
    public static int count(List<Field> fields, boolean numbers) {
        return (int) fields.stream()
                .filter(field ->
                        numbers ? field.type().isFloating() : field.type().isReference())
                .count();
    }

    private static boolean isConstant(FieldNode field) {
        return contains(field.invisibleAnnotations) || contains(field.visibleAnnotations);
    }

    private static boolean contains(List<org.objectweb.asm.tree.AnnotationNode> annotations) {
        return annotations != null && annotations.stream().anyMatch(each -> each.desc.equals(NO_DERIVATIVE));
    }
}
