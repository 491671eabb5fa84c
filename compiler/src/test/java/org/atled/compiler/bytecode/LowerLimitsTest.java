package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.tree.MethodNode;

/** Long methods are lowered in time, or refused by name. */
class LowerLimitsTest {
    /** Ways in which the statements of a long method can hang together. */
    enum Shape {
        /** Each value is used once, by the next. */
        CHAIN {
            @Override
            String text(int size) {
                return IntStream.rangeClosed(1, size)
                        .mapToObj(i -> "%%%d: double = dmul %%%d, %%0%n".formatted(i, i - 1))
                        .collect(Collectors.joining("", "", "return %" + size));
            }
        },
        /** All of one half are live when the other half begins. */
        WIDE {
            @Override
            String text(int size) {
                int half = size / 2;
                String calls = IntStream.rangeClosed(1, half)
                        .mapToObj("%%%d: double = invokestatic java.lang.Math.sqrt(D)D %%0%n"::formatted)
                        .collect(Collectors.joining());
                String sums = IntStream.rangeClosed(1, half)
                        .mapToObj(i -> "%%%d: double = dadd %%%d, %%%d%n".formatted(half + i, half + i - 1, i))
                        .collect(Collectors.joining());
                return calls + sums + "return %" + 2 * half;
            }
        },
        /** Each value ends a block and is passed to the next. */
        BLOCKS {
            @Override
            String text(int size) {
                return IntStream.rangeClosed(1, size)
                        .mapToObj(i -> "jump b%d(%%%d)%nb%d(%%%d: double):%n%%%d: double = dmul %%%d, %%0%n"
                                .formatted(i, 2 * i - 2, i, 2 * i - 1, 2 * i, 2 * i - 1))
                        .collect(Collectors.joining("", "", "return %" + 2 * size));
            }
        };

        abstract String text(int size);

        Function function(int size) {
            return Parser.parse("function demo.F.large(D)D static\nb0(%0: double):\n" + text(size));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandStatementsTakeASecondOrTwo(Shape shape) {
        Function function = shape.function(10_000);
        // Processor time of this thread: a busy machine must not fail the test.
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Lower.apply(function, new MethodNode());
        long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(nanoseconds / 1e9).isLessThan(3);
    }

    @ParameterizedTest
    @EnumSource
    void longMethodsComputeTheSame(Shape shape) throws Throwable {
        double expected = shape == Shape.WIDE ? 1 + 1_000 : 1;
        assertThat(Lowered.of(shape.function(2_000)).call(1.0)).isEqualTo(expected);
    }

    @Test
    void jumpsOfMoreThan32KilobytesAreWidened() throws Throwable {
        String body = IntStream.rangeClosed(0, 12_000)
                .mapToObj(i -> "%%%d: double = invokestatic java.lang.Math.sqrt(D)D %%%d%n".formatted(i + 2, i + 1))
                .collect(Collectors.joining());
        Lowered loop = Lowered.of("""
                function demo.F.far(ID)D static
                b0(%0: int, %1: double):
                  ifgt %0 b1 else b2
                b2:
                  return %1
                b1:
                """ + body + "return %12002\n");
        assertThat(loop.size()).isGreaterThan(Short.MAX_VALUE);
        assertThat(loop.call(0, 9.0)).isEqualTo(9.0);
        assertThat(loop.call(1, 9.0)).isEqualTo(1.0);
    }

    @Test
    void aMethodOverTheLimitOfTheFormatIsRefusedByNameAndSize() {
        Function function = Shape.CHAIN.function(40_000);
        assertThatThrownBy(() -> Lowered.classFile(function))
                .isInstanceOf(MethodTooLarge.class)
                .hasMessageContaining("demo.F.large(D)D")
                .hasMessageContaining("65535")
                .extracting(e -> ((MethodTooLarge) e).size())
                .satisfies(size -> assertThat((int) size).isGreaterThan(65_535));
    }
}
