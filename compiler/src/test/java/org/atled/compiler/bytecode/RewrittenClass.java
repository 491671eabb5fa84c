package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.atled.compiler.ir.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class with the code of every method lifted and lowered again.
 *
 * @param methods how many methods have code
 * @param failures what went wrong with methods that could not be lifted or lowered and were left as they were
 */
record RewrittenClass(byte[] bytes, int methods, List<String> failures) {
    static RewrittenClass of(byte[] original, UnaryOperator<Function> passes, ClassHierarchy hierarchy) {
        ClassNode node = parse(original);
        ClassNode source = parse(original);
        List<String> failures = new ArrayList<>();
        int methods = 0;
        for (int i = 0; i < node.methods.size(); i++) {
            MethodNode method = source.methods.get(i);
            if (method.instructions.size() > 0) {
                methods++;
                try {
                    replace(node.methods.get(i), passes.apply(Lift.apply(source, method, hierarchy)));
                } catch (RuntimeException bug) {
                    failures.add(node.name + "." + method.name + method.desc + ": " + bug);
                }
            }
        }
        FrameWriter writer = new FrameWriter(hierarchy);
        node.accept(writer);
        return new RewrittenClass(writer.toByteArray(), methods, failures);
    }

    private static void replace(MethodNode method, Function function) {
        MethodNode lowered = new MethodNode();
        lowered.tryCatchBlocks = new ArrayList<>();
        Lower.apply(function, lowered);
        method.instructions.clear();
        method.instructions.add(lowered.instructions);
        method.tryCatchBlocks = lowered.tryCatchBlocks;
        method.localVariables = null;
        // Of local variables that are gone.
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }

    private static ClassNode parse(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        return node;
    }
}
