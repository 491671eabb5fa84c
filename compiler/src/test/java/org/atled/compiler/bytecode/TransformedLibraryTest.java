package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.transform.CanonicalizeLoops;
import org.atled.compiler.transform.EliminateDeadCode;
import org.atled.compiler.transform.FoldConstants;
import org.atled.compiler.transform.Inline;
import org.atled.compiler.transform.IsolateThrowing;
import org.atled.compiler.transform.NumberValues;
import org.atled.compiler.transform.SimplifyParameters;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** All passes over a whole linear-algebra library, which then still passes the JVM's verifier and does its work. */
class TransformedLibraryTest {
    @Test
    void linearAlgebraGivesTheSameBits() throws Exception {
        assertSameBits(TransformedLibraryTest::optimize);
    }

    @Test
    void linearAlgebraWithCanonicalLoopsGivesTheSameBits() throws Exception {
        assertSameBits(CanonicalizeLoops::apply);
    }

    @Test
    void linearAlgebraWithIsolatedExceptionsGivesTheSameBits() throws Exception {
        assertSameBits(IsolateThrowing::apply);
    }

    private static void assertSameBits(UnaryOperator<Function> passes) throws Exception {
        RoundTrip trip = RoundTrip.ofLibraries(passes, DMatrixRMaj.class, CommonOps_DDRM.class)
                .with(EjmlWork.class);
        Class<?> work = Class.forName(EjmlWork.class.getName(), true, trip.loader());
        Supplier<?> run = (Supplier<?>) work.getConstructor().newInstance();
        double[] result = (double[]) run.get();
        assertThat(result).hasSizeGreaterThan(500).isEqualTo(new EjmlWork().get());
        assertThat(RoundTripTest.linked(trip, trip.loader()))
                .isEqualTo(RoundTripTest.linked(trip, trip.originalLoader()));
    }

    private static Function optimize(Function function) {
        Inline.Callees siblings = (call, receiver) -> call.kind() == Op.InvokeKind.STATIC
                ? sibling(function.name().owner(), call.method())
                : Optional.empty();
        Function inlined = Inline.apply(SimplifyParameters.apply(function), siblings, new Inline.Limits(40, 1000));
        Function folded = FoldConstants.apply(inlined);
        return SimplifyParameters.apply(
                EliminateDeadCode.apply(NumberValues.apply(folded, new DeclaredFields(LoadedClasses.FILES))));
    }

    /** A method of the same class, which is initialized and may access everything that the caller may. */
    private static Optional<Function> sibling(String owner, MethodReference callee) {
        if (!callee.owner().equals(owner)) {
            return Optional.empty();
        }
        ClassNode node = LoadedClasses.FILES.node(owner).orElseThrow();
        return node.methods.stream()
                .filter(method -> method.name.equals(callee.name()) && method.desc.equals(callee.descriptor()))
                .filter(method -> (method.access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE)) == 0)
                .findFirst()
                .map(method -> Lift.apply(node, method, LoadedClasses.FILES.hierarchy()));
    }
}
