package org.atled.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoopTreeTest {
    private static LoopTree loops(String graph) {
        return LoopTree.of(ControlFlow.of(Graph.of(graph)));
    }

    @Test
    void nestedLoopsWithBreakAndReturn() {
        LoopTree tree = loops("0>1 1>2,7 2>3 3>4,6 4>5,8 5>3,7 6>1 7 8");
        assertThat(tree.loops()).hasSize(2);
        Loop outer = tree.loops().get(0);
        Loop inner = tree.loops().get(1);
        assertThat(outer.header()).isEqualTo(1);
        assertThat(outer.blocks()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(outer.latches()).containsExactly(6);
        assertThat(outer.parent()).isNull();
        assertThat(inner.parent()).isSameAs(outer);
        assertThat(inner.blocks()).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(inner.exits())
                .containsExactlyInAnyOrder(
                        new Loop.Exit(3, 6, false), new Loop.Exit(4, 8, false), new Loop.Exit(5, 7, false));
        assertThat(tree.innermost(4).depth()).isEqualTo(2);
        assertThat(tree.innermost(2).depth()).isEqualTo(1);
        assertThat(tree.innermost(7)).isNull();
        assertThat(tree.innermost(6)).isSameAs(outer);
    }

    @Test
    void severalBackEdgesAreOneLoop() {
        LoopTree tree = loops("0>1 1>2,3,4 2>1 3>1 4");
        assertThat(tree.loops()).hasSize(1);
        assertThat(tree.loops().get(0).latches()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void aLoopOfOneBlock() {
        assertThat(loops("0>1 1>1,2 2").loops().get(0).blocks()).containsExactly(1);
    }

    @Test
    void aHandlerThatContinuesTheLoopIsInIt() {
        LoopTree tree = loops("0>1 1>2,4 2>1!3 3>1 4");
        assertThat(tree.loops().get(0).blocks()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aHandlerOutsideIsAnExceptionalExit() {
        assertThat(loops("0>1 1>2,4 2>1!3 3 4").loops().get(0).exits())
                .contains(new Loop.Exit(2, 3, true), new Loop.Exit(1, 4, false));
    }

    @Test
    void aSecondEntryIsReportedWithItsLine() {
        assertThatThrownBy(() -> loops("0>1,2 1>2 2>1,3 3"))
                .isInstanceOfSatisfying(IrreducibleException.class, e -> {
                    assertThat(e.block()).isIn(1, 2);
                    assertThat(e.line()).isEqualTo(e.block() + 100);
                })
                .hasMessageContaining("demo.Graph.f(I)V, line 10");
    }
}
