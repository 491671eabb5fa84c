package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.NoDerivative;
import org.atled.runtime.Layout;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiler and runtime must agree on where a shadow keeps each field: one reads class files, the other reflects. */
class FieldLayoutsTest {
    private static final class Below extends Above {
        private double zeta;
        private int count;
        private double alpha;
        private Object[] list;
        private static double shared;
    }

    private static class Above {
        float middle;
        double[] data;

        @NoDerivative
        double constant;

        String text;
        long number;
    }

    private record Point(double y, double x, Point next) {}

    private final ClassFiles files = new ClassFiles(FieldLayoutsTest::resource);

    @ParameterizedTest
    @ValueSource(
            classes = {
                Below.class,
                Above.class,
                Point.class,
                DMatrixRMaj.class,
                LUDecomposition.class,
                DormandPrince853Integrator.class,
                IllegalStateException.class
            })
    void compilerAndRuntimeAgree(Class<?> type) {
        Layout layout = Layout.of(type);
        List<String> differences = new ArrayList<>();
        for (FieldLayouts.Field field : files.layouts().of(type.getName().replace('.', '/'))) {
            if (field.index() >= 0) {
                String owner = field.owner().replace('/', '.');
                int slot = field.type().isFloating()
                        ? layout.number(owner, field.name())
                        : layout.reference(owner, field.name());
                if (slot != field.index()) {
                    differences.add(owner + "." + field.name());
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Optional<byte[]> resource(String internalName) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
