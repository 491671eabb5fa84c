package org.atled.compiler;

import java.util.List;

/**
 * What becomes of an annotated method and of every method it reaches.
 *
 * @param method the annotated method as Java names it, {@code demo.Decay.loss(double[], double[])}
 * @param active names of the parameters it is differentiated by
 * @param reached all methods, itself first, each once for each choice of active parameters
 */
public record ClosureVerdict(String method, List<String> active, List<Verdict> reached) {
    public ClosureVerdict {
        active = List.copyOf(active);
        reached = List.copyOf(reached);
    }

    /** Whether nothing stands in the way of its derivative. */
    public boolean isPossible() {
        return reached.stream().noneMatch(verdict -> verdict.kind() == Verdict.Kind.IMPOSSIBLE);
    }
}
