package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * What the reverse sweep does once when it enters a loop, from behind, instead of in every iteration: set the number of
 * iterations to go, and fetch the values from around the loop that its blocks ask for.
 */
final class LoopEntries {
    private final Map<Loop, List<Edge>> edges = new LinkedHashMap<>();
    private final Map<Loop, Variable> remaining = new HashMap<>();
    private final Map<Fetch, Variable> fetches = new HashMap<>();
    private final Deque<Fetch> open = new ArrayDeque<>();

    /**
     * An edge of the reverse sweep into a loop.
     *
     * @param block ends by going into the loop
     * @param context the innermost loop around both ends, {@code null} if there is none
     */
    record Edge(BlockBuilder block, Loop context, int line) {}

    private record Fetch(Loop loop, Value value, boolean isShadow) {}

    void add(Loop loop, Edge edge) {
        edges.computeIfAbsent(loop, key -> new ArrayList<>()).add(edge);
    }

    /** In a loop, how often it came round before the current iteration since it was entered. */
    Variable remaining(Loop loop) {
        return remaining.computeIfAbsent(loop, key -> new Variable("remaining" + key.header(), Type.INT));
    }

    /** Holds a value from around a loop during the loop. */
    Variable fetched(Loop loop, Value value, boolean isShadow) {
        return fetches.computeIfAbsent(new Fetch(loop, value, isShadow), key -> {
            open.add(key);
            return new Variable("fetched" + value, value.type());
        });
    }

    /** Writes the code, at the end of every block that enters a loop. */
    void finish(Function<Edge, PrimalValues> values) {
        Map<Edge, PrimalValues> atEdge = new HashMap<>();
        edges.forEach((loop, into) -> into.forEach(edge -> edge.block()
                .write(remaining(loop), atEdge.computeIfAbsent(edge, values).iterationsAtExit(loop, edge.line()))));
        while (!open.isEmpty()) {
            Fetch fetch = open.poll();
            for (Edge edge : edges.getOrDefault(fetch.loop(), List.of())) {
                PrimalValues here = atEdge.computeIfAbsent(edge, values);
                Value value = fetch.isShadow()
                        ? here.shadow(fetch.value(), edge.line())
                        : here.primal(fetch.value(), edge.line());
                edge.block().write(fetches.get(fetch), value);
            }
        }
    }
}
