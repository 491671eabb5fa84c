package org.atled.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atled.compiler.ir.MethodReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls may see an active value although no derivative passes through them, and which must not. */
class InactiveCallsTest {

    @ParameterizedTest
    @CsvSource({
        "java/io/PrintStream, println, (D)V",
        "java/io/PrintStream, printf, '(Ljava/lang/String;[Ljava/lang/Object;)Ljava/io/PrintStream;'",
        "java/lang/String, valueOf, (D)Ljava/lang/String;",
        "java/lang/String, format, '(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;'",
        "java/lang/StringBuilder, append, (D)Ljava/lang/StringBuilder;",
        "java/lang/Double, toString, (D)Ljava/lang/String;",
        "java/util/logging/Logger, fine, (Ljava/lang/String;)V",
        "java/lang/System$Logger, log, '(Ljava/lang/System$Logger$Level;Ljava/lang/Object;)V'",
        "org/slf4j/Logger, debug, '(Ljava/lang/String;Ljava/lang/Object;)V'"
    })
    void sinks(String owner, String name, String descriptor) {
        MethodReference method = new MethodReference(owner, name, descriptor);
        assertThat(Rules.builtIn().isSink(method)).isTrue();
        assertThat(Rules.builtIn().isInactive(method)).isFalse();
        assertThat(Rules.builtIn().forbidden(method)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java/lang/Double, isNaN, (D)Z",
        "java/lang/Double, compare, (DD)I",
        "java/lang/Float, isFinite, (F)Z",
        "java/util/Arrays, equals, ([D[D)Z",
        "java/util/Arrays, toString, ([D)Ljava/lang/String;",
        "java/lang/Math, round, (D)J",
        "java/lang/StrictMath, getExponent, (F)I"
    })
    void inactive(String owner, String name, String descriptor) {
        MethodReference method = new MethodReference(owner, name, descriptor);
        assertThat(Rules.builtIn().isInactive(method)).isTrue();
        assertThat(Rules.builtIn().isSink(method)).isFalse();
    }

    @Test
    void bitCastsAreForbiddenWithTheReason() {
        assertThat(Rules.builtIn().forbidden(new MethodReference("java/lang/Double", "doubleToRawLongBits", "(D)J")))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason())
                        .startsWith("Double.doubleToRawLongBits takes a number apart into bits")
                        .contains("Compute with the number itself"));
        assertThat(Rules.builtIn().forbidden(new MethodReference("java/lang/Float", "floatToIntBits", "(F)I")))
                .isPresent();
        assertThat(Rules.builtIn().forbidden(new MethodReference("java/lang/Double", "isNaN", "(D)Z")))
                .isEmpty();
    }

    /** Whatever returns a number, or an object a number can be taken from, would lose a derivative silently. */
    @ParameterizedTest
    @CsvSource({
        "java/lang/Double, valueOf, (D)Ljava/lang/Double;",
        "java/lang/Double, sum, (DD)D",
        "java/lang/Double, max, (DD)D",
        "java/lang/Double, doubleValue, ()D",
        "java/lang/Math, floor, (D)D",
        "java/util/Objects, requireNonNull, (Ljava/lang/Object;)Ljava/lang/Object;",
        "java/util/Arrays, stream, ([D)Ljava/util/stream/DoubleStream;",
        "java/util/Arrays, sort, ([D)V"
    })
    void noSilentZero(String owner, String name, String descriptor) {
        MethodReference method = new MethodReference(owner, name, descriptor);
        assertThat(Rules.builtIn().isSink(method)).isFalse();
        assertThat(Rules.builtIn().isInactive(method)).isFalse();
    }

    @Test
    void listedMethodsOfTheJdkExistAndReturnNoNumber() throws ClassNotFoundException {
        for (InactiveCalls calls : new InactiveCalls[] {InactiveCalls.SINKS, InactiveCalls.READERS}) {
            for (Map.Entry<String, Set<String>> entry : calls.namesByOwner().entrySet()) {
                String owner = entry.getKey().replace('/', '.');
                if (owner.startsWith("java.")) {
                    requireListed(Class.forName(owner), entry.getValue());
                }
            }
        }
    }

    private static void requireListed(Class<?> owner, Set<String> names) {
        assertThat(Arrays.stream(owner.getMethods())
                        .map(method -> method.getName())
                        .collect(Collectors.toSet()))
                .as(owner.getName())
                .containsAll(names);
        Stream.of(owner.getMethods())
                .filter(method -> names.contains(method.getName()))
                .forEach(method -> assertThat(method.getReturnType())
                        .as(method.toString())
                        .isNotIn(double.class, float.class, double[].class, float[].class));
    }
}
