package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a class file declares: its annotations, and its methods with the names of their parameters.
 *
 * @param name internal name
 * @param annotations by descriptor
 * @param methods without synthetic ones and initializers, in the order of the file
 */
public record ClassOutline(String name, boolean isPublic, Map<String, Annotation> annotations, List<Method> methods) {
    public ClassOutline {
        annotations = Map.copyOf(annotations);
        methods = List.copyOf(methods);
    }

    /**
     * The elements given in an annotation.
     *
     * @param values texts, numbers, {@link Type}s for classes, lists for arrays
     */
    public record Annotation(Map<String, Object> values) {
        /** The elements of an array, or the one that is given. */
        public List<Object> list(String element) {
            Object value = values.get(element);
            return value == null ? List.of() : value instanceof List<?> list ? List.copyOf(list) : List.of(value);
        }
    }

    /**
     * A method.
     *
     * @param parameters names of all parameters; empty if the class file does not tell them
     */
    public record Method(
            MethodReference reference,
            Access access,
            Optional<List<String>> parameters,
            Map<String, Annotation> annotations) {
        /** The modifiers that matter to a caller. */
        public record Access(boolean isPublic, boolean isPrivate, boolean isStatic, boolean isAbstract) {}

        /** One of its annotations. */
        public Optional<Annotation> annotation(Class<?> type) {
            return Optional.ofNullable(annotations.get(type.descriptorString()));
        }
    }

    /** One of its annotations. */
    public Optional<Annotation> annotation(Class<?> type) {
        return Optional.ofNullable(annotations.get(type.descriptorString()));
    }

    /**
     * Reads a class file.
     *
     * @param internalName for messages
     * @throws UnreadableClassException if it is none, or of a later Java than is supported
     */
    public static ClassOutline of(String internalName, byte[] classFile) {
        ClassNode node = new ClassNode();
        ClassFiles.reader(internalName, classFile).accept(node, ClassReader.SKIP_FRAMES);
        List<Method> methods = node.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                .filter(method -> !method.name.startsWith("<"))
                .map(method -> method(node.name, method))
                .toList();
        boolean isPublic = (node.access & Opcodes.ACC_PUBLIC) != 0;
        return new ClassOutline(node.name, isPublic, annotations(node.visibleAnnotations), methods);
    }

    private static Method method(String owner, MethodNode node) {
        Method.Access access = new Method.Access(
                (node.access & Opcodes.ACC_PUBLIC) != 0,
                (node.access & Opcodes.ACC_PRIVATE) != 0,
                (node.access & Opcodes.ACC_STATIC) != 0,
                (node.access & Opcodes.ACC_ABSTRACT) != 0);
        return new Method(
                new MethodReference(owner, node.name, node.desc),
                access,
                names(node),
                annotations(node.visibleAnnotations));
    }

    private static Optional<List<String>> names(MethodNode node) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Type.parametersOf(node.desc).size(); i++) {
            Optional<String> name = ParameterNames.of(node, i);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(List.copyOf(names));
    }

    private static Map<String, Annotation> annotations(List<AnnotationNode> nodes) {
        Map<String, Annotation> annotations = new HashMap<>();
        Stream.ofNullable(nodes).flatMap(List::stream).forEach(node -> annotations.put(node.desc, annotation(node)));
        return Map.copyOf(annotations);
    }

    private static Annotation annotation(AnnotationNode node) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; node.values != null && i < node.values.size(); i += 2) {
            values.put((String) node.values.get(i), value(node.values.get(i + 1)));
        }
        return new Annotation(Map.copyOf(values));
    }

    private static Object value(Object value) {
        if (value instanceof org.objectweb.asm.Type type) {
            return new Type(type.getDescriptor());
        }
        return value instanceof List<?> list
                ? list.stream().map(ClassOutline::value).toList()
                : value;
    }
}
