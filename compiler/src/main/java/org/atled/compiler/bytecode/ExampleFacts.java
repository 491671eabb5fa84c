package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a class file says of differentiable methods and of examples of their arguments.
 *
 * @param differentiable its differentiable methods
 * @param given its methods annotated {@code @ExampleInput}, differentiable or not
 */
public record ExampleFacts(ClassFacts facts, List<Method> differentiable, List<Example> given) {
    private static final String DIFFERENTIABLE = "Lorg/atled/Differentiable;";
    private static final String EXAMPLE = "Lorg/atled/ExampleInput;";

    /**
     * A method.
     *
     * @param names of its parameters, for an instance method {@code this} first; empty if the class file has none
     * @param line the first of its body, 0 if unknown
     */
    public record Method(String name, String descriptor, boolean isStatic, List<String> names, int line) {
        /** As Java writes it, {@code loss(double[], int)}. */
        public String signature() {
            List<String> types = Type.parametersOf(descriptor).stream()
                    .map(type -> type.toString().replace('$', '.'))
                    .map(type -> type.substring(type.lastIndexOf('.') + 1))
                    .toList();
            return name + "(" + String.join(", ", types) + ")";
        }
    }

    /**
     * A method annotated {@code @ExampleInput}.
     *
     * @param literals the arguments as texts
     * @param of as annotated, empty if not
     * @param in internal name of the class, empty if not annotated
     */
    public record Example(
            Method method,
            boolean isDifferentiable,
            boolean isPrivate,
            Optional<List<String>> literals,
            String of,
            Optional<String> in) {}

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException as {@link ClassFacts#of} does
     */
    public static ExampleFacts of(byte[] classFile) {
        ClassFacts facts = ClassFacts.of(classFile);
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        List<Method> differentiable = new ArrayList<>();
        List<Example> given = new ArrayList<>();
        for (MethodNode method : node.methods) {
            boolean isDifferentiable = annotation(method, DIFFERENTIABLE).isPresent();
            if (isDifferentiable) {
                differentiable.add(method(method));
            }
            annotation(method, EXAMPLE).ifPresent(example -> given.add(example(method, isDifferentiable, example)));
        }
        return new ExampleFacts(facts, List.copyOf(differentiable), List.copyOf(given));
    }

    private static Optional<AnnotationNode> annotation(MethodNode method, String descriptor) {
        return Stream.of(method.invisibleAnnotations, method.visibleAnnotations)
                .filter(list -> list != null)
                .flatMap(List::stream)
                .filter(each -> each.desc.equals(descriptor))
                .findFirst();
    }

    private static Method method(MethodNode node) {
        boolean isStatic = (node.access & Opcodes.ACC_STATIC) != 0;
        List<String> names = new ArrayList<>();
        if (!isStatic) {
            names.add("this");
        }
        for (int i = 0; i < Type.parametersOf(node.desc).size(); i++) {
            ParameterNames.of(node, i).ifPresent(names::add);
        }
        int line = 0;
        for (var instruction : node.instructions) {
            if (line == 0 && instruction instanceof LineNumberNode number) {
                line = number.line;
            }
        }
        return new Method(node.name, node.desc, isStatic, List.copyOf(names), line);
    }

    private static Example example(MethodNode method, boolean isDifferentiable, AnnotationNode annotation) {
        return new Example(
                method(method),
                isDifferentiable,
                (method.access & Opcodes.ACC_PRIVATE) != 0,
                value(annotation, "value")
                        .map(list -> ((List<?>) list)
                                .stream().map(String.class::cast).toList()),
                value(annotation, "of").map(String.class::cast).orElse(""),
                value(annotation, "in").map(type -> ((org.objectweb.asm.Type) type).getInternalName()));
    }

    private static Optional<Object> value(AnnotationNode annotation, String element) {
        for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals(element)) {
                return Optional.of(annotation.values.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
