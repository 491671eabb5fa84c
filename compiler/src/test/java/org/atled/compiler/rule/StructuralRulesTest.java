package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.atled.compiler.ir.MethodReference;
import org.atled.rules.StreamSums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The array operations are linear, so the pushforward must do to tangents what the primal does to values; and the
 * pullback must be its transpose: ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩.
 */
class StructuralRulesTest {
    private static final String SYSTEM = "java/lang/System";
    private static final String ARRAYS = "java/util/Arrays";
    private static final String ARRAYCOPY = "(Ljava/lang/Object;ILjava/lang/Object;II)V";

    private final SplittableRandom random = new SplittableRandom(5);

    private static StructuralRuleProbe rule(String owner, String name, String descriptor) {
        return new StructuralRuleProbe(Rules.builtIn()
                .structural(new MethodReference(owner, name, descriptor))
                .orElseThrow());
    }

    @ParameterizedTest(name = "from {0} to {1}, {2} elements")
    @CsvSource({"0,3,5", "3,0,5", "2,2,4", "0,1,9", "1,0,9", "4,7,0", "0,5,5", "5,0,5"})
    void arraycopyWithinOneArray(int from, int to, int length) {
        StructuralRuleProbe rule = rule(SYSTEM, "arraycopy", ARRAYCOPY);
        double[] tangent = numbers(10);
        double[] moved = tangent.clone();
        Object[] operands = {null, from, null, to, length};
        rule.pushforward(operands, new Object[] {moved, null, moved, null, null}, null);
        double[] expected = tangent.clone();
        System.arraycopy(expected, from, expected, to, length);
        assertThat(moved).containsExactly(expected);

        double[] seed = numbers(10);
        double[] cotangent = seed.clone();
        rule.pullback(operands, new Object[] {cotangent, null, cotangent, null, null}, null, null);
        assertThat(dot(cotangent, tangent)).isCloseTo(dot(seed, moved), within(1e-14));
    }

    @Test
    void arraycopyBetweenArrays() {
        StructuralRuleProbe rule = rule(SYSTEM, "arraycopy", ARRAYCOPY);
        Object[] operands = {null, 1, null, 2, 3};
        double[] sourceTangent = numbers(5);
        double[] destTangent = {9, 9, 9, 9, 9, 9};
        rule.pushforward(operands, new Object[] {sourceTangent, null, destTangent, null, null}, null);
        assertThat(destTangent).containsExactly(9, 9, sourceTangent[1], sourceTangent[2], sourceTangent[3], 9);

        double[] source = {1, 1, 1, 1, 1};
        double[] dest = {1, 2, 3, 4, 5, 6};
        rule.pullback(operands, new Object[] {source, null, dest, null, null}, null, null);
        assertThat(source).containsExactly(1, 4, 5, 6, 1);
        assertThat(dest).containsExactly(1, 2, 0, 0, 0, 6);
    }

    @Test
    void arraycopyOfFloats() {
        StructuralRuleProbe rule = rule(SYSTEM, "arraycopy", ARRAYCOPY);
        float[] cotangent = {1, 2, 3};
        rule.pullback(
                new Object[] {null, 0, null, 1, 2}, new Object[] {cotangent, null, cotangent, null, null}, null, null);
        assertThat(cotangent).containsExactly(3, 3, 0);
        float[] dest = {1, 2, 3};
        rule.pushforward(new Object[] {null, 0, null, 1, 2}, new Object[] {null, null, dest, null, null}, null);
        assertThat(dest).containsExactly(1, 0, 0);
    }

    @Test
    void arraycopyWithOneActiveSide() {
        StructuralRuleProbe rule = rule(SYSTEM, "arraycopy", ARRAYCOPY);
        Object[] operands = {null, 0, null, 1, 2};
        double[] shadow = {1, 2, 3};
        rule.pushforward(operands, new Object[] {null, null, shadow, null, null}, null);
        assertThat(shadow).containsExactly(1, 0, 0);
        double[] cotangent = {1, 2, 3};
        rule.pullback(operands, new Object[] {null, null, cotangent, null, null}, null, null);
        assertThat(cotangent).containsExactly(1, 0, 0);
        double[] source = {1, 2, 3};
        rule.pushforward(operands, new Object[] {source, null, null, null, null}, null);
        rule.pullback(operands, new Object[] {source, null, null, null, null}, null, null);
        assertThat(source).containsExactly(1, 2, 3);
    }

