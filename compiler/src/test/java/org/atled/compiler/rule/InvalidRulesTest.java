package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.atled.rules.PartialsOf;
import org.atled.rules.RulesFor;
import org.atled.rules.SinceJdk;
import org.atled.rules.Writes;
import org.atled.rules.ZeroDerivative;
import org.junit.jupiter.api.Test;

/** A mistake in a rule class is refused with the rule's name, the cause and the fix. */
class InvalidRulesTest {

    @PartialsOf(Math.class)
    public static final class UnknownMethod {
        public static double sine_dx(double x) {
            return x;
        }
    }

    @Test
    void unknownMethod() {
        refusesScalar(
                UnknownMethod.class,
                "UnknownMethod.sine_dx",
                "java.lang.Math has no public static method",
                "\"double sine(double x)\"",
                "declare it by an abstract method");
    }

    @PartialsOf(Math.class)
    public abstract static class UnknownDeclaration {
        abstract double fmad(double a, double b, double c);
    }

    @Test
    void unknownDeclaredMethod() {
        refusesScalar(UnknownDeclaration.class, "fmad", "java.lang.Math has no public method", "Correct the name");
    }

    @PartialsOf(Math.class)
    public abstract static class FutureMethod {
        @SinceJdk(9999)
        @ZeroDerivative
        abstract double wiggle(double a);
    }

    @Test
    void methodsOfFutureJdksAreNotLookedFor() {
        ScalarRuleReader.read(RuleClass.of(FutureMethod.class), new PlatformMethods());
    }

    @PartialsOf(Math.class)
    public abstract static class UnknownParameter {
        abstract double fma(double a, double b, double c);

        public static double fma_da(double x) {
            return x;
        }
    }

    @Test
    void unknownParameter() {
        refusesScalar(UnknownParameter.class, "fma_da", "fits none of the declared", "Take parameters by their names");
    }

    @PartialsOf(Math.class)
    public static final class UnknownOperand {
        public static double atan2_dz(double y, double x) {
            return x - y;
        }
    }

    @Test
    void derivativeByUnknownParameter() {
        refusesScalar(UnknownOperand.class, "atan2_dz", "no parameter z", "Rename it after one of [y, x]");
    }

    @PartialsOf(Math.class)
    public static final class DifferentNames {
        public static double atan2_dx(double y, double x) {
            return x - y;
        }

        public static double atan2_dy(double y, double z) {
            return y - z;
        }
    }

    @Test
    void partialsThatNameParametersDifferently() {
        refusesScalar(DifferentNames.class, "atan2_dy", "another partial calls the parameters [y, x]");
    }

    @PartialsOf(Math.class)
    public abstract static class WrongOrder {
        abstract double atan2(double y, double x);

        public static double atan2_dy(double x, double y) {
            return x - y;
        }
    }

    @Test
    void parametersInAnotherOrder() {
        refusesScalar(WrongOrder.class, "atan2_dy", "in that order");
    }

    @PartialsOf(Math.class)
    public static final class WrongType {
        public static float sin_dx(double x) {
            return (float) x;
        }
    }

    @Test
    void wrongType() {
        refusesScalar(WrongType.class, "sin_dx", "\"float sin(double x)\"");
    }

    @PartialsOf(Math.class)
    public static final class WrongResultType {
        public static double exp_dx(double x, float result) {
            return result;
        }
    }

    @Test
    void wrongTypeOfTheValue() {
        refusesScalar(WrongResultType.class, "exp_dx", "Give the parameter result that type");
    }

    @PartialsOf(Math.class)
    public static final class ByInteger {
        public static double scalb_dscaleFactor(double d, int scaleFactor) {
            return d * scaleFactor;
        }
    }

    @Test
    void derivativeByAnInteger() {
        refusesScalar(ByInteger.class, "scalb_dscaleFactor", "only float and double have a derivative");
    }

    @PartialsOf(Math.class)
    public static final class NotNamedAsPartial {
        public static double sin(double x) {
            return x;
        }
    }

    @Test
    void notNamedAsAPartial() {
        refusesScalar(NotNamedAsPartial.class, "NotNamedAsPartial.sin", "Rename it <method>_d<parameter>");
    }

    @PartialsOf(Math.class)
    public static final class NotPublic {
        static double sin_dx(double x) {
            return x;
        }
    }

    @Test
    void notPublic() {
        refusesScalar(NotPublic.class, "sin_dx", "Make it public and static");
    }

    @PartialsOf(Math.class)
    static final class NotPublicClass {
        public static double sin_dx(double x) {
            return x;
        }
    }

    @Test
    void notPublicClass() {
        refusesScalar(NotPublicClass.class, "NotPublicClass", "Make it public");
    }

