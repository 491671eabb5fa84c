package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ProgramDerivatives;

/**
 * Checks the derivatives of one program at one input: interpreter = JVM, forward = reverse, reverse = central
 * differences, primal results and side effects bit for bit those of the program, a second call the same as the first.
 *
 * <p>A program maps the numbers in its active arguments to its result and to what it leaves in those arrays, so the
 * scalar that is differentiated is a random combination of all of these.
 */
public final class FourWays {
    private static final long SEED = 20260101;

    private final Method program;
    private final ProgramDerivatives derivatives;
    private final DerivativeCalls calls;
    private final Object[] input;
    private final Object[] tangents;
    private final Object[] finalSeeds;
    private final boolean usesFloat;

    FourWays(Method program, ProgramDerivatives derivatives, Object[] input) {
        this(program, derivatives, input, program.toString().contains("float"));
    }

    /**
     * @param usesFloat whether the program computes in {@code float}, so that it is too rough for differences
     */
    public FourWays(Method program, ProgramDerivatives derivatives, Object[] input, boolean usesFloat) {
        this.usesFloat = usesFloat;
        this.program = program;
        this.derivatives = derivatives;
        this.calls = new DerivativeCalls(derivatives.active(), program.getReturnType());
        this.input = input;
        this.tangents = Numbers.random(input, SEED);
        this.finalSeeds = Numbers.random(input, SEED + 1);
    }

    /**
     * @param tolerance how far the gradient may be from differences, relatively; NaN: differences are not looked at
     */
    void check(double tolerance) throws Throwable {
        check(tolerance, true);
    }

    /** The same, but where differences with smaller and smaller steps do not come closer to each other they tell nothing. */
    public void checkWhereDifferencesConverge(double tolerance) throws Throwable {
        check(tolerance, false);
    }

    private void check(double tolerance, boolean mustConverge) throws Throwable {
        Object[] after = Numbers.copy(input);
        Object[] rows = Numbers.rows(after);
        Object value = plain(after);
        checkInterpretedPrimal(value, after);
        Object seed = seed(value);
        double reverse = checkReverse(value, after, seed);
        double forward = checkForward(value, after, seed);
        checkChunk(value, after);
        double scale = scale(rows, value);
        if (Double.isFinite(forward) || Double.isFinite(reverse)) {
            // What is infinite in one component is infinite or not a number in the sum over all.
            double error = 1e-12 * scale + eps() * scale;
            assertThat(forward).as("forward against reverse").isCloseTo(reverse, within(error));
        }
        if (!Double.isNaN(tolerance) && !usesFloat) {
            checkDifferences(reverse, tolerance, scale, seed, mustConverge);
        }
    }

    /** A step that suits the program is among three of them; none makes a wrong derivative right. */
    private void checkDifferences(double reverse, double tolerance, double scale, Object seed, boolean mustConverge)
            throws Throwable {
        double difference = difference(1e-4, seed);
        for (double h : new double[] {1e-3, 1e-5}) {
            if (!(Math.abs(reverse - difference) <= tolerance * Math.max(scale, Math.abs(difference)))) {
                difference = difference(h, seed);
            }
        }
        if (!mustConverge
                && !converge(difference, difference(1e-6, seed))
                && !converge(difference, difference(1e-7, seed))) {
            return;
        }
        assertThat(reverse)
                .as("reverse against central differences")
                .isCloseTo(difference, within(tolerance * Math.max(scale, Math.abs(difference))));
    }

    private static boolean converge(double one, double other) {
        return Math.abs(one - other) <= 1e-2 * Math.max(Math.abs(one), Math.abs(other));
    }

    /** Checks that the derivatives throw what the program throws, and that reverse mode leaves the shadows alone. */
    public void checkThrown(Throwable expected) throws Throwable {
        Object[] after = Numbers.copy(input);
        assertSame("the program", expected, catchThrowable(() -> plain(after)));
        Object seed = program.getReturnType() == void.class ? null : randomResult();
        for (DerivativeCalls.Code code : List.of(compiled("reverse"), interpreted("reverse"))) {
            Object[] arguments = Numbers.copy(input);
            Object[] shadows = Numbers.copy(finalSeeds);
            // A row that the program replaced is replaced in the shadow too, but its numbers stay.
            Object[] rows = Numbers.rows(shadows);
            assertSame(
                    "exception of reverse mode",
                    expected,
                    catchThrowable(() -> calls.reverse(code, arguments, shadows, seed, true)));
            assertSame("side effects of reverse mode before its exception", after, arguments);
            assertSame("shadows after an exception", Numbers.rows(finalSeeds), rows);
        }
        for (DerivativeCalls.Code code : List.of(compiled("forward"), interpreted("forward"))) {
            Object[] arguments = Numbers.copy(input);
            Object[] directions = Numbers.copy(tangents);
            assertSame(
                    "exception of forward mode",
                    expected,
                    catchThrowable(() -> calls.forward(code, arguments, directions)));
            assertSame("side effects of forward mode before its exception", after, arguments);
        }
    }

