package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.IrreducibleException;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalizeLoopsTest {
    private static void rewrites(String signature, String before, String after) {
        PassCheck.rewrites(signature, CanonicalizeLoops::apply, before, after);
        assertCanonical(PassCheck.parse(signature, after));
    }

    @Test
    void breakAndReturnLeaveThroughBlocksOfTheirOwn() {
        rewrites("f(II)I", """
                b0(%0: int, %1: int):
                  ifeq %0 b1(%0) else b5         ; 1
                b1(%2: int):
                  %3: int = isub %2, %1          ; 2
                  iflt %3 b2 else b3             ; 3
                b2:
                  return %3                      ; 4
                b3:
                  %4: int = iadd %3, %1          ; 5
                  ifeq %4 b4 else b1(%4)         ; 6
                b4:
                  ifeq %1 b1(%3) else b5         ; 7
                b5:
                  return %0                      ; 8
                """, """
                b0(%0: int, %1: int):
                  ifeq %0 b6(%0) else b5         ; 1
                b1(%2: int):
                  %3: int = isub %2, %1          ; 2
                  iflt %3 b2(%3) else b3         ; 3
                b2(%7: int):
                  return %7                      ; 4
                b3:
                  %4: int = iadd %3, %1          ; 5
                  ifeq %4 b4 else b7(%4)         ; 6
                b4:
                  ifeq %1 b7(%3) else b8         ; 7
                b5:
                  return %0                      ; 8
                b6(%5: int):
                  jump b1(%5)                    ; 1
                b7(%6: int):
                  jump b1(%6)                    ; 6
                b8:
                  jump b5                        ; 7
                """);
    }

    @Test
    void aLoopOfOneBlock() {
        rewrites("f(I)I", """
                b0(%0: int):
                  jump b1(%0)
                b1(%1: int):
                  %2: int = isub %1, %0
                  ifeq %2 b2 else b1(%2)
                b2:
                  return %2
                """, """
                b0(%0: int):
                  jump b1(%0)
                b1(%1: int):
                  %2: int = isub %1, %0
                  ifeq %2 b2(%2) else b1(%2)
                b2(%3: int):
                  return %3
                """);
    }

    @Test
    void anExceptionFromALoopLandsInABlockOfItsOwn() {
        rewrites("f(II)I", """
                b0(%0: int, %1: int):
                  handler * b3
                  %2: int = idiv %0, %1
                  jump b1(%2)
                b1(%3: int):
                  handler * b3
                  %4: int = idiv %3, %0
                  ifeq %4 b2 else b1(%4)
                b2:
                  return %4
                b3(%5: java.lang.Throwable):
                  return %1 ; 9
                """, """
                b0(%0: int, %1: int):
                  handler * b3
                  %2: int = idiv %0, %1
                  jump b1(%2)
                b1(%3: int):
                  handler * b4
                  %4: int = idiv %3, %0
                  ifeq %4 b2(%4) else b1(%4)
                b2(%7: int):
                  return %7
                b3(%5: java.lang.Throwable):
                  return %1 ; 9
                b4(%6: java.lang.Throwable):
                  jump b3(%6) ; 9
                """);
    }

    @Test
    void irreducibleControlFlowIsReportedWithItsLine() {
        Function function = PassCheck.parse("f(I)V", """
                b0(%0: int):
                  ifeq %0 b1 else b2             ; 3
                b1:
                  jump b2                        ; 4
                b2:
                  jump b1                        ; 5
                """);
        assertThatThrownBy(() -> CanonicalizeLoops.apply(function))
                .isInstanceOfSatisfying(
                        IrreducibleException.class, e -> assertThat(e.line()).isIn(4, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 14})
    void randomFunctionsBecomeCanonicalAndKeepTheirBehaviour(int size) {
        int loops = 0;
        for (int seed = 0; seed < 2500; seed++) {
            Function lifted = RandomFunction.of(seed, size);
            Function simple = SimplifyParameters.apply(lifted);
            if (isReducible(simple)) {
                Function canonical = CanonicalizeLoops.apply(simple);
                PassCheck.behavesLike(simple, canonical);
                loops += assertCanonical(canonical);
                PassCheck.behavesLike(simple, SimplifyParameters.apply(canonical));
                assertThat(CanonicalizeLoops.apply(canonical)).isEqualTo(canonical);
            }
        }
        assertThat(loops).isGreaterThan(500);
    }

    private static boolean isReducible(Function function) {
        try {
            LoopTree.of(ControlFlow.of(function));
            return true;
        } catch (IrreducibleException e) {
            return false;
        }
    }

    /** Checks the promises of the pass; returns the number of loops. */
    private static int assertCanonical(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        LoopTree tree = LoopTree.of(flow);
        for (Loop loop : tree.loops()) {
            assertEntry(flow, loop);
            assertExits(flow, loop);
            for (int id : loop.blocks()) {
                Block block = flow.block(id);
                block.parameters().forEach(value -> assertClosed(flow, loop, value));
                block.instructions().stream()
                        .map(Instruction::result)
                        .filter(result -> result != null)
                        .forEach(value -> assertClosed(flow, loop, value));
            }
        }
        return tree.loops().size();
    }

    private static void assertEntry(ControlFlow flow, Loop loop) {
        assertThat(flow.exceptionalPredecessors(loop.header())).isEmpty();
        assertThat(flow.predecessors(loop.header())).hasSize(2);
        assertThat(loop.latches()).hasSize(1);
        assertThat(edges(flow, loop.latches().get(0), loop.header())).isEqualTo(1);
        int preheader = flow.predecessors(loop.header()).stream()
                .filter(id -> !loop.contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(flow.block(preheader).terminator()).isInstanceOf(Terminator.Jump.class);
    }

    private static long edges(ControlFlow flow, int from, int to) {
        return flow.block(from).terminator().targets().stream()
                .filter(target -> target.block() == to)
                .count();
    }

    private static void assertExits(ControlFlow flow, Loop loop) {
        for (Loop.Exit exit : loop.exits()) {
            assertThat(loop.blocks()).containsAll(flow.allPredecessors(exit.to()));
            if (!exit.isExceptional()) {
                assertThat(flow.allPredecessors(exit.to())).containsExactly(exit.from());
                assertThat(edges(flow, exit.from(), exit.to())).isEqualTo(1);
            }
        }
    }

    private static void assertClosed(ControlFlow flow, Loop loop, Value value) {
        Set<Integer> readers = new HashSet<>();
        flow.uses(value).stream().map(Use::block).forEach(readers::add);
        assertThat(loop.blocks())
                .as("readers of %s in %s", value, flow.function())
                .containsAll(List.copyOf(readers));
    }
}
