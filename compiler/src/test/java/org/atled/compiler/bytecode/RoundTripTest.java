package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_CDRM;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_ZDRM;
import org.ejml.simple.SimpleMatrix;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.ejml.sparse.csc.CommonOps_FSCC;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lift then lower is the identity, by the JVM's verifier and by what the code computes. */
class RoundTripTest {
    /**
     * Every class of a jar is defined, both as it was and rewritten, by a loader of its own, for which the JVM's verifier
     * is always on, and initialized.
     */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Lower.class,
                DMatrixRMaj.class,
                CommonOps_DDRM.class,
                CommonOps_FDRM.class,
                CommonOps_ZDRM.class,
                CommonOps_CDRM.class,
                CommonOps_DSCC.class,
                CommonOps_FSCC.class,
                SimpleMatrix.class,
                FastMath.class,
                ODEIntegrator.class,
                ConvergenceChecker.class,
                Vector3D.class
            })
    void everyMethodOfALibraryVerifiesAtItsOldSize(Class<?> member) throws Exception {
        RoundTrip trip = RoundTrip.ofLibraries(member);
        Map<String, String> outcomes = linked(trip, trip.loader());
        Set<String> linked = new TreeSet<>(outcomes.keySet());
        linked.removeIf(name -> !outcomes.get(name).equals("linked"));
        System.out.println(new Figures(trip, linked).line(place(member)));
        assertThat(trip.failures()).isEmpty();
        // A class may need others that are not on the class path; it fails to link either way then.
        assertThat(outcomes).isEqualTo(linked(trip, trip.originalLoader()));
        assertOldSize(trip);
    }

    /**
     * At most 5 % longer on the whole, and no method beyond twice its length and 20 bytes. What grows most are methods where
     * several handlers find a variable that changes under their protection: each gets a copy.
     */
    static void assertOldSize(RoundTrip trip) {
        assertThat((double) trip.rewrittenSize() / trip.originalSize()).isLessThan(1.05);
        assertThat(trip.longer(2, 20)).isEmpty();
    }

    private static String place(Class<?> member) {
        String location =
                member.getProtectionDomain().getCodeSource().getLocation().getPath();
        return location.replaceFirst(".*/(?=[^/]+/?$)", "");
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
        double[] result = rewritten(EjmlWork.class, DMatrixRMaj.class, CommonOps_DDRM.class);
        assertThat(result).hasSizeGreaterThan(500).isEqualTo(new EjmlWork().get());
    }

    @Test
    void integratorsGiveTheSameBits() throws Exception {
        double[] result = rewritten(IntegratorWork.class, FastMath.class, ODEIntegrator.class);
        assertThat(result).hasSizeGreaterThan(10_000).isEqualTo(new IntegratorWork().get());
    }

    /** What the work comes to when it and the libraries of these classes are rewritten. */
    private static double[] rewritten(Class<? extends Supplier<double[]>> type, Class<?>... members) throws Exception {
        RoundTrip trip = RoundTrip.ofLibraries(members).with(type);
        Class<?> work = Class.forName(type.getName(), true, trip.loader());
        assertThat(work).isNotSameAs(type);
        return (double[]) ((Supplier<?>) work.getConstructor().newInstance()).get();
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
