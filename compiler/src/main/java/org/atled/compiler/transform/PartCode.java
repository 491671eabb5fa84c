package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Rewrites the blocks of one part of a split method: what it defines for other parts it puts into the frame at once, what
 * they define for it, it takes from there where a block first reads it.
 */
final class PartCode {
    private final Draft draft;
    private final SplitCrossings crossings;
    private final ValueFrame frame;
    private final int part;
    /** What was taken from the frame for the part as a whole. */
    private final Renaming taken = new Renaming();

    private final Set<Value> arrays = new LinkedHashSet<>();

    PartCode(Draft draft, SplitCrossings crossings, ValueFrame frame, int part) {
        this.draft = draft;
        this.crossings = crossings;
        this.frame = frame;
        this.part = part;
    }

    /** The literals that the part lacks, as instructions. */
    List<Instruction> literals() {
        return crossings.literals(part).stream().map(crossings::definition).toList();
    }

    /** The arrays of the frame that were used. */
    Set<Value> arrays() {
        return arrays;
    }

    boolean isForeign(Value value) {
        return frame.has(value) && !crossings.isAtHand(value, part);
    }

    /** Takes a value from the frame for all blocks. */
    void take(InstructionList code, Value value, int line) {
        taken.put(value, load(code, value, line));
    }

    /** What a value is read as, if it was taken for all blocks. */
    Renaming taken() {
        return taken;
    }

    private Value load(InstructionList code, Value value, int line) {
        arrays.add(frame.arrayOf(value));
        return frame.load(code, value, crossings.typeOf(value), line);
    }

    void rewrite(DraftBlock block) {
        int line = block.line();
        InstructionList code = new InstructionList(draft);
        Renaming here = new Renaming();
        block.parameters.forEach(parameter -> store(code, parameter, line));
        for (Instruction instruction : block.instructions) {
            load(code, instruction.operands().stream(), here, instruction.line());
            code.instructions.add(here.of(taken.of(instruction)));
            if (instruction.result() != null) {
                store(code, instruction.result(), instruction.line());
            }
        }
        Terminator end = block.terminator;
        Stream<Value> passed = end.targets().stream().map(Target::arguments).flatMap(List::stream);
        load(code, Stream.concat(end.operands().stream(), passed), here, end.line());
        block.terminator = here.of(taken.of(end));
        block.instructions = new ArrayList<>(code.instructions);
    }

    private void store(InstructionList code, Value value, int line) {
        if (crossings.isStoredBy(value, part)) {
            arrays.add(frame.arrayOf(value));
            frame.store(code, value, line);
        }
    }

    private void load(InstructionList code, Stream<Value> values, Renaming here, int line) {
        values.filter(value -> isForeign(value)
                        && taken.of(value).equals(value)
                        && here.of(value).equals(value))
                .distinct()
                .toList()
                .forEach(value -> here.put(value, load(code, value, line)));
    }
}
