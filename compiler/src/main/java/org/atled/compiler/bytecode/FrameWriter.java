package org.atled.compiler.bytecode;

import org.atled.compiler.ir.Type;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/** Writes a class file and computes its stack-map frames from class files alone: no class is loaded for it. */
final class FrameWriter extends ClassWriter {
    private final ClassHierarchy hierarchy;

    FrameWriter(ClassHierarchy hierarchy) {
        super(COMPUTE_FRAMES);
        this.hierarchy = hierarchy;
        unlimited();
    }

    /** Keeps the constant pool of a class that is copied for the most part. */
    FrameWriter(ClassReader original, ClassHierarchy hierarchy) {
        super(original, COMPUTE_FRAMES);
        this.hierarchy = hierarchy;
        unlimited();
    }

    /** ASM guards itself against hostile input by default; long derivative methods with many variables are none. */
    private void unlimited() {
        setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * {@inheritDoc}
     *
     * @throws MethodTooLarge if the code of a method exceeds 65,535 bytes
     */
    @Override
    public byte[] toByteArray() {
        try {
            return super.toByteArray();
        } catch (MethodTooLargeException e) {
            String method = e.getClassName().replace('/', '.') + "." + e.getMethodName() + e.getDescriptor();
            throw new MethodTooLarge(method, e.getCodeSize(), e);
        }
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
        return hierarchy
                .commonSuperclass(Type.ofClassEntry(one), Type.ofClassEntry(other))
                .internalName();
    }
}
