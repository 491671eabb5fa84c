package org.atled.compiler.bytecode;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Bytes of bytecode per method; a branch or an {@code ldc} that may take either form counts as the short one. */
public final class CodeSize {
    private CodeSize() {}

    static long of(byte[] classFile) {
        return perMethod(classFile).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    public static Map<String, Integer> perMethod(byte[] classFile) {
        Map<String, Integer> sizes = new TreeMap<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new CodeSizeEvaluator(null) {
                                    @Override
                                    public void visitEnd() {
                                        sizes.put(name + descriptor, getMinSize());
                                    }
                                };
                            }
                        },
                        new Attribute[0],
                        ClassReader.SKIP_FRAMES);
        return sizes;
    }
}
