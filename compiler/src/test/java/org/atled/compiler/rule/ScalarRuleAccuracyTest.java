package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Operator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every partial there is, against difference quotients with 450 digits: a few units in the last place, tails included. */
class ScalarRuleAccuracyTest {
    private static final double ULPS = 4;

    @TestFactory
    Stream<DynamicTest> functions() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(owner -> Stream.of(owner.getMethods()))
                .filter(method -> Rules.builtIn()
                        .of(RuleProbe.reference(method))
                        .filter(rule -> !rule.partials().isEmpty())
                        .isPresent())
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> checkFunction(method)));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return Stream.of(Operator.values())
                .filter(operator -> !Rules.of(operator).partials().isEmpty())
                .map(operator -> DynamicTest.dynamicTest(operator.mnemonic(), () -> checkOperator(operator)));
    }

    private static void checkFunction(Method method) throws ReflectiveOperationException {
        ScalarRule rule = Rules.builtIn().of(RuleProbe.reference(method)).orElseThrow();
        Class<?>[] types = method.getParameterTypes();
        for (double[] point : points(method.getName(), types.length, method.getReturnType())) {
            Object[] operands = new Object[types.length];
            Arrays.setAll(operands, i -> converted(point[i], types[i]));
            check(method.getName(), rule, operands, method.invoke(null, operands));
        }
    }

    private static void checkOperator(Operator operator) {
        String mnemonic = operator.mnemonic();
        String name = operator.operands().contains(operator.result()) ? mnemonic.substring(1) : mnemonic;
        Class<?> type = carrier(operator.result().descriptor());
        for (double[] point : points(name, operator.operands().size(), type)) {
            Object[] operands = new Object[point.length];
            Arrays.setAll(
                    operands,
                    i -> converted(point[i], carrier(operator.operands().get(i).descriptor())));
            double x = ((Number) operands[0]).doubleValue();
            double y = point.length == 1 ? 0 : ((Number) operands[1]).doubleValue();
            Object result = converted(computed(name, x, y), type);
            check(name, Rules.of(operator), operands, result);
        }
    }

    private static List<double[]> points(String name, int operands, Class<?> type) {
        SamplePoints points = SamplePoints.of(name, operands);
        return (type == float.class ? points.inFloats() : points).points(name.hashCode());
    }

    private static void check(String name, ScalarRule rule, Object[] operands, Object result) {
        double[] partials = RuleProbe.partials(rule, operands, result);
        for (int i : differentiable(name, rule, operands)) {
            BigDecimal expected = ReferenceFunctions.partial(name, operands, i);
            boolean isFloat = result instanceof Float;
            assertThat(error(expected, partials[i], isFloat))
                    .as(
                            "error in ulp of the partial of %s%s by operand %d: %s, not %s",
                            name, Arrays.toString(operands), i, partials[i], expected.round(new MathContext(20)))
                    .isLessThanOrEqualTo(ULPS);
        }
    }

    /** The operands the function can be moved in: powers of x <= 0 exist only at integers. */
    private static List<Integer> differentiable(String name, ScalarRule rule, Object[] operands) {
        boolean integerPower = name.equals("pow") && (Double) operands[0] <= 0;
        return rule.partials().stream()
                .map(Partial::operand)
                .filter(operand -> !(integerPower && operand == 1))
                .toList();
    }

    private static double error(BigDecimal expected, double actual, boolean isFloat) {
        double nearest = isFloat ? expected.floatValue() : expected.doubleValue();
        if (Double.isInfinite(nearest) || !Double.isFinite(actual)) {
            return nearest == actual ? 0 : Double.POSITIVE_INFINITY;
        }
        double ulp = isFloat ? Math.ulp((float) nearest) : Math.ulp(nearest);
        return new BigDecimal(actual)
                .subtract(expected)
                .abs()
                .divide(new BigDecimal(ulp), new MathContext(10))
                .doubleValue();
    }

    private static Class<?> carrier(String descriptor) {
        return descriptor.equals("F") ? float.class : double.class;
    }

    private static Object converted(double value, Class<?> type) {
        if (type == int.class) {
            return (int) value;
        }
        return type == float.class ? (Object) (float) value : (Object) value;
    }

    private static double computed(String name, double x, double y) {
        return switch (name) {
            case "add" -> x + y;
            case "sub" -> x - y;
            case "mul" -> x * y;
            case "div" -> x / y;
            case "rem" -> x % y;
            case "neg" -> -x;
            default -> x;
        };
    }
}