    @PartialsOf(Math.class)
    public abstract static class Incomplete {
        abstract double sin(double x);
    }

    @Test
    void declaredWithoutPartial() {
        refusesScalar(Incomplete.class, "Incomplete.sin", "no partial", "@ZeroDerivative");
    }

    @PartialsOf(Math.class)
    public abstract static class Contradiction {
        @ZeroDerivative
        abstract double floor(double x);

        public static double floor_dx(double x) {
            return x;
        }
    }

    @Test
    void zeroDerivativeWithPartial() {
        refusesScalar(Contradiction.class, "Contradiction.floor", "Remove @ZeroDerivative or the partial");
    }

    @PartialsOf(Math.class)
    public static final class Twice {
        public static double sin_dx(double x) {
            return x;
        }

        public static double sin_dx(double x, double result) {
            return result - x;
        }
    }

    @Test
    void twoPartialsByOneParameter() {
        refusesScalar(Twice.class, "sin_dx", "two partials by x", "Remove one");
    }

    public static final class NotAnnotated {}

    @Test
    void notAnnotated() {
        refusesScalar(NotAnnotated.class, "NotAnnotated", "Annotate it @PartialsOf");
        refusesStructural(NotAnnotated.class, "NotAnnotated", "Annotate it @RulesFor");
    }

    @PartialsOf(Math.class)
    public static final class First {
        public static double sin_dx(double x) {
            return x;
        }
    }

    @PartialsOf(Math.class)
    public static final class Second {
        public static double sin_dx(double x) {
            return x;
        }
    }

    @Test
    void twoClassesWithARuleForOneMethod() {
        assertThatThrownBy(() -> Rules.readAll(List.of(First.class, Second.class), ScalarRuleReader::read))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining("Second")
                .hasMessageContaining("another class has a rule for java.lang.Math.sin(D)D");
    }

    public static final class UnknownOpcode {
        public static double dsqrt_dx(double x) {
            return x;
        }
    }

    public static final class WrongOperand {
        public static double dmul_dx(double z) {
            return z;
        }
    }

    @Test
    void opcodes() {
        refuses(() -> OperatorRuleReader.read(UnknownOpcode.class), "dsqrt_dx", "there is no opcode dsqrt");
        refuses(() -> OperatorRuleReader.read(WrongOperand.class), "dmul_dx", "\"double dmul(double x, double y)\"");
    }

    @RulesFor(Arrays.class)
    public abstract static class UnknownShadow {
        abstract void fill(double[] a, double val);

        public static void fill_pushforward(double[] bTangent, double valTangent) {}
    }

    @Test
    void unknownShadow() {
        refusesStructural(UnknownShadow.class, "fill_pushforward", "\"void fill(double[] a, double val)\"", "Tangent");
    }

    @RulesFor(Arrays.class)
    public abstract static class UnknownEnding {
        abstract void fill(double[] a, double val);

        public static void fill_backward(double[] aCotangent) {}
    }

    @Test
    void unknownEnding() {
        refusesStructural(UnknownEnding.class, "fill_backward", "Rename it <method>_pushforward");
    }

    @RulesFor(Arrays.class)
    public abstract static class NoPushforward {
        abstract void fill(double[] a, double val);
    }

    @Test
    void missingPushforward() {
        refusesStructural(NoPushforward.class, "NoPushforward.fill", "Write fill_pushforward");
    }

    @RulesFor(Arrays.class)
    public abstract static class LostCotangent {
        abstract void fill(double[] a, double val);

        public static void fill_pushforward(double[] aTangent, double valTangent) {}

        public static void fill_pullback(double[] aCotangent) {}
    }

    @Test
    void pullbackThatDropsTheCotangentOfANumber() {
        refusesStructural(LostCotangent.class, "fill_pullback", "must return double");
    }

    @RulesFor(Arrays.class)
    public abstract static class WritesUnknown {
        @Writes("b")
        abstract void fill(double[] a, double val);

        public static void fill_pushforward(double[] aTangent, double valTangent) {}
    }

    @Test
    void writesUnknownParameter() {
        refusesStructural(WritesUnknown.class, "@Writes names b", "Name one of [a]");
    }

    private static void refusesScalar(Class<?> rules, String... parts) {
        refuses(() -> ScalarRuleReader.read(RuleClass.of(rules), new PlatformMethods()), parts);
    }

    private static void refusesStructural(Class<?> rules, String... parts) {
        refuses(() -> StructuralRuleReader.read(RuleClass.of(rules), new PlatformMethods()), parts);
    }

    private static void refuses(Runnable reading, String... parts) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContainingAll(parts);
    }
}
