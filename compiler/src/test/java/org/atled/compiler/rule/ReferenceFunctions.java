package org.atled.compiler.rule;

import static java.math.BigDecimal.ONE;
import static org.atled.compiler.rule.BigMath.DIGITS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The functions that have partials, by the name of method or opcode, computed without any of the rules. */
final class ReferenceFunctions {
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

    static final Map<String, Function<BigDecimal[], BigDecimal>> ALL = Map.ofEntries(
            Map.entry("sin", v -> BigMath.sin(v[0])),
            Map.entry("cos", v -> BigMath.cos(v[0])),
            Map.entry("tan", v -> BigMath.sin(v[0]).divide(BigMath.cos(v[0]), DIGITS)),
            Map.entry("asin", v -> BigMath.asin(v[0])),
            Map.entry("acos", v -> BigMath.asin(v[0]).negate()),
            Map.entry("atan", v -> BigMath.atan(v[0])),
            Map.entry("atan2", v -> BigMath.angle(v[0], v[1])),
            Map.entry("sinh", v -> BigMath.sinh(v[0])),
            Map.entry("cosh", v -> BigMath.cosh(v[0])),
            Map.entry("tanh", v -> BigMath.sinh(v[0]).divide(BigMath.cosh(v[0]), DIGITS)),
            Map.entry("exp", v -> BigMath.exp(v[0])),
            Map.entry("expm1", v -> BigMath.exp(v[0]).subtract(ONE)),
            Map.entry("log", v -> BigMath.log(v[0])),
            Map.entry("log10", v -> BigMath.log(v[0]).divide(BigMath.log(BigDecimal.TEN), DIGITS)),
            Map.entry("log1p", v -> BigMath.log(ONE.add(v[0]))),
            Map.entry("pow", v -> BigMath.pow(v[0], v[1])),
            Map.entry("sqrt", v -> v[0].sqrt(DIGITS)),
            Map.entry("cbrt", v -> BigMath.cbrt(v[0])),
            Map.entry("hypot", v -> BigMath.hypot(v[0], v[1])),
            Map.entry("abs", v -> v[0].abs()),
            Map.entry("max", v -> v[0].max(v[1])),
            Map.entry("min", v -> v[0].min(v[1])),
            Map.entry("clamp", v -> v[0].max(v[1]).min(v[2])),
            Map.entry("fma", v -> v[0].multiply(v[1]).add(v[2])),
            Map.entry("copySign", v -> v[1].signum() < 0 ? v[0].abs().negate() : v[0].abs()),
            Map.entry("scalb", v -> v[0].multiply(BigDecimal.valueOf(2).pow(v[1].intValueExact(), DIGITS))),
            Map.entry("nextAfter", v -> v[0]),
            Map.entry("nextUp", v -> v[0]),
            Map.entry("nextDown", v -> v[0]),
            Map.entry("toRadians", v -> v[0].multiply(BigMath.PI).divide(HALF_TURN, DIGITS)),
            Map.entry("toDegrees", v -> v[0].multiply(HALF_TURN).divide(BigMath.PI, DIGITS)),
            Map.entry("IEEEremainder", v -> v[0].subtract(v[1].multiply(BigMath.nearest(v[0].divide(v[1], DIGITS))))),
            Map.entry("add", v -> v[0].add(v[1])),
            Map.entry("sub", v -> v[0].subtract(v[1])),
            Map.entry("mul", v -> v[0].multiply(v[1])),
            Map.entry("div", v -> v[0].divide(v[1], DIGITS)),
            Map.entry(
                    "rem",
                    v -> v[0].subtract(v[1].multiply(v[0].divide(v[1], DIGITS).setScale(0, RoundingMode.DOWN)))),
            Map.entry("neg", v -> v[0].negate()),
            Map.entry("d2f", v -> v[0]),
            Map.entry("f2d", v -> v[0]));

    /** {@code Math} and {@code StrictMath} are checked at the same points. */
    private static final Map<List<Object>, BigDecimal> KNOWN = new ConcurrentHashMap<>();

    private ReferenceFunctions() {}

    /** The partial derivative by operand {@code i}, by a central difference with a step of 1e-40, relative below 1. */
    static BigDecimal partial(String name, Object[] operands, int i) {
        return KNOWN.computeIfAbsent(
                List.of(name, List.of(operands), i), first -> differenceQuotient(name, operands, i));
    }

    private static BigDecimal differenceQuotient(String name, Object[] operands, int i) {
        Function<BigDecimal[], BigDecimal> function = ALL.get(name);
        BigDecimal at = exact(operands[i]);
        BigDecimal size = at.signum() == 0 ? ONE : at.abs().min(ONE);
        BigDecimal step = size.movePointLeft(40);
        BigDecimal above = function.apply(moved(operands, i, at.add(step)));
        BigDecimal below = function.apply(moved(operands, i, at.subtract(step)));
        return above.subtract(below).divide(step.add(step), DIGITS);
    }

    private static BigDecimal[] moved(Object[] operands, int i, BigDecimal value) {
        BigDecimal[] moved = new BigDecimal[operands.length];
        for (int k = 0; k < operands.length; k++) {
            moved[k] = k == i ? value : exact(operands[k]);
        }
        return moved;
    }

    private static BigDecimal exact(Object number) {
        return number instanceof Integer integer
                ? BigDecimal.valueOf(integer)
                : new BigDecimal(((Number) number).doubleValue());
    }
}
