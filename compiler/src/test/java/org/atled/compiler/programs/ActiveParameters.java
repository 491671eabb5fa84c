package org.atled.compiler.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.atled.NoDerivative;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which parameters of a program are differentiated: numbers and arrays of numbers without {@link NoDerivative}, which
 * only the class file shows.
 */
final class ActiveParameters {
    private ActiveParameters() {}

    static List<Boolean> of(Method program) {
        List<AnnotationNode>[] annotations = read(program).visibleParameterAnnotations;
        List<Boolean> active = new ArrayList<>();
        for (Class<?> type : program.getParameterTypes()) {
            int index = active.size();
            active.add(isNumeric(type) && (annotations == null || !isConstant(annotations[index])));
        }
        return active;
    }

    private static boolean isNumeric(Class<?> type) {
        return type.isArray() ? isNumeric(type.getComponentType()) : type == double.class || type == float.class;
    }

    private static boolean isConstant(List<AnnotationNode> annotations) {
        return annotations != null
                && annotations.stream().anyMatch(each -> each.desc.equals(Type.getDescriptor(NoDerivative.class)));
    }

    private static MethodNode read(Method program) {
        Class<?> owner = program.getDeclaringClass();
        try (InputStream stream = owner.getResourceAsStream("/" + Type.getInternalName(owner) + ".class")) {
            ClassNode node = new ClassNode();
            new ClassReader(stream).accept(node, ClassReader.SKIP_CODE);
            return node.methods.stream()
                    .filter(method -> method.name.equals(program.getName())
                            && method.desc.equals(Type.getMethodDescriptor(program)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