    @Test
    void arraycopyOfRowsCopiesTheirShadows() {
        StructuralRuleProbe rule = rule(SYSTEM, "arraycopy", ARRAYCOPY);
        double[][] source = {{1}, {2}};
        double[][] dest = {{3}, {4}};
        Object[] operands = {null, 0, null, 1, 1};
        rule.shadow(operands, new Object[] {source, null, dest, null, null}, null);
        assertThat(dest[1]).isSameAs(source[0]);
        rule.pullback(operands, new Object[] {source, null, dest, null, null}, null, null);
        assertThat(dest[1]).containsExactly(1);
        rule.pushforward(operands, new Object[] {null, null, dest, null, null}, null);
        assertThat(dest[1]).isNull();
    }

    @Test
    void numbersAreNotMovedInTheForwardSweep() {
        double[] source = {1, 2};
        double[] dest = {3, 4};
        rule(SYSTEM, "arraycopy", ARRAYCOPY)
                .shadow(new Object[] {null, 0, null, 0, 2}, new Object[] {source, null, dest, null, null}, null);
        assertThat(dest).containsExactly(3, 4);
    }

    @Test
    void fill() {
        StructuralRuleProbe rule = rule(ARRAYS, "fill", "([DD)V");
        double[] tangent = {1, 2, 3};
        rule.pushforward(new Object[] {null, 7.0}, new Object[] {tangent, 5.0}, null);
        assertThat(tangent).containsExactly(5, 5, 5);
        double[] cotangent = {1, 2, 3};
        assertThat(rule.pullback(new Object[] {null, 7.0}, new Object[] {cotangent, null}, null, null))
                .isEqualTo(6.0);
        assertThat(cotangent).containsExactly(0, 0, 0);
        assertThat(rule.pullback(new Object[] {null, 7.0}, new Object[] {null, null}, null, null))
                .isEqualTo(0.0);
        assertThat(rule.rule().writes()).containsExactly(0);
        assertThat(rule.rule().shadow()).isEmpty();
    }

    @Test
    void fillOfARangeOfFloats() {
        StructuralRuleProbe rule = rule(ARRAYS, "fill", "([FIIF)V");
        Object[] operands = {null, 1, 3, 7f};
        float[] tangent = {1, 2, 3, 4};
        rule.pushforward(operands, new Object[] {tangent, null, null, 5f}, null);
        assertThat(tangent).containsExactly(1, 5, 5, 4);
        float[] cotangent = {1, 2, 3, 4};
        assertThat(rule.pullback(operands, new Object[] {cotangent, null, null, null}, null, null))
                .isEqualTo(5f);
        assertThat(cotangent).containsExactly(1, 0, 0, 4);
    }

