package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.Dumps;
import org.atled.compiler.ProgramDerivatives;
import org.atled.compiler.Setting;
import org.atled.runtime.Tape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a program throws leaves its derivatives too, as the same object where the program makes it itself, and a
 * reverse derivative that fails has not touched the shadows it was given.
 */
class ExceptionsTest {
    private static final RuntimeException KNOWN = new IllegalStateException("known");

    @TestFactory
    Stream<DynamicTest> sameExceptionInBothModes() {
        return Arrays.stream(Throwing.class.getDeclaredMethods())
                .filter(method ->
                        Arrays.equals(method.getParameterTypes(), new Class<?>[] {double[].class, double.class}))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> check(method)));
    }

    private static void check(Method method) throws Throwable {
        for (Setting setting : List.of(Setting.OPTIMIZED, Setting.PLAIN, Setting.IN_PIECES)) {
            ProgramDerivatives derivatives =
                    new ProgramDerivatives(method, ActiveParameters.of(method), Dumps.NONE, setting);
            double[] plain = {1, 2, 3};
            Throwable expected = catchThrowable(() -> invoke(method, plain, 2));
            assertThat(expected).isNotNull();
            double[] array = {1, 2, 3};
            assertSame(expected, catchThrowable(() -> forward(derivatives, array)));
            assertThat(array).containsExactly(plain);
            double[] again = {1, 2, 3};
            double[] shadow = {5, 6, 7};
            assertSame(expected, catchThrowable(() -> reverse(derivatives, again, shadow)));
            assertThat(again).containsExactly(plain);
            assertThat(shadow).as("shadow").containsExactly(5, 6, 7);
        }
    }

    private static void assertSame(Throwable expected, Throwable actual) {
        assertThat(actual).hasSameClassAs(expected);
        if (!(expected instanceof NullPointerException)) {
            // Which reference was null the JVM says of ordinary classes, not of hidden ones.
            assertThat(actual.getMessage()).isEqualTo(expected.getMessage());
        }
        if (expected == KNOWN) {
            assertThat(actual).isSameAs(KNOWN);
        }
    }

    private static Object forward(ProgramDerivatives derivatives, double[] array) throws Throwable {
        Tape tape = Tape.acquire();
        try {
            return invoke(derivatives.compiled("forward"), array, new double[] {1, 1, 1}, 2.0, 1.0, tape);
        } finally {
            tape.release();
        }
    }

    private static Object reverse(ProgramDerivatives derivatives, double[] array, double[] shadow) throws Throwable {
        Tape tape = Tape.acquire();
        try {
            return invoke(derivatives.compiled("reverse"), array, shadow, 2.0, 1.0, true, tape);
        } finally {
            tape.release();
        }
    }

    /**
     * Not by {@code Method.invoke}: frames of hidden classes are not in stack traces, so that JDK 25 takes a
     * NullPointerException or ClassCastException thrown there for a wrong argument of its own.
     */
    private static Object invoke(Method method, Object... arguments) throws Throwable {
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method).invokeWithArguments(arguments);
    }

    @Test
    void aGradientAfterAnExceptionIsRight() throws Throwable {
        Method method = Throwing.class.getDeclaredMethod("thirdCallInALoop", double[].class, double.class);
        ProgramDerivatives derivatives =
                new ProgramDerivatives(method, List.of(true, true), Dumps.NONE, Setting.OPTIMIZED);
        double[] shadow = new double[3];
        assertThat(catchThrowable(() -> reverse(derivatives, new double[] {1, 2, 3}, shadow)))
                .isInstanceOf(ArithmeticException.class);
        Object value = reverse(derivatives, new double[] {1, 2, -3}, shadow);
        assertThat(value).isEqualTo(2.0 + 4.0 - 6.0);
        assertThat(shadow).containsExactly(2, 2, 2);
    }

    /** Programs that fail at ([1,2,3], 2). */
    static final class Throwing {
        private Throwing() {}

        static double knownObject(double[] a, double x) {
            double y = a[0] * x;
            a[1] = y;
            if (y > 1) {
                throw KNOWN;
            }
            return y;
        }

        static double rethrown(double[] a, double x) {
            try {
                return knownObject(a, x) * a[0];
            } catch (IllegalStateException e) {
                a[2] *= x;
                throw e;
            } finally {
                a[0] += a[1];
            }
        }

        static double replaced(double[] a, double x) {
            try {
                a[1] *= x;
                return knownObject(a, a[3]);
            } catch (IndexOutOfBoundsException e) {
                a[0] *= a[1];
                throw new IllegalArgumentException("no fourth", e);
            }
        }

        static double notCaught(double[] a, double x) {
            try {
                a[2] = a[1] * x;
                return knownObject(a, x);
            } catch (ArithmeticException e) {
                return x;
            }
        }

        static double validated(double[] a, double x) {
            for (double v : a) {
                if (v > x) {
                    throw new IllegalArgumentException("too large: " + v);
                }
            }
            return a[0];
        }

        static double afterALoopOfUpdates(double[] a, double x) {
            for (int i = 0; i < 3; i++) {
                a[i] *= x;
                for (int j = 0; j < i; j++) {
                    a[i] += a[j];
                }
            }
            if (a[2] > 0) {
                throw new UnsupportedOperationException();
            }
            return a[2];
        }

        static double indexOutOfBounds(double[] a, double x) {
            double sum = 0;
            for (int i = 0; i <= a.length; i++) {
                sum += a[i] * x;
                a[i] = sum;
            }
            return sum;
        }

        static double nullArray(double[] a, double x) {
            double[] b = x > 1 ? null : a;
            a[0] = x;
            return b[0] * a[1];
        }

        static double negativeSize(double[] a, double x) {
            a[1] *= a[0];
            double[] b = new double[(int) -x];
            return b.length + a[1];
        }

        static double integerDivisionByZero(double[] a, double x) {
            int n = (int) (x - 2);
            a[2] = x * x;
            return a[0] * (7 / n);
        }

        static double classCast(double[] a, double x) {
            Object[] boxes = {a, "text"};
            a[0] *= x;
            double[] b = (double[]) boxes[1];
            return b[0];
        }

        static double failedAssertion(double[] a, double x) {
            a[0] = x;
            if (a[0] != 0) {
                throw new AssertionError(a[0]);
            }
            return a[1];
        }

        static double copyOutOfBounds(double[] a, double x) {
            a[0] *= x;
            System.arraycopy(a, 1, a, 2, 2);
            return a[0];
        }

        private static double checked(double v, double x) {
            if (v > x) {
                throw new ArithmeticException(v + " exceeds the limit");
            }
            return v * x;
        }

        static double thirdCallInALoop(double[] a, double x) {
            double sum = 0;
            for (double v : a) {
                sum += checked(v, x);
            }
            return sum;
        }

        private static double checkedPower(double v, double x, int n) {
            return n == 0 ? checked(v, x) : v * checkedPower(v, x, n - 1);
        }

        static double thirdTermOfASum(double[] a, double x) {
            double sum = 0;
            for (double v : a) {
                sum += x * checkedPower(v, x, 2);
            }
            return sum;
        }

        private static double descend(double[] a, double x, int depth) {
            a[depth] *= x;
            return descend(a, x, depth + 1) * a[depth];
        }

        static double outOfBoundsInRecursion(double[] a, double x) {
            return descend(a, x, 0);
        }

        static double storeOfAnotherArrayType(double[] a, double x) {
            Object[] rows = new double[1][];
            a[0] *= x;
            rows[0] = "text";
            return a[0];
        }
    }
}
