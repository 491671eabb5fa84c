package org.atled.compiler.bytecode;

import java.util.List;
import org.atled.compiler.ir.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes functions as the static methods of a class of their own. */
public final class LoweredClass {
    private LoweredClass() {}

    /** As a class of a nest, which reaches members of other classes as a companion does. */
    public static byte[] inNest(String nestHost, String internalName, List<Function> functions, ClassFiles classes) {
        Reach reach = new Reach(classes, internalName, nestHost);
        List<Function> bridged = functions.stream()
                .map(function -> AccessBridges.apply(function, reach))
                .toList();
        return of(internalName, bridged, classes.hierarchy());
    }

    public static byte[] of(String internalName, List<Function> functions, ClassHierarchy hierarchy) {
        ClassNode node = new ClassNode();
        node.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, internalName, null, "java/lang/Object", null);
        for (Function function : functions) {
            int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
            MethodNode method = new MethodNode(
                    access, function.name().name(), function.name().descriptor(), null, null);
            Lower.apply(function, method);
            node.methods.add(method);
        }
        FrameWriter writer = new FrameWriter(hierarchy);
        node.accept(writer);
        return writer.toByteArray();
    }
}
