package org.atled.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.atled.compiler.ir.Block;
import org.junit.jupiter.api.Test;

class DominatorsTest {
    @Test
    void diamond() {
        Dominators dominators = Dominators.of(ControlFlow.of(Graph.of("0>1,2 1>3 2>3 3")));
        assertThat(dominators.immediateDominator(0)).isNull();
        assertThat(dominators.immediateDominator(3).id()).isZero();
        assertThat(dominators.dominates(1, 3)).isFalse();
        assertThat(dominators.dominates(3, 3)).isTrue();
    }

    @Test
    void aHandlerIsReachedBeforeTheInstructionsOfItsBlock() {
        ControlFlow flow = ControlFlow.of(Graph.of("0>1 1>2!3 2 3"));
        Dominators dominators = Dominators.of(flow);
        assertThat(dominators.dominates(1, 3)).isTrue();
        assertThat(dominators.completesBefore(1, 3)).isFalse();
        assertThat(dominators.completesBefore(1, 2)).isTrue();
        assertThat(dominators.completesBefore(0, 3)).isTrue();
    }

    @Test
    void unreachableBlocksAreRefused() {
        Dominators dominators = Dominators.of(ControlFlow.of(Graph.of("0>1 1 2>1")));
        assertThatThrownBy(() -> dominators.dominates(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Block 2 is unreachable");
    }

    @Test
    void agreesWithTheDefinitionOnRandomGraphs() {
        for (int seed = 0; seed < 300; seed++) {
            ControlFlow flow = ControlFlow.of(Graph.random(new SplittableRandom(seed), 3 + seed % 15));
            Dominators dominators = Dominators.of(flow);
            for (Block a : flow.reversePostorder()) {
                Set<Integer> entered = reachedWithout(flow, a.id(), true);
                Set<Integer> completed = reachedWithout(flow, a.id(), false);
                for (Block b : flow.reversePostorder()) {
                    assertThat(dominators.dominates(a.id(), b.id())).isEqualTo(!entered.contains(b.id()));
                    assertThat(dominators.completesBefore(a.id(), b.id())).isEqualTo(!completed.contains(b.id()));
                }
                if (a.id() != 0) {
                    int immediate = dominators.immediateDominator(a.id()).id();
                    assertThat(flow.reversePostorder())
                            .filteredOn(b -> b.id() != a.id() && dominators.dominates(b.id(), a.id()))
                            .allMatch(b -> dominators.dominates(b.id(), immediate));
                }
            }
        }
    }

    /** Blocks entered on a path that does not enter this block, or that enters it and leaves only by its handlers. */
    private static Set<Integer> reachedWithout(ControlFlow flow, int banned, boolean alsoEntering) {
        Set<Integer> reached = new HashSet<>();
        visit(flow, flow.function().entry().id(), banned, alsoEntering, reached);
        return reached;
    }

    private static void visit(ControlFlow flow, int at, int banned, boolean alsoEntering, Set<Integer> reached) {
        if (at == banned && alsoEntering || !reached.add(at)) {
            return;
        }
        for (int next : at == banned ? flow.exceptionalSuccessors(at) : flow.allSuccessors(at)) {
            visit(flow, next, banned, alsoEntering, reached);
        }
    }
}