    /** A cotangent of the result, which a program that throws does not come to use. */
    private Object randomResult() {
        Class<?> type = program.getReturnType();
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type == float.class ? (Object) 1f : (Object) 1.0;
    }

    private static Object seed(Object value) {
        return Numbers.random(new Object[] {Numbers.unshared(value)}, SEED + 2)[0];
    }

    /** The gradient of the result alone. */
    List<Double> gradient() throws Throwable {
        Object[] shadows = Numbers.map(input, (type, number) -> 99);
        Object one = program.getReturnType() == float.class ? (Object) 1f : (Object) 1.0;
        Object[] rows = Numbers.rows(activeOf(shadows));
        var reverse = calls.reverse(compiled("reverse"), Numbers.copy(input), shadows, one, false);
        return Numbers.list(byRow(reverse, rows).cotangents().toArray());
    }

    private double checkReverse(Object value, Object[] after, Object seed) throws Throwable {
        Object[] arguments = Numbers.copy(input);
        var first = reverse(compiled("reverse"), arguments, seed);
        assertSame("value of reverse mode", value, first.value());
        assertSame("side effects of reverse mode", after, arguments);
        var second = reverse(compiled("reverse"), Numbers.copy(input), seed);
        assertSame(
                "second call", first.cotangents().toArray(), second.cotangents().toArray());
        var third = reverse(interpreted("reverse"), Numbers.copy(input), seed);
        assertSame("interpreted value of reverse mode", value, third.value());
        assertSame(
                "interpreted reverse mode",
                first.cotangents().toArray(),
                third.cotangents().toArray());
        return Numbers.dot(Numbers.list(first.cotangents().toArray()), Numbers.list(activeOf(tangents)));
    }

    /** Runs reverse mode from the seeds of the final state; its cotangents are those of the numbers passed in. */
    private DerivativeCalls.Reverse reverse(DerivativeCalls.Code code, Object[] arguments, Object seed)
            throws Throwable {
        Object[] shadows = Numbers.copy(finalSeeds);
        Object[] rows = Numbers.rows(activeOf(shadows));
        return byRow(calls.reverse(code, arguments, shadows, seed, true), rows);
    }

