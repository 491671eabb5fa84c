package org.atled.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinimumCutTest {
    @Test
    void cutsTheNarrowestPlace() {
        MinimumCut cut = new MinimumCut();
        int[] nodes = {cut.addNode(), cut.addNode(), cut.addNode()};
        cut.addArc(MinimumCut.SOURCE, nodes[0], 5);
        cut.addArc(nodes[0], nodes[1], 2);
        cut.addArc(nodes[1], nodes[2], 4);
        cut.addArc(nodes[2], MinimumCut.SINK, 3);
        assertThat(cut.sinkSide()).containsExactly(false, true, false, true, true);
    }

    @Test
    void ofEqualCutsTakesTheOneNearestToTheSink() {
        MinimumCut cut = new MinimumCut();
        int middle = cut.addNode();
        cut.addArc(MinimumCut.SOURCE, middle, 1);
        cut.addArc(middle, MinimumCut.SINK, 1);
        assertThat(cut.sinkSide()[middle]).isFalse();
    }

    @Test
    void cutsNothingWhereNoPathIs() {
        MinimumCut cut = new MinimumCut();
        int lone = cut.addNode();
        cut.addArc(lone, MinimumCut.SINK, 7);
        assertThat(cut.sinkSide()).containsExactly(false, true, true);
    }

    /** Of all ways to part a small network none is cheaper. */
    @Test
    void isCheapestOnRandomNetworks() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 2 + random.nextInt(6);
            int[][] capacities = new int[count][count];
            MinimumCut cut = new MinimumCut();
            for (int i = 2; i < count; i++) {
                cut.addNode();
            }
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    if (from != to && random.nextInt(3) > 0) {
                        capacities[from][to] = random.nextInt(9);
                        cut.addArc(from, to, capacities[from][to]);
                    }
                }
            }
            int found = side(cut.sinkSide());
            int least = Integer.MAX_VALUE;
            for (int side = 0; side < 1 << count; side++) {
                boolean parts = (side & 1 << MinimumCut.SOURCE) == 0 && (side & 1 << MinimumCut.SINK) != 0;
                least = parts ? Math.min(least, price(capacities, side)) : least;
            }
            assertThat(price(capacities, found)).as("seed %d", seed).isEqualTo(least);
        }
    }

    private static int side(boolean[] members) {
        int side = 0;
        for (int i = 0; i < members.length; i++) {
            side |= members[i] ? 1 << i : 0;
        }
        return side;
    }

    private static int price(int[][] capacities, int side) {
        int price = 0;
        for (int from = 0; from < capacities.length; from++) {
            for (int to = 0; to < capacities.length; to++) {
                boolean isCut = (side & 1 << from) == 0 && (side & 1 << to) != 0;
                price += isCut ? capacities[from][to] : 0;
            }
        }
        return price;
    }
}
