package org.atled.compiler.rule;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Operator;
import org.atled.rules.StrongZero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions of the page on derivatives, one row each. */
class SingularPointsTest {

    static Stream<Arguments> decisions() {
        return Stream.of(
                row("sqrt", at(0), gives(POSITIVE_INFINITY)),
                row("sqrt", at(-0.0), gives(POSITIVE_INFINITY)),
                row("sqrt", at(-1), gives(NaN)),
                row("cbrt", at(0), gives(POSITIVE_INFINITY)),
                row("cbrt", at(-0.0), gives(POSITIVE_INFINITY)),
                row("log", at(0), gives(POSITIVE_INFINITY)),
                row("log", at(-0.0), gives(POSITIVE_INFINITY)),
                row("log", at(-1), gives(NaN)),
                row("log10", at(0), gives(POSITIVE_INFINITY)),
                row("log10", at(-2), gives(NaN)),
                row("log1p", at(-1), gives(POSITIVE_INFINITY)),
                row("log1p", at(-2), gives(NaN)),
                row("asin", at(1), gives(POSITIVE_INFINITY)),
                row("asin", at(2), gives(NaN)),
                row("acos", at(-1), gives(NEGATIVE_INFINITY)),
                row("abs", at(0), gives(0)),
                row("abs", at(-0.0), gives(0)),
                row("abs", at(-3), gives(-1)),
                row("max", at(2, 2), gives(0, 1)),
                row("max", at(0.0, -0.0), gives(0, 1)),
                row("max", at(3, 2), gives(1, 0)),
                row("min", at(2, 2), gives(0, 1)),
                row("min", at(-0.0, 0.0), gives(0, 1)),
                row("min", at(1, 2), gives(1, 0)),
                row("max", at(NaN, 1), gives(NaN, NaN)),
                row("min", at(1, NaN), gives(NaN, NaN)),
                row("pow", at(0, 0), gives(0, NEGATIVE_INFINITY)),
                row("pow", at(5, 0), gives(0, Math.log(5))),
                row("pow", at(-5, 0), gives(0, NaN)),
                row("pow", at(NaN, 0), gives(0, NaN)),
                row("pow", at(POSITIVE_INFINITY, 0), gives(0, POSITIVE_INFINITY)),
                row("pow", at(0, 1), gives(1, 0)),
                row("pow", at(-0.0, 1), gives(1, 0)),
                row("pow", at(0, 2), gives(0, 0)),
                row("pow", at(0, 3), gives(0, 0)),
                row("pow", at(0, 2.5), gives(0, 0)),
                row("pow", at(0, 0.5), gives(POSITIVE_INFINITY, 0)),
                row("pow", at(0, -1), gives(NEGATIVE_INFINITY, NEGATIVE_INFINITY)),
                row("pow", at(-2, 3), gives(12, NaN)),
                row("pow", at(-8, 1.0 / 3), gives(NaN, NaN)),
                row("hypot", at(0, 0), gives(0, 0)),
                row("hypot", at(-0.0, 0), gives(0, 0)),
                row("hypot", at(Double.MIN_VALUE, 0), gives(1, 0)),
                row("atan2", at(0, 0), gives(NaN, NaN)),
                row("exp", at(800), gives(POSITIVE_INFINITY)),
                row("copySign", at(0, -1), gives(0, 0)),
                row("copySign", at(-3, 5), gives(-1, 0)),
                row("copySign", at(3, -0.0), gives(-1, 0)));
    }

    @ParameterizedTest(name = "{0}{1} has the partials {2}")
    @MethodSource("decisions")
    void decision(String function, List<Double> point, List<Double> expected) {
        double[] partials = RuleProbe.ofMath(
                function, point.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < partials.length; i++) {
            assertThat(partials[i] + 0.0).isEqualTo(expected.get(i));
        }
    }

    /** A tie with a bound goes where {@code min(max, max(value, min))} sends it. */
    @Test
    void clampAtItsBounds() {
        assertThat(clamp(1, 0, 2)).containsExactly(1, 0, 0);
        assertThat(clamp(0, 0, 2)).containsExactly(0, 1, 0);
        assertThat(clamp(2, 0, 2)).containsExactly(1, 0, 0);
        assertThat(clamp(3, 0, 2)).containsExactly(0, 0, 1);
        assertThat(clamp(-1, 0, 2)).containsExactly(0, 1, 0);
        assertThat(clamp(NaN, 0, 2)).containsExactly(NaN, NaN, NaN);
    }

    private static double[] clamp(double value, double min, double max) {
        ScalarRule rule = Rules.builtIn()
                .of(new MethodReference("java/lang/Math", "clamp", "(DDD)D"))
                .orElseThrow();
        return RuleProbe.partials(rule, new Object[] {value, min, max}, Math.min(max, Math.max(value, min)));
    }

    @Test
    void divisionByZeroIsSingular() {
        ScalarRule rule = Rules.of(Operator.DDIV);
        assertThat(RuleProbe.partials(rule, new Object[] {1.0, 0.0}, POSITIVE_INFINITY))
                .containsExactly(POSITIVE_INFINITY, NEGATIVE_INFINITY);
        assertThat(rule.partials()).allMatch(Partial::singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt", "cbrt", "log", "log10", "log1p", "asin", "acos", "exp", "expm1", "sinh", "cosh", "pow", "atan2"
            })
    void functionsWithInfinitePartialsAreMarked(String function) {
        int operands = function.equals("pow") || function.equals("atan2") ? 2 : 1;
        String descriptor = "(" + "D".repeat(operands) + ")D";
        assertThat(Rules.builtIn()
                        .of(new MethodReference("java/lang/Math", function, descriptor))
                        .orElseThrow()
                        .partials())
                .allMatch(Partial::singular);
    }

    @Test
    void aZeroSeedWinsOverAnInfinitePartial() {
        assertThat(StrongZero.product(POSITIVE_INFINITY, 0.0)).isZero();
        assertThat(StrongZero.product(NaN, -0.0)).isZero();
        assertThat(StrongZero.product(POSITIVE_INFINITY, -2.0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(StrongZero.product(3.0, NaN)).isNaN();
        assertThat(StrongZero.product(Float.NaN, 0f)).isZero();
        assertThat(StrongZero.product(3f, 2f)).isEqualTo(6f);
    }

    /** A second derivative at a point where the first one happens to be zero. */
    @Test
    void aZeroSeedMayVary() {
        ScalarRule rule = Rules.builtIn()
                .of(new MethodReference("org/atled/rules/StrongZero", "product", "(DD)D"))
                .orElseThrow();
        assertThat(RuleProbe.partials(rule, new Object[] {2.0, 0.0}, 0.0)).containsExactly(0, 2);
        assertThat(rule.partials()).extracting(Partial::singular).containsExactly(false, true);
    }

    private static Arguments row(String function, List<Double> point, List<Double> partials) {
        return Arguments.of(function, point, partials);
    }

    private static List<Double> at(double... point) {
        return java.util.stream.DoubleStream.of(point).boxed().toList();
    }

    private static List<Double> gives(double... partials) {
        return at(partials);
    }
}
