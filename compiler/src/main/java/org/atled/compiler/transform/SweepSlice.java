package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Value;

/** What of a loop is needed to compute some of its values, from iteration to iteration. */
final class SweepSlice {
    private final SweepLoop loop;
    private final Set<Instruction> computedAhead;
    private final Set<Instruction> instructions = new LinkedHashSet<>();
    private final Set<Value> parameters = new LinkedHashSet<>();
    private final Set<Value> seen = new HashSet<>();

    SweepSlice(SweepLoop loop, Set<Instruction> computedAhead) {
        this.loop = loop;
        this.computedAhead = new HashSet<>(computedAhead);
    }

    /** Leaves an instruction out, and what it alone needs. */
    void isComputedAhead(Instruction instruction) {
        computedAhead.add(instruction);
    }

    /** Adds an instruction without what it reads. */
    void add(Instruction instruction) {
        instructions.add(instruction);
    }

    /** Adds what values are computed from. */
    void add(Collection<Value> values) {
        Deque<Value> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (loop.isOutside(value) || !seen.add(value)) {
                continue;
            }
            Instruction definition = loop.definition(value);
            if (definition == null) {
                parameters.add(value);
                open.push(loop.next().get(loop.header().parameters().indexOf(value)));
            } else if (!computedAhead.contains(definition)) {
                instructions.add(definition);
                definition.operands().forEach(open::push);
            }
        }
    }

    /** The instructions of header and body. */
    Set<Instruction> instructions() {
        return instructions;
    }

    /** The parameters of the header. */
    Set<Value> parameters() {
        return parameters;
    }
}