    private static DerivativeCalls.Reverse byRow(DerivativeCalls.Reverse reverse, Object[] rows) {
        List<Object> cotangents = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            cotangents.add(rows[i] instanceof Number ? reverse.cotangents().get(i) : rows[i]);
        }
        return new DerivativeCalls.Reverse(reverse.value(), cotangents);
    }

    private double checkForward(Object value, Object[] after, Object seed) throws Throwable {
        Object[] arguments = Numbers.copy(input);
        Object[] directions = Numbers.copy(tangents);
        Object[] rows = Numbers.rows(directions);
        var first = calls.forward(compiled("forward"), arguments, directions);
        assertSame("value of forward mode", value, first.value());
        assertSame("side effects of forward mode", after, arguments);
        Object[] interpreted = Numbers.copy(tangents);
        var second = calls.forward(interpreted("forward"), Numbers.copy(input), interpreted);
        assertSame("interpreted tangents", directions, interpreted);
        assertSame("interpreted tangent of the result", first.tangent(), second.tangent());
        return outputs(activeArrays(rows), first.tangent(), seed);
    }

    /** Several directions at a time are each the same, bit for bit, as alone; what is beside zero is not touched by it. */
    private void checkChunk(Object value, Object[] after) throws Throwable {
        if (derivatives.directions() == 1) {
            return;
        }
        List<Object[]> directions = directions();
        List<Object[]> interpreted = directions();
        Object[] arguments = Numbers.copy(input);
        var chunk = calls.chunk(compiled("chunk"), arguments, directions);
        assertSame("side effects of several directions", after, arguments);
        var again = calls.chunk(interpreted("chunk"), Numbers.copy(input), interpreted);
        List<Object[]> single = directions();
        for (int i = 0; i < single.size(); i++) {
            var alone = calls.forward(compiled("forward"), Numbers.copy(input), single.get(i));
            assertSame("value beside several directions", value, chunk.get(i).value());
            assertSame(
                    "tangent along direction " + i,
                    alone.tangent(),
                    chunk.get(i).tangent());
            assertSame("tangents of arguments along direction " + i, single.get(i), directions.get(i));
            assertSame(
                    "interpreted tangent along direction " + i,
                    alone.tangent(),
                    again.get(i).tangent());
            assertSame("interpreted tangents of arguments along direction " + i, single.get(i), interpreted.get(i));
        }
    }

    private List<Object[]> directions() {
        List<Object[]> directions = new ArrayList<>();
        for (int i = 0; i < derivatives.directions(); i++) {
            directions.add(i == 1 ? Numbers.map(input, (type, number) -> 0) : Numbers.random(input, SEED + 100 + i));
        }
        return directions;
    }

    private void checkInterpretedPrimal(Object value, Object[] after) throws Throwable {
        Object[] arguments = Numbers.copy(input);
        assertSame("interpreted primal", value, derivatives.interpretPrimal(arguments));
        assertSame("side effects of the interpreted primal", after, arguments);
    }

    /** Derivative of the combined outputs along the tangents, by Richardson extrapolation of central differences. */
    private double difference(double h, Object seed) throws Throwable {
        double coarse = (shifted(h, seed) - shifted(-h, seed)) / (2 * h);
        double fine = (shifted(h / 2, seed) - shifted(-h / 2, seed)) / h;
        return (4 * fine - coarse) / 3;
    }

    private double shifted(double h, Object seed) throws Throwable {
        Object[] moved = shifted(h);
        Object[] rows = Numbers.rows(moved);
        return outputs(activeArrays(rows), plain(moved), seed);
    }

    private Object[] shifted(double h) {
        return shifted(input, derivatives.active(), h);
    }

    /** Arguments moved along the direction in which differences are taken. */
    public static Object[] shifted(Object[] input, List<Boolean> isActive, double h) {
        Object[] active = activeOf(Numbers.random(input, SEED), isActive);
        List<Double> steps = Numbers.list(active);
        Object[] moved = Numbers.copy(input);
        int[] next = {0};
        Object[] movedActive =
                Numbers.map(activeOf(moved, isActive), (type, number) -> number + h * steps.get(next[0]++));
        // Arrays are shared between arguments, active or not, so write the moved numbers into the copies themselves.
        Shapes.overwrite(activeOf(moved, isActive), movedActive);
        int k = 0;
        for (int i = 0; i < moved.length; i++) {
            if (isActive.get(i)) {
                if (moved[i] instanceof Number) {
                    moved[i] = movedActive[k];
                }
                k++;
            }
        }
        return moved;
    }

    /** The scalar that is differentiated: final arrays and result, each number times its seed. */
    private double outputs(Object[] arrays, Object value, Object seed) {
        double sum = Numbers.dot(Numbers.list(arrays), Numbers.list(activeArrays(finalSeeds)));
        return value == null ? sum : sum + Numbers.dot(Numbers.list(Numbers.unshared(value)), Numbers.list(seed));
    }

    private double scale(Object[] rows, Object value) throws Throwable {
        double scale = Math.max(largest(activeArrays(rows)), largest(value));
        Object seed = seed(value);
        var reverse = reverse(compiled("reverse"), Numbers.copy(input), seed);
        return Math.max(scale, largest(reverse.cotangents().toArray()));
    }

    /** The largest finite magnitude among some numbers, 1 at least. */
    private static double largest(Object... values) {
        return Numbers.list(values).stream()
                .mapToDouble(Math::abs)
                .filter(Double::isFinite)
                .reduce(1, Math::max);
    }

    private double eps() {
        return usesFloat ? 1e-4 : 0;
    }

    private Object[] activeOf(Object[] arguments) {
        return activeOf(arguments, derivatives.active());
    }

    private static Object[] activeOf(Object[] arguments, List<Boolean> isActive) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (isActive.get(i)) {
                list.add(arguments[i]);
            }
        }
        return list.toArray();
    }

    private Object[] activeArrays(Object[] arguments) {
        List<Object> list = new ArrayList<>();
        for (Object argument : activeOf(arguments)) {
            if (!(argument instanceof Number)) {
                list.add(argument);
            }
        }
        return list.toArray();
    }

    private Object plain(Object[] arguments) throws Throwable {
        try {
            return program.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private DerivativeCalls.Code compiled(String name) {
        // Not by reflection, which takes a NullPointerException of a hidden class, whose frames it does not see, for
        // its own.
        return arguments ->
                MethodHandles.lookup().unreflect(derivatives.compiled(name)).invokeWithArguments(arguments);
    }

    private DerivativeCalls.Code interpreted(String name) {
        return derivatives.isInterpretable(name) ? arguments -> derivatives.interpret(name, arguments) : compiled(name);
    }

    private static void assertSame(String what, Throwable expected, Throwable actual) {
        if (expected instanceof NullPointerException) {
            // Its message tells of the variable, which is another one in a derivative.
            assertThat(actual).as(what).isInstanceOf(NullPointerException.class);
        } else {
            assertThat(String.valueOf(actual)).as(what).isEqualTo(expected.toString());
        }
    }

    private static void assertSame(String what, Object expected, Object actual) {
        assertThat(Shapes.bits(actual)).as(what).isEqualTo(Shapes.bits(expected));
    }
}