    @Test
    void fillWithARow() {
        double[] row = {1};
        double[][] shadow = {{2}, {3}, {4}};
        StructuralRuleProbe whole = rule(ARRAYS, "fill", "([Ljava/lang/Object;Ljava/lang/Object;)V");
        whole.shadow(new Object[] {null, null}, new Object[] {shadow, row}, null);
        assertRefersTo(shadow, row, row, row);
        StructuralRuleProbe range = rule(ARRAYS, "fill", "([Ljava/lang/Object;IILjava/lang/Object;)V");
        range.shadow(new Object[] {null, 1, 2, null}, new Object[] {shadow, null, null, null}, null);
        assertRefersTo(shadow, row, null, row);
        assertThat(whole.rule().pullback()).isEmpty();
        assertThat(range.rule().pullback()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3", "5", "8", "0"})
    void copyOf(int newLength) {
        copies(rule(ARRAYS, "copyOf", "([DI)[D"), new Object[] {null, newLength}, Arrays.copyOf(numbers(5), newLength));
    }

    @ParameterizedTest
    @CsvSource({"0,5", "1,3", "2,9", "5,5", "5,7"})
    void copyOfRange(int from, int to) {
        double[] result = Arrays.copyOfRange(numbers(5), from, to);
        copies(rule(ARRAYS, "copyOfRange", "([DII)[D"), new Object[] {null, from, to}, result);
    }

    @Test
    void cloneOfNumbers() {
        copies(rule("[D", "clone", "()Ljava/lang/Object;"), new Object[] {numbers(5)}, numbers(5));
        float[] cotangent = {1, 2};
        float[] result = {3, 4};
        StructuralRuleProbe floats = rule("[F", "clone", "()Ljava/lang/Object;");
        floats.pullback(new Object[] {null}, new Object[] {cotangent}, null, result);
        assertThat(cotangent).containsExactly(4, 6);
    }

    /** Checks a rule that copies an array of five numbers, its first operand. */
    private void copies(StructuralRuleProbe rule, Object[] operands, double[] result) {
        Object[] shadows = new Object[operands.length];
        double[] tangent = numbers(5);
        shadows[0] = tangent.clone();
        double[] resultTangent = (double[]) rule.pushforward(operands, shadows, result);
        assertThat(resultTangent).hasSameSizeAs(result).isNotSameAs(shadows[0]);
        double[] shadow = (double[]) rule.shadow(operands, shadows, result);
        assertThat(shadow).containsExactly(new double[result.length]);

        double[] seed = numbers(result.length);
        double[] before = numbers(5);
        double[] cotangent = before.clone();
        shadows[0] = cotangent;
        rule.pullback(operands, shadows, result, seed.clone());
        assertThat(dot(cotangent, tangent) - dot(before, tangent)).isCloseTo(dot(seed, resultTangent), within(1e-14));

        shadows[0] = null;
        assertThat((double[]) rule.pushforward(operands, shadows, result)).containsExactly(new double[result.length]);
        rule.pullback(operands, shadows, result, seed);
        shadows[0] = cotangent;
        double[] unchanged = cotangent.clone();
        rule.pullback(operands, shadows, result, null);
        assertThat(cotangent).containsExactly(unchanged);
    }

    @Test
    void copiesOfRowsShareTheirShadows() {
        double[][] primal = {{1}, {2}};
        double[][] shadow = {{3}, {4}};
        for (StructuralRuleProbe rule : List.of(
                rule("[[D", "clone", "()Ljava/lang/Object;"),
                rule(ARRAYS, "copyOf", "([Ljava/lang/Object;I)[Ljava/lang/Object;"),
                rule(ARRAYS, "copyOfRange", "([Ljava/lang/Object;II)[Ljava/lang/Object;"))) {
            int operands = rule.rule().shadow().orElseThrow().arguments().size();
            Object[] values = operands == 2
                    ? new Object[] {primal}
                    : operands == 3 ? new Object[] {primal, 2} : new Object[] {primal, 0, 2};
            Object[] shadows = new Object[values.length];
            shadows[0] = shadow;
            assertThat(rule.shadow(values, shadows, primal)).isNotSameAs(shadow);
            assertRefersTo(rule.shadow(values, shadows, primal), shadow[0], shadow[1]);
            assertRefersTo(rule.pushforward(values, shadows, primal), shadow[0], shadow[1]);
            shadows[0] = null;
            assertRefersTo(rule.shadow(values, shadows, primal), null, null);
            assertThat(rule.rule().pullback()).isEmpty();
        }
    }

    @Test
    void sumOfAStream() {
        StructuralRuleProbe rule = rule("org/atled/rules/StreamSums", "sum", "([D)D");
        double[] array = {1e16, 1, -1e16};
        assertThat(StreamSums.sum(array)).isEqualTo(Arrays.stream(array).sum());
        assertThat(rule.pushforward(new Object[] {array}, new Object[] {new double[] {1, 2, 3}}, 1.0))
                .isEqualTo(6.0);
        assertThat(rule.pushforward(new Object[] {array}, new Object[] {null}, 1.0))
                .isEqualTo(0.0);
        double[] cotangent = {1, 2, 3};
        rule.pullback(new Object[] {array}, new Object[] {cotangent}, 1.0, 10.0);
        assertThat(cotangent).containsExactly(11, 12, 13);
    }

    @Test
    void arraysWithoutNumbersHaveNoRule() {
        assertThat(Rules.builtIn().structural(new MethodReference("[I", "clone", "()Ljava/lang/Object;")))
                .isEmpty();
        assertThat(Rules.builtIn().structural(new MethodReference(ARRAYS, "fill", "([II)V")))
                .isEmpty();
        assertThat(Rules.builtIn().structural(new MethodReference("[[D", "getClass", "()Ljava/lang/Class;")))
                .isEmpty();
    }

    private static void assertRefersTo(Object array, double[]... rows) {
        double[][] shadows = (double[][]) array;
        assertThat(shadows.length).isEqualTo(rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertThat(shadows[i]).isSameAs(rows[i]);
        }
    }

    private double[] numbers(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
