package org.atled.compiler.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Value;

/** Carries what is known of a callee's regions over to the regions of one call of it. */
final class SummaryMapping {
    private final Summary summary;
    private final Instruction call;
    private final ActivityFacts facts;
    private final Set<Value> madeHere;
    private final Map<Integer, Region> mapped = new HashMap<>();

    SummaryMapping(Summary summary, Instruction call, ActivityFacts facts, Set<Value> madeHere) {
        this.summary = summary;
        this.call = call;
        this.facts = facts;
        this.madeHere = madeHere;
    }

    void apply() {
        for (int i = 0; i < summary.parameters().size(); i++) {
            int node = summary.parameters().get(i);
            if (node >= 0) {
                map(node, facts.region(call.operand(i)));
            }
        }
        if (call.result() != null && summary.result() >= 0) {
            map(summary.result(), facts.region(call.result()));
        } else if (call.result() != null && summary.resultActive()) {
            facts.vary(call.result());
        }
    }

    private void map(int index, Region region) {
        Region known = mapped.putIfAbsent(index, region);
        if (known != null) {
            facts.unify(known, region);
            return;
        }
        Summary.Node node = summary.nodes().get(index);
        if (node.active()) {
            facts.note(region.activate());
        }
        node.written().forEach(field -> facts.note(region.markWritten(field)));
        if (node.leaked()) {
            facts.note(region.leak());
        }
        if (node.activeStore() != null && !isOnlyMadeHere(index)) {
            facts.note(region.markActiveStore(node.activeStore()));
        }
        if (node.boxed()) {
            facts.note(region.markBoxed());
        }
        if (node.text()) {
            facts.note(region.markText());
        }
        if (node.function()) {
            facts.note(region.markFunction());
        }
        if (node.constant() != null) {
            facts.note(region.markConstant(node.constant()));
        }
        node.pointees().forEach((field, pointee) -> map(pointee, region.pointee(field)));
    }

    /** Whether all that a region of the callee stands for in this call are objects made here. */
    private boolean isOnlyMadeHere(int index) {
        for (int i = 0; i < summary.parameters().size(); i++) {
            if (summary.parameters().get(i) == index && !madeHere.contains(call.operand(i))) {
                return false;
            }
        }
        return summary.nodes().stream().noneMatch(node -> node.pointees().containsValue(index));
    }
}
