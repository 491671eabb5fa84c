package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/**
 * Copies protected instructions as {@link IsolateThrowing} leaves them: the handler stays around the primal instruction
 * alone, and what derivative code adds comes after it. Derivatives of callees do not throw there; they leave the exception.
 */
final class ProtectedCopy {
    private static final MethodReference TAKE =
            new MethodReference("org/atled/runtime/Thrown", "take", "()Ljava/lang/Throwable;");

    private final FunctionBuilder builder;
    private final PrimalCopy copy;

    ProtectedCopy(FunctionBuilder builder, PrimalCopy copy) {
        this.builder = builder;
        this.copy = copy;
    }

    /** Copies an instruction of a primal block as it stands; gives the block where code goes on. */
    BlockBuilder copy(Block primal, BlockBuilder block, Instruction instruction) {
        if (primal.handlers().isEmpty()) {
            copy.copy(block, instruction);
            return block;
        }
        int line = instruction.line();
        Target landing = landing(primal, block, List.of(), line);
        BlockBuilder alone = builder.block();
        BlockBuilder after = builder.block();
        block.jump(alone, line);
        copy.copy(alone, instruction);
        alone.handle(new Handler(null, landing));
        alone.jump(after, line);
        return after;
    }

    /** After the derivative of a callee was called: goes to the handler if it has thrown, else to the block given. */
    BlockBuilder afterCall(Block primal, BlockBuilder block, Instruction instruction) {
        if (primal.handlers().isEmpty()) {
            return block;
        }
        int line = instruction.line();
        Value exception = block.call(TAKE, line);
        BlockBuilder after = builder.block();
        Target landing = landing(primal, block, List.of(exception), line);
        Target goOn = new Target(after.id(), List.of());
        block.end(new Terminator.Branch(Condition.IFNULL, List.of(exception), goOn, landing, line));
        return after;
    }

    private Target landing(Block primal, BlockBuilder block, List<Value> exception, int line) {
        Handler handler = primal.handlers().get(0);
        List<Value> arguments = new ArrayList<>(exception);
        Target rest = copy.target(block, handler.target(), 1, line);
        arguments.addAll(rest.arguments());
        return new Target(rest.block(), arguments);
    }
}
