package org.atled.compiler.ir;

import java.util.List;
import java.util.stream.Collectors;

/** A function broke the rules of the intermediate form: always a mistake of the compiler, never of its user. */
public final class InvalidFunctionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidFunctionException(Function function, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "\n  b" + problem.block() + ", " + problem.text() + "\n    " + problem.message())
                .collect(Collectors.joining("", "Invalid function " + function.name() + ":", "\n\n" + function)));
        this.problems = List.copyOf(problems);
    }

    /** Every rule broken, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One rule broken at one step.
     *
     * @param block id of the block
     * @param step line within the block as printed: 0 for its head, then handlers, instructions, terminator
     * @param text the step as printed
     */
    public record Problem(int block, int step, String text, String message) {}
}
