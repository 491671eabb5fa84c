package org.atled.compiler.bytecode;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Lets a companion use private members of its class: the one entry added to a user's class (JVMS 4.7.29). */
public final class NestMembership {
    private NestMembership() {}

    /** Internal name of the class that lists the members of a class's nest: itself unless it is nested. */
    public static String hostOf(ClassFiles classes, String internalName) {
        return classes.node(internalName)
                .map(node -> node.nestHostClass == null ? internalName : node.nestHostClass)
                .orElse(internalName);
    }

    /**
     * The host with this member.
     *
     * @param name internal name of the host
     * @return empty if it lists the member already
     */
    public static Optional<byte[]> admit(String name, byte[] host, String member) {
        ClassReader reader = ClassFiles.reader(name, host);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (node.nestMembers != null && node.nestMembers.contains(member)) {
            return Optional.empty();
        }
        // The reader's constant pool and method bodies are copied as they are.
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Admission(writer, member), 0);
        return Optional.of(writer.toByteArray());
    }

    private static final class Admission extends ClassVisitor {
        private final String member;
        private boolean isAdded;

        private Admission(ClassWriter writer, String member) {
            super(Opcodes.ASM9, writer);
            this.member = member;
        }

        // Nest members come before inner classes, fields and methods; the first of those is where ours goes.
        private void add() {
            if (!isAdded) {
                isAdded = true;
                super.visitNestMember(member);
            }
        }

        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {
            add();
            super.visitInnerClass(name, outerName, innerName, access);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add();
            return super.visitField(access, name, descriptor, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            add();
            return super.visitMethod(access, name, descriptor, signature, exceptions);
        }

        @Override
        public void visitEnd() {
            add();
            super.visitEnd();
        }
    }
}
