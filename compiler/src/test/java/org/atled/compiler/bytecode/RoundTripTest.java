package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lift then lower is the identity, by the JVM's verifier and by what the code computes. */
class RoundTripTest {
    @ParameterizedTest
    @ValueSource(classes = {Lower.class, DMatrixRMaj.class, CommonOps_DDRM.class, FastMath.class})
    void everyMethodOfALibraryVerifiesAtItsOldSize(Class<?> member) throws Exception {
        RoundTrip trip = RoundTrip.ofLibraries(member);
        // A class may need others that are not on the class path; it fails to link either way then.
        assertThat(linked(trip, trip.loader())).isEqualTo(linked(trip, trip.originalLoader()));
        assertThat((double) trip.rewrittenSize() / trip.originalSize()).isLessThan(1.02);
    }

    /** Per class what came of linking it, which includes verification, and initializing it. */
    static Map<String, String> linked(RoundTrip trip, ClassLoader loader) throws ClassNotFoundException {
        Map<String, String> outcomes = new TreeMap<>();
        for (String name : trip.classNames()) {
            try {
                Class.forName(name, true, loader);
                outcomes.put(name, "linked");
            } catch (LinkageError e) {
                outcomes.put(name, e.toString());
            }
        }
        return outcomes;
    }

    @Test
    void linearAlgebraGivesTheSameBits() throws Exception {
        RoundTrip trip =
                RoundTrip.ofLibraries(DMatrixRMaj.class, CommonOps_DDRM.class).with(EjmlWork.class);
        Class<?> work = Class.forName(EjmlWork.class.getName(), true, trip.loader());
        assertThat(work).isNotSameAs(EjmlWork.class);
        Supplier<?> run = (Supplier<?>) work.getConstructor().newInstance();
        double[] result = (double[]) run.get();
        assertThat(result).hasSizeGreaterThan(500).isEqualTo(new EjmlWork().get());
    }

    @Test
    void theVerifierIsOn() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Broken", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "broken", "()I", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.DCONST_0);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(0, 0);
        writer.visitEnd();
        ClassLoader loader = RoundTrip.loader(Map.of("Broken", writer.toByteArray()));
        assertThatThrownBy(() -> Class.forName("Broken", true, loader)).isInstanceOf(VerifyError.class);
    }
}
