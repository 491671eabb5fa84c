package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Terminator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolateThrowingTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, IsolateThrowing::apply, before, after);
        assertIsolated(PassCheck.parse(signature, after));
    }

    @Test
    void aThrowingInstructionStandsAloneAndTypesAreTested() {
        rewrites("f(II)I", """
                b0(%0: int, %1: int):
                  handler java.lang.ArithmeticException b1(%0)
                  %2: int = iadd %0, %1          ; 1
                  %3: int = idiv %2, %1          ; 1
                  %4: int = iadd %3, %0          ; 2
                  return %4                      ; 2
                b1(%5: java.lang.ArithmeticException, %6: int):
                  return %6                      ; 3
                """, """
                b0(%0: int, %1: int):
                  %2: int = iadd %0, %1          ; 1
                  jump b2                        ; 1
                b1(%5: java.lang.ArithmeticException, %6: int):
                  return %6                      ; 3
                b2:
                  handler * b4
                  %3: int = idiv %2, %1          ; 1
                  jump b3                        ; 1
                b3:
                  %4: int = iadd %3, %0          ; 2
                  return %4                      ; 2
                b4(%7: java.lang.Throwable):
                  jump b5(%7)                    ; 1
                b5(%8: java.lang.Throwable):
                  %10: int = instanceof java.lang.ArithmeticException %8 ; 1
                  ifne %10 b6 else b7            ; 1
                b6:
                  %9: java.lang.ArithmeticException = checkcast java.lang.ArithmeticException %8 ; 1
                  jump b1(%9, %0)                ; 1
                b7:
                  throw %8                       ; 1
                """);
    }

    @Test
    void aThrowStatementJumpsToItsHandler() {
        rewrites("f(I)I", """
                b0(%0: int):
                  ifeq %0 b1 else b2             ; 1
                b1:
                  handler * b3
                  %1: java.lang.IllegalStateException = new java.lang.IllegalStateException ; 2
                  invokespecial java.lang.IllegalStateException.<init>()V %1 ; 2
                  throw %1                       ; 2
                b2:
                  return %0                      ; 3
                b3(%2: java.lang.Throwable):
                  return %0                      ; 4
                """, """
                b0(%0: int):
                  ifeq %0 b1 else b2             ; 1
                b1:
                  %1: java.lang.IllegalStateException = new java.lang.IllegalStateException ; 2
                  invokespecial java.lang.IllegalStateException.<init>()V %1 ; 2
                  jump b3(%1)                    ; 2
                b2:
                  return %0                      ; 3
                b3(%2: java.lang.Throwable):
                  return %0                      ; 4
                """);
    }

    @Test
    void whatCannotThrowIsNotProtected() {
        rewrites("f(D)D", """
                b0(%0: double):
                  handler * b1
                  %1: double = invokestatic java.lang.Math.log(D)D %0 ; 1
                  %2: double = dmul %1, %0       ; 1
                  return %2                      ; 1
                b1(%3: java.lang.Throwable):
                  return %0                      ; 2
                """, """
                b0(%0: double):
                  %1: double = invokestatic java.lang.Math.log(D)D %0 ; 1
                  %2: double = dmul %1, %0       ; 1
                  return %2                      ; 1
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void randomFunctionsDoTheSame(int quarter) {
        int isolated = 0;
        for (int seed = quarter * 250 - 250; seed < quarter * 250; seed++) {
            Function function = SimplifyParameters.apply(RandomFunction.of(seed, 8));
            Function result = IsolateThrowing.apply(function);
            PassCheck.behavesLike(function, result);
            assertIsolated(result);
            isolated += handlers(result);
        }
        assertThat(isolated).isPositive();
    }

    private static int handlers(Function function) {
        return function.blocks().stream()
                .mapToInt(block -> block.handlers().size())
                .sum();
    }

    private static void assertIsolated(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        List<Integer> landings = new ArrayList<>();
        for (Block block : flow.reversePostorder()) {
            if (!block.handlers().isEmpty()) {
                assertThat(block.instructions()).hasSize(1);
                assertThat(block.parameters()).isEmpty();
                assertThat(block.terminator()).isInstanceOf(Terminator.Jump.class);
                assertThat(flow.allPredecessors(block.id())).hasSize(1);
                assertThat(flow.successors(flow.predecessors(block.id()).get(0)))
                        .hasSize(1);
                assertThat(block.handlers()).hasSize(1);
                assertThat(block.handlers().get(0).catchType()).isNull();
                landings.add(block.handlers().get(0).target().block());
            }
        }
        assertThat(landings).doesNotHaveDuplicates();
        landings.forEach(landing -> assertThat(flow.allPredecessors(landing)).hasSize(1));
    }
}
