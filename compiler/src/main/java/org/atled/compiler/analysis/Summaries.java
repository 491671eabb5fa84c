package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Value;

/** Reads a summary off the facts. */
final class Summaries {
    private final Map<Region, Integer> indices = new HashMap<>();
    private final List<Summary.Node> nodes = new ArrayList<>();

    static Summary of(Function function, ActivityFacts facts) {
        Summaries summaries = new Summaries();
        List<Integer> parameters = new ArrayList<>();
        for (Value parameter : function.parameters()) {
            boolean isReference = parameter.type().isReference();
            parameters.add(isReference ? summaries.index(facts.region(parameter)) : -1);
        }
        var resultType = function.name().result();
        int result = resultType.isReference() ? summaries.index(facts.result.find()) : -1;
        boolean active = resultType.isReference() ? facts.result.isActive() : facts.resultVaried;
        return new Summary(parameters, result, active, facts.loses, summaries.nodes);
    }

    private int index(Region region) {
        Integer seen = indices.get(region);
        if (seen != null) {
            return seen;
        }
        int index = nodes.size();
        indices.put(region, index);
        nodes.add(null);
        Map<String, Integer> pointees = new HashMap<>();
        region.known().forEach((field, pointee) -> pointees.put(field, index(pointee.find())));
        nodes.set(
                index,
                new Summary.Node(
                        region.isActive(),
                        region.written(),
                        region.isLeaked(),
                        region.activeStore(),
                        region.isBoxedItself(),
                        region.isText(),
                        region.isFunction(),
                        region.constant(),
                        pointees));
        return index;
    }
}
