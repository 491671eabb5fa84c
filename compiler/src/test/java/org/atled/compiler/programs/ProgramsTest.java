package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.atled.compiler.Dumps;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every test program, checked four ways. {@code -Datled.dump=true} prints all stages of a program that fails. */
public final class ProgramsTest {
    /** The literal list of program classes. */
    private static final List<Class<?>> CLASSES = List.of(
            Classics.class,
            Arithmetic.class,
            FloatPrograms.class,
            IntegerTypes.class,
            MathFunctions.class,
            SingularPoints.class,
            ControlFlow.class,
            Loops.class,
            Switches.class,
            ArrayPrograms.class,
            ArrayCopies.class,
            Aliasing.class,
            InPlace.class,
            Calls.class,
            LongLoops.class,
            Recursion.class,
            Sums.class,
            Untouched.class,
            ObjectPrograms.class,
            ObjectMemory.class,
            FieldAliases.class,
            Lambdas.class,
            Streams.class,
            Callbacks.class,
            LinearAlgebra.class,
            Simulations.class,
            Statistics.class,
            Numerics.class,
            Indices.class,
            Constants.class,
            CallsOfOtherClasses.class,
            Boxes.class,
            Containers.class,
            Exceptions.class,
            ThrowingCalls.class,
            Cleanup.class);

    @TestFactory
    Stream<DynamicTest> programs() {
        return tests(CLASSES, Setting.OPTIMIZED);
    }

    @TestFactory
    Stream<DynamicTest> programsWithoutOptimizations() {
        return tests(CLASSES, Setting.PLAIN);
    }

    /** Derivatives of a few hundred bytes are split already, so that splitting meets every program. */
    @TestFactory
    Stream<DynamicTest> programsInPieces() {
        return tests(CLASSES, Setting.IN_PIECES);
    }

    @TestFactory
    Stream<DynamicTest> programsUnderATapeBudget() {
        return tests(CLASSES, Setting.CHECKPOINTED);
    }

    /** Each program with one optimization off, another one from program to program. */
    @TestFactory
    Stream<DynamicTest> programsWithoutOneOptimization() {
        List<Setting> settings = Setting.eachWithoutOne();
        return CLASSES.stream()
                .flatMap(ProgramsTest::programs)
                .map(method -> test(
                        method, settings.get(Math.floorMod(method.toString().hashCode(), settings.size()))));
    }

    /** Every program with each optimization off in turn. */
    @TestFactory
    @Tag("nightly")
    Stream<DynamicTest> programsWithoutEachOptimization() {
        return Setting.eachWithoutOne().stream().flatMap(setting -> tests(CLASSES, setting));
    }

    /** One test for each program of some classes. */
    public static Stream<DynamicTest> tests(List<Class<?>> classes, Setting setting) {
        return classes.stream().flatMap(ProgramsTest::programs).map(method -> test(method, setting));
    }

    private static Stream<Method> programs(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Program.class));
    }

    private static DynamicTest test(Method method, Setting setting) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName() + ", " + setting;
        return DynamicTest.dynamicTest(name, () -> check(method, setting));
    }

    static void check(Method method, Setting setting) throws Throwable {
        assertThat(Modifier.isStatic(method.getModifiers()))
                .as("programs are static")
                .isTrue();
        method.setAccessible(true);
        Program program = method.getAnnotation(Program.class);
        ProgramDerivatives derivatives = new ProgramDerivatives(method, ActiveParameters.of(method), dumps(), setting);
        if (setting.splits()) {
            assertThat(derivatives.longestMethod()).as("bytes of code").isLessThan(8000);
        }
        assertThat(derivatives.directions() > 1)
                .as("several directions at a time")
                .isEqualTo(setting.makesChunks());
        for (int i = 0; i < program.at().length; i++) {
            Object[] input = Literals.read(program.at()[i], method.getParameterTypes());
            FourWays ways = new FourWays(method, derivatives, input);
            ways.check(program.differences());
            if (i < program.value().length) {
                Object[] fresh = Literals.read(program.at()[i], method.getParameterTypes());
                assertThat((double) method.invoke(null, fresh))
                        .as("value")
                        .isCloseTo(program.value()[i], Percentage.withPercentage(100 * program.within()));
            }
            if (i < program.gradient().length) {
                checkGradient(ways.gradient(), program.gradient()[i], program.within());
            }
        }
    }

    private static void checkGradient(List<Double> gradient, String expected, double within) {
        String[] numbers = expected.replaceAll("[\\[\\] ]", "").split(",");
        assertThat(gradient).as("gradient").hasSize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(gradient.get(i))
                    .as("component %d of the gradient %s", i, gradient)
                    .isCloseTo(Double.parseDouble(numbers[i]), Percentage.withPercentage(100 * within));
        }
    }

    private static Dumps dumps() {
        return Boolean.getBoolean("atled.dump")
                ? (stage, primal, function) -> System.out.println("// " + stage + "\n" + function)
                : Dumps.NONE;
    }
}
