package org.atled.compiler.thirdparty;

import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.Setting;
import org.atled.compiler.programs.ProgramsTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Derivatives through EJML as it is published, each checked four ways. Nothing in the compiler knows EJML. */
final class EjmlTest {
    private static final List<Class<?>> CLASSES = List.of(EjmlMatrixPrograms.class, EjmlSolverPrograms.class);

    @TestFactory
    Stream<DynamicTest> programs() {
        return ProgramsTest.tests(CLASSES, Setting.OPTIMIZED);
    }

    @TestFactory
    Stream<DynamicTest> programsWithoutOptimizations() {
        return ProgramsTest.tests(CLASSES, Setting.PLAIN);
    }
}
