package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Operator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing that can have a derivative is left out, in whatever JDK runs this. */
class ScalarRuleCoverageTest {
    /** Number parameters by which the derivative is zero although the function has another one that counts. */
    private static final List<String> ZERO_OPERANDS = List.of(
            "copySign(double,double) 1",
            "copySign(float,float) 1",
            "nextAfter(double,double) 1",
            "nextAfter(float,double) 1");

    @TestFactory
    Stream<DynamicTest> everyFunctionOfNumbersHasARule() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Stream.of(method.getParameterTypes()).anyMatch(ScalarRuleCoverageTest::isNumber))
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> requireRule(method)));
    }

    private static void requireRule(Method method) {
        MethodReference reference = RuleProbe.reference(method);
        ScalarRule rule = Rules.builtIn().of(reference).orElse(null);
        assertThat(rule).as("rule of %s", method).isNotNull();
        if (!isNumber(method.getReturnType())) {
            assertThat(rule).isEqualTo(ScalarRule.ZERO);
            assertThat(Rules.builtIn().isInactive(reference)).isTrue();
        } else if (!rule.partials().isEmpty()) {
            assertThat(rule.partials())
                    .extracting(Partial::operand)
                    .containsExactlyElementsOf(expectedOperands(method));
        }
    }

    private static List<Integer> expectedOperands(Method method) {
        String signature = method.toString().replaceAll(".*\\.(?=\\w+\\()", "");
        return IntStream.range(0, method.getParameterCount())
                .filter(i -> isNumber(method.getParameterTypes()[i]))
                .filter(i -> !ZERO_OPERANDS.contains(signature + " " + i))
                .boxed()
                .toList();
    }

    @Test
    void onlyStepsAreSaidToHaveNoDerivative() {
        List<String> zero = Stream.of(Math.class.getDeclaredMethods())
                .filter(method -> Rules.builtIn()
                        .of(RuleProbe.reference(method))
                        .filter(ScalarRule.ZERO::equals)
                        .isPresent())
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
        assertThat(zero).containsExactly("ceil", "floor", "getExponent", "rint", "round", "signum", "ulp");
    }

    @Test
    void operatorsFromNumberToNumberHaveAPartialForEachNumber() {
        for (Operator operator : Operator.values()) {
            List<Integer> expected = IntStream.range(0, operator.operands().size())
                    .filter(i -> operator.result().isFloating())
                    .filter(i -> operator.operands().get(i).isFloating())
                    .boxed()
                    .toList();
            assertThat(Rules.of(operator).partials())
                    .as(operator.mnemonic())
                    .extracting(Partial::operand)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void partialsHaveTheTypeOfTheResult() {
        for (Operator operator : Operator.values()) {
            for (Partial partial : Rules.of(operator).partials()) {
                assertThat(partial.method().result()).as(partial.toString()).isEqualTo(operator.result());
            }
        }
    }

    /** Calls of {@code clamp} are compiled on newer JDKs than the one the compiler may run on. */
    @Test
    void functionsOfNewerJdksAreKnownByName() {
        for (String owner : List.of("java/lang/Math", "java/lang/StrictMath")) {
            assertThat(Rules.builtIn().of(new MethodReference(owner, "clamp", "(DDD)D")))
                    .isPresent();
            assertThat(Rules.builtIn().of(new MethodReference(owner, "clamp", "(FFF)F")))
                    .isPresent();
        }
    }

    @Test
    void unknownMethodsHaveNoRule() {
        assertThat(Rules.builtIn().of(new MethodReference("java/lang/Math", "floorMod", "(II)I")))
                .isEmpty();
        assertThat(Rules.builtIn().of(new MethodReference("demo/Decay", "sin", "(D)D")))
                .isEmpty();
    }

    private static boolean isNumber(Class<?> type) {
        return type == double.class || type == float.class;
    }
}
