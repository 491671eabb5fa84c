package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Puts what many edges hand over to one block into a frame, once, where it is computed. A method that is reversed up to
 * wherever an exception leaves it has an edge from every call to the block that keeps what was computed so far; handed over,
 * hundreds of values at hundreds of calls take the square of the method's length. See {@link JoinWebs} for which values.
 */
final class FrameJoins {
    private final Draft draft;
    private final ValueFrame frame;
    /** For each value the variables that it is put into, by one parameter of theirs. */
    private final Map<Value, List<Value>> variables = new HashMap<>();
    /** The variable that a parameter was made part of. */
    private final Map<Value, Value> variableOf = new HashMap<>();

    private final ValueSources types;

    private FrameJoins(Draft draft, List<JoinWebs.Web> webs) {
        this.draft = draft;
        types = new ValueSources(draft);
        for (JoinWebs.Web web : webs) {
            Value variable = web.parameters.iterator().next();
            web.parameters.forEach(parameter -> variableOf.put(parameter, variable));
            web.values.forEach(value ->
                    variables.computeIfAbsent(value, key -> new ArrayList<>()).add(variable));
        }
        frame = new ValueFrame(draft, ValueFrame.tapeOf(draft), new LinkedHashSet<>(variableOf.values()));
    }

    /**
     * @param most how many values all edges to a block may hand over to it, taken together
     */
    static Function apply(Function function, int most) {
        Draft draft = new Draft(function);
        List<JoinWebs.Web> webs = JoinWebs.of(draft, most);
        return webs.isEmpty() ? function : new FrameJoins(draft, webs).perform();
    }

    private Function perform() {
        InstructionList start = new InstructionList(draft);
        frame.takeCleared(start);
        Map<DraftBlock, List<Value>> removed = new HashMap<>();
        for (DraftBlock block : draft.blocks()) {
            List<Value> joined =
                    block.parameters.stream().filter(variableOf::containsKey).toList();
            removed.put(block, joined);
        }
        IncomingEdges.removeParameters(draft, variableOf.keySet());
        ValueSources readers = new ValueSources(draft);
        Renaming loaded = new Renaming();
        for (DraftBlock block : draft.blocks()) {
            rewrite(block, removed.get(block), readers, loaded);
        }
        draft.rename(loaded);
        begin(start);
        return draft.finish();
    }

    /** Takes parameters from the frame, one that is read in the block alone where it is read first, and puts values into it. */
    private void rewrite(DraftBlock block, List<Value> joined, ValueSources readers, Renaming loaded) {
        InstructionList code = new InstructionList(draft);
        Set<Value> later = new HashSet<>(joined);
        Set<Value> early = early(block);
        joined.stream()
                .filter(value -> early.contains(variableOf.get(value)) || readers.isReadOutside(block.id, value))
                .forEach(value -> load(code, value, block.line(), later, loaded));
        block.parameters.forEach(value -> store(code, value, block.line()));
        for (Instruction instruction : block.instructions) {
            instruction.operands().forEach(value -> load(code, value, instruction.line(), later, loaded));
            code.instructions.add(instruction);
            if (instruction.result() != null) {
                store(code, instruction.result(), instruction.line());
            }
        }
        Terminator end = block.terminator;
        Stream<Value> passed = end.targets().stream().map(Target::arguments).flatMap(List::stream);
        Stream.concat(end.operands().stream(), passed).forEach(value -> load(code, value, end.line(), later, loaded));
        if (end instanceof Terminator.Return) {
            frame.give(code);
        }
        block.instructions = new ArrayList<>(code.instructions);
    }

    /** The variables that a block puts values into. */
    private Set<Value> early(DraftBlock block) {
        Stream<Value> defined = Stream.concat(
                block.parameters.stream(),
                block.instructions.stream().map(Instruction::result).filter(value -> value != null));
        Set<Value> early = new HashSet<>();
        defined.forEach(value -> early.addAll(variables.getOrDefault(value, List.of())));
        return early;
    }

    private void load(InstructionList code, Value value, int line, Set<Value> later, Renaming loaded) {
        if (later.remove(value)) {
            loaded.put(value, frame.load(code, variableOf.get(value), types.typeOf(value), line));
        }
    }

    private void store(InstructionList code, Value value, int line) {
        variables.getOrDefault(value, List.of()).forEach(variable -> frame.store(code, variable, value, line));
    }

    /** Makes the frame in a block of its own, which nothing protects. */
    private void begin(InstructionList start) {
        DraftBlock entry = draft.entry();
        DraftBlock body = draft.add(draft.newBlockId(), List.of(), entry.terminator);
        body.instructions = entry.instructions;
        List<Handler> handlers = entry.handlers;
        entry.handlers = new ArrayList<>();
        body.handlers = handlers;
        entry.instructions = new ArrayList<>(start.instructions);
        entry.terminator = new Terminator.Jump(new Target(body.id, List.of()), 0);
    }
}
