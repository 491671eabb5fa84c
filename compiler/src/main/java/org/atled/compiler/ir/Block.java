package org.atled.compiler.ir;

import java.util.List;

/**
 * A straight run of instructions.
 *
 * @param id unique within its function
 * @param parameters values that each incoming edge supplies (these take the place of φ functions)
 * @param handlers exceptional edges, tried in order
 */
public record Block(
        int id, List<Value> parameters, List<Instruction> instructions, Terminator terminator, List<Handler> handlers) {
    public Block {
        parameters = List.copyOf(parameters);
        instructions = List.copyOf(instructions);
        handlers = List.copyOf(handlers);
    }

    public Block(int id, List<Value> parameters, List<Instruction> instructions, Terminator terminator) {
        this(id, parameters, instructions, terminator, List.of());
    }

    /** The first known line, 0 if there is none. */
    public int line() {
        return instructions.stream()
                .mapToInt(Instruction::line)
                .filter(line -> line != 0)
                .findFirst()
                .orElse(terminator.line());
    }
}
