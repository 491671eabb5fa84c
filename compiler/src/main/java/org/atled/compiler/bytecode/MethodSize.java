package org.atled.compiler.bytecode;

import org.atled.compiler.ir.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.MethodNode;

/** How long the code of methods is, in bytes; a jump that may take either form counts as the long one. */
public final class MethodSize {
    private final Reach reach;

    /**
     * Of methods of one class.
     *
     * @param internalName the class
     * @param nestHost internal name of the class whose private members it may use
     */
    public MethodSize(String internalName, String nestHost, ClassFiles classes) {
        reach = new Reach(classes, internalName, nestHost);
    }

    /** The length that the code of a function would have, found by writing it. */
    public int of(Function function) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        Lower.apply(AccessBridges.apply(function, reach), code);
        return of(code);
    }

    static int of(MethodNode code) {
        CodeSizeEvaluator size = new CodeSizeEvaluator(null);
        code.accept(size);
        return size.getMaxSize();
    }
}
