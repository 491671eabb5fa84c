package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** A block of a {@link Draft}: what {@link Block} has, but every part can be replaced. */
final class DraftBlock {
    final int id;
    List<Value> parameters;
    List<Instruction> instructions;
    Terminator terminator;
    List<Handler> handlers;

    DraftBlock(Block block) {
        id = block.id();
        parameters = new ArrayList<>(block.parameters());
        instructions = new ArrayList<>(block.instructions());
        terminator = block.terminator();
        handlers = new ArrayList<>(block.handlers());
    }

    Block finish() {
        return new Block(id, parameters, instructions, terminator, handlers);
    }

    /** The blocks that control goes on to, by exceptions as well. */
    IntStream successors() {
        Stream<Target> exceptional = handlers.stream().map(Handler::target);
        return Stream.concat(terminator.targets().stream(), exceptional)
                .mapToInt(Target::block)
                .distinct();
    }

    void replaceTargets(UnaryOperator<Target> change) {
        if (!terminator.targets().isEmpty()) {
            terminator = terminator.with(
                    terminator.operands(),
                    terminator.targets().stream().map(change).toList());
        }
    }

    void replaceHandlerTargets(UnaryOperator<Target> change) {
        handlers.replaceAll(handler -> new Handler(handler.catchType(), change.apply(handler.target())));
    }

    /** The first known line, 0 if there is none. */
    int line() {
        return finish().line();
    }

    /** Whether an exceptional edge can be taken from here. */
    boolean mayThrow() {
        return terminator instanceof Terminator.Throw
                || instructions.stream()
                        .anyMatch(instruction -> !instruction.op().isPure());
    }
}
