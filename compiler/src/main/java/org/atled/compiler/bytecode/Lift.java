package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Bytecode to static single assignment form. Values are built while the code is run once on symbolic frames, so that
 * what a local variable is called, and how often it is used for something else, does not matter; types are found
 * afterwards, on the values.
 */
final class Lift {
    private Lift() {}

    /**
     * The function a method's code computes. The code is taken to be what the JVM's verifier admits; unreachable parts
     * are left out, subroutines ({@code jsr}) inlined. Local variables are forgotten, lines are kept. Neither node is
     * changed.
     *
     * @throws IllegalArgumentException if the method is abstract or native, or its code malformed
     */
    static Function apply(ClassNode owner, MethodNode method, ClassHierarchy hierarchy) {
        MethodReference name = new MethodReference(owner.name, method.name, method.desc);
        if (method.instructions.size() == 0) {
            throw new IllegalArgumentException(name + " is abstract or native: there is no code to lift");
        }
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        try {
            MethodNode plain = withoutSubroutines(method);
            return new Function(name, isStatic, blocks(parameters(name, isStatic), plain, hierarchy));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "The code of " + name + " is malformed (" + malformed.getMessage() + "); compile its class again",
                    malformed);
        }
    }

    private static List<Type> parameters(MethodReference name, boolean isStatic) {
        List<Type> types = new ArrayList<>();
        if (!isStatic) {
            types.add(Type.object(name.owner()));
        }
        types.addAll(name.parameters());
        return types;
    }

    private static List<Block> blocks(List<Type> parameters, MethodNode method, ClassHierarchy hierarchy) {
        Segments flow = new Segments(new Code(method), method);
        List<Block> constructed = Construction.of(flow, parameters, method.maxLocals);
        int values = FreshIds.of(constructed).valueLimit();
        List<Block> straight = Straightening.apply(TrivialParameters.remove(constructed, values));
        return Numbering.apply(straight, ReferenceTypes.of(straight, values, hierarchy));
    }

    private static MethodNode withoutSubroutines(MethodNode method) {
        boolean found = false;
        for (AbstractInsnNode node = method.instructions.getFirst(); node != null && !found; node = node.getNext()) {
            found = node.getOpcode() == Opcodes.JSR;
        }
        return found ? inlined(method) : method;
    }

    private static MethodNode inlined(MethodNode method) {
        String[] exceptions = method.exceptions.toArray(String[]::new);
        MethodNode inlined =
                new MethodNode(Opcodes.ASM9, method.access, method.name, method.desc, method.signature, exceptions);
        JSRInlinerAdapter adapter =
                new JSRInlinerAdapter(inlined, method.access, method.name, method.desc, method.signature, exceptions);
        // A visit resets the labels of the method, and several threads may lift it at once.
        synchronized (method) {
            method.accept(adapter);
        }
        return inlined;
    }
}
