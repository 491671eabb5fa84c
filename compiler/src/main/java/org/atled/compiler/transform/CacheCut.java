package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.graph.MinimumCut;

/**
 * Chooses what the reverse sweep computes again instead of keeping it, loop by loop, so that keeping and computing
 * together cost least: a minimum cut between what cannot be computed again and what is asked for, as in W. S. Moses and V. Churavy,
 * "Instead of Rewriting Foreign Code for Machine Learning, Automatically Synthesize Fast Gradients", NeurIPS 2020, with
 * the price of computing again as in project selection. What an inner loop takes from an outer one is fetched once when it is entered, and so
 * asked of the outer loop.
 */
final class CacheCut {
    /** What storing and loading a value costs, in operations. */
    private static final int STORE = 6;

    private final boolean isAllOnTape;
    private final ReversePlan plan;
    private final Recomputation recomputation;
    /** By loop; {@code null} stands for what is outside of all. */
    private final Map<Loop, Set<Keeps.Key>> wanted = new HashMap<>();

    private final Set<Keeps.Key> repeated = new HashSet<>();

    private CacheCut(ReversePlan plan, boolean isAllOnTape) {
        this.isAllOnTape = isAllOnTape;
        this.plan = plan;
        this.recomputation = plan.recomputation();
    }

    /**
     * What is to be computed again.
     *
     * @param plan one by which the reverse sweep was built, and kept all it asked for
     * @param isSplit whether what is kept outside of loops goes over the tape, and is not just there
     */
    static Set<Keeps.Key> repeated(ReversePlan plan, boolean isSplit) {
        // What loops read of it would be computed in each iteration.
        boolean isAllOnTape = isSplit && plan.loops().loops().isEmpty();
        CacheCut run = new CacheCut(plan, isAllOnTape);
        plan.keeps().values().forEach(run::want);
        List<Loop> loops = plan.loops().loops();
        for (int i = loops.size() - 1; i >= 0; i--) {
            Set<Keeps.Key> here = run.wanted.get(loops.get(i));
            if (here != null) {
                run.new Network(loops.get(i)).choose(here);
            }
        }
        Set<Keeps.Key> outside = run.wanted.get(null);
        if (outside != null) {
            run.new Network(null).choose(outside);
        }
        return run.repeated;
    }

    private void want(Keeps.Key key) {
        Loop home = plan.keeps().home(key.value());
        if ((home != null || isAllOnTape) && !recomputation.isLiteral(key.value())) {
            wanted.computeIfAbsent(home, loop -> new LinkedHashSet<>()).add(key);
        }
    }

    /** The values of one loop: each has a node for what it is computed of, and one for itself. */
    private final class Network {
        private final Loop loop;
        private final MinimumCut cut = new MinimumCut();
        private final Map<Keeps.Key, Integer> nodes = new LinkedHashMap<>();
        private final Deque<Keeps.Key> open = new ArrayDeque<>();

        private Network(Loop loop) {
            this.loop = loop;
        }

        private void choose(Set<Keeps.Key> asked) {
            asked.forEach(key -> cut.addArc(node(key) + 1, MinimumCut.SINK, MinimumCut.UNCUTTABLE));
            while (!open.isEmpty()) {
                connect(open.poll());
            }
            boolean[] again = cut.sinkSide();
            nodes.forEach((key, node) -> {
                if (again[node]) {
                    repeated.add(key);
                    recomputation.operands(key).orElse(List.of()).stream()
                            .filter(operand -> !isHere(operand))
                            .forEach(CacheCut.this::want);
                }
            });
        }

        private boolean isHere(Keeps.Key key) {
            return plan.keeps().home(key.value()) == loop && !recomputation.isLiteral(key.value());
        }

        private int node(Keeps.Key key) {
            return nodes.computeIfAbsent(key, missing -> {
                int node = cut.addNode();
                cut.addArc(node, cut.addNode(), STORE);
                open.add(missing);
                return node;
            });
        }

        private void connect(Keeps.Key key) {
            int node = nodes.get(key);
            var operands = recomputation.operands(key);
            int price = operands.isPresent() ? recomputation.price(key) : MinimumCut.UNCUTTABLE;
            cut.addArc(MinimumCut.SOURCE, node, price);
            List<Keeps.Key> here = new ArrayList<>(operands.orElse(List.of()));
            here.removeIf(operand -> !isHere(operand));
            here.forEach(operand -> cut.addArc(node(operand) + 1, node, MinimumCut.UNCUTTABLE));
        }
    }
}
