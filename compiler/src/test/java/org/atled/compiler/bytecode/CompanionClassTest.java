package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** What filling a companion does to its class file beside the code. */
final class CompanionClassTest {
    /** The JVM refuses a class that has both: ClassFormatError, conflicting NestHost and NestMembers. */
    @Test
    void aCompanionWithFunctionObjectsDoesNotHostThemAnyMore() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, "demo/DecayDerivatives", null, "java/lang/Object", null);
        writer.visitAnnotation("Lorg/atled/runtime/Companion;", true).visit("of", "demo.Decay");
        writer.visitNestMember("demo/DecayDerivatives$1");
        writer.visitEnd();
        ClassFiles classes = new ClassFiles(name -> Optional.empty());
        byte[] filled =
                CompanionClass.of("demo/DecayDerivatives", writer.toByteArray()).fill(List.of(), "demo/Decay", classes);
        ClassNode node = new ClassNode();
        new ClassReader(filled).accept(node, 0);
        assertThat(node.nestHostClass).isEqualTo("demo/Decay");
        assertThat(node.nestMembers).isNull();
    }
}
