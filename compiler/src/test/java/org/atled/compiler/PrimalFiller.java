package org.atled.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Stands in for the differentiator where only the handling of classes is tested: it fills every core with a call of the
 * primal, private or not, and admits the companion to the nest. A primal called {@code impossible} is an error, one
 * called {@code bug} makes it fail.
 *
 * <p>It can make a core pass its argument through classes of lambdas, which give it back as it is.
 */
public final class PrimalFiller {
    private final List<String> filled = new ArrayList<>();
    private int lambdas;

    /** The companions filled so far. */
    public List<String> filled() {
        return filled;
    }

    /** Has each companion filled from now on come with this many classes of lambdas. */
    public PrimalFiller withLambdas(int count) {
        lambdas = count;
        return this;
    }

    /** The name of one of them. */
    public static String lambda(String companion, int index) {
        return companion + "$Lambda$Decay$loss$" + index;
    }

    public Differentiated fill(ClassSource classes, String companion) {
        filled.add(companion);
        ClassNode node = read(classes, companion);
        String of = value(node.visibleAnnotations, "of").replace('.', '/');
        ClassNode user = read(classes, of);
        String host = user.nestHostClass == null ? of : user.nestHostClass;
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (MethodNode method : node.methods) {
            if (method.visibleAnnotations != null) {
                String primal = value(method.visibleAnnotations, "method");
                if (primal.equals("bug")) {
                    throw new IllegalArgumentException("block 7 has no predecessor");
                }
                if (primal.equals("impossible")) {
                    diagnostics.add(new Diagnostic(
                            Diagnostic.Severity.ERROR,
                            "AtledTest",
                            of + ".java",
                            5,
                            primal + " is impossible. Rename it.",
                            List.of(of.replace('/', '.') + "." + primal + " (" + user.sourceFile + ":5)")));
                }
                fill(method, of, primal, companion);
            }
        }
        if (!diagnostics.isEmpty()) {
            return new Differentiated(Map.of(), Set.copyOf(List.of(companion, of, host)), diagnostics);
        }
        Map<String, byte[]> output = new TreeMap<>();
        node.nestHostClass = host;
        output.put(companion, write(node));
        for (int i = 0; i < lambdas; i++) {
            output.put(lambda(companion, i), lambdaClass(lambda(companion, i)));
        }
        ClassNode hostNode = read(classes, host);
        if (hostNode.nestMembers == null || !hostNode.nestMembers.contains(companion)) {
            hostNode.visitNestMember(companion);
            output.put(host, write(hostNode));
        }
        return new Differentiated(output, Set.copyOf(List.of(companion, of, host, "java/lang/Math")), List.of());
    }

    private static byte[] lambdaClass(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, "java/lang/Object", new String[0]);
        MethodVisitor pass = writer.visitMethod(Opcodes.ACC_STATIC, "pass", "(D)D", null, null);
        pass.visitCode();
        pass.visitVarInsn(Opcodes.DLOAD, 0);
        pass.visitInsn(Opcodes.DRETURN);
        pass.visitMaxs(0, 0);
        pass.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void fill(MethodNode method, String owner, String primal, String companion) {
        method.instructions.clear();
        int slot = 0;
        for (Type type : Type.getArgumentTypes(method.desc)) {
            method.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
            slot += type.getSize();
        }
        for (int i = 0; i < lambdas; i++) {
            method.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, lambda(companion, i), "pass", "(D)D"));
        }
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, primal, method.desc));
        method.instructions.add(new InsnNode(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN)));
        method.localVariables = null;
    }

    private static ClassNode read(ClassSource classes, String name) {
        ClassNode node = new ClassNode();
        new ClassReader(classes.find(name).orElseThrow()).accept(node, 0);
        return node;
    }

    private static byte[] write(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static String value(List<AnnotationNode> annotations, String element) {
        List<Object> values = annotations.get(0).values;
        return (String) values.get(values.indexOf(element) + 1);
    }
}
