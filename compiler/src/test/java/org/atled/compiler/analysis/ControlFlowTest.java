package org.atled.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Value;
import org.junit.jupiter.api.Test;

class ControlFlowTest {
    private final Function function = Graph.of("0>1 1>2,3!4 2>1!4 3 4>3 5>1");
    private final ControlFlow flow = ControlFlow.of(function);

    @Test
    void edgesOfBothKindsInBothDirections() {
        assertThat(flow.successors(1)).containsExactly(2, 3);
        assertThat(flow.exceptionalSuccessors(1)).containsExactly(4);
        assertThat(flow.allSuccessors(1)).containsExactly(2, 3, 4);
        assertThat(flow.predecessors(3)).containsExactlyInAnyOrder(1, 4);
        assertThat(flow.exceptionalPredecessors(4)).containsExactlyInAnyOrder(1, 2);
        assertThat(flow.allPredecessors(4)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void unreachableBlocksAreNoPredecessors() {
        assertThat(flow.position(5)).isEqualTo(-1);
        assertThat(flow.predecessors(1)).containsExactlyInAnyOrder(0, 2);
        assertThat(flow.reversePostorder().stream().map(Block::id)).hasSize(5).doesNotContain(5);
        assertThat(flow.position(0)).isZero();
        assertThat(flow.position(5)).isEqualTo(-1);
    }

    @Test
    void usesAndDefinitions() {
        Value selector = function.parameters().get(0);
        assertThat(flow.definition(selector)).isSameAs(function.entry());
        assertThat(flow.uses(selector)).containsExactly(new Use(1, 0));
        assertThat(flow.uses(new Value(4, org.atled.compiler.ir.Type.THROWABLE)))
                .isEmpty();
        assertThat(flow.definition(new Value(99, org.atled.compiler.ir.Type.INT)))
                .isNull();
    }

    @Test
    void anEdgeToNowhereIsNamed() {
        assertThatThrownBy(() -> ControlFlow.of(Graph.of("0>7")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No block 7 in demo.Graph.f(I)V");
    }

    @Test
    void aChainDeeperThanTheStackOfJava() {
        StringBuilder text = new StringBuilder("0>1");
        int length = 200_000;
        for (int id = 1; id < length; id++) {
            text.append(' ').append(id).append('>').append(id + 1);
        }
        ControlFlow deep =
                ControlFlow.of(Graph.of(text.append(' ').append(length).toString()));
        assertThat(deep.reversePostorder()).hasSize(length + 1);
        assertThat(Dominators.of(deep).dominates(0, length)).isTrue();
        assertThat(LoopTree.of(deep).loops()).isEqualTo(List.of());
    }
}
