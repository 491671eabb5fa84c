package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.analysis.Caught;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes the catching variant of a method (see {@link Caught}): whatever would leave it by an exception returns instead,
 * so that the reverse sweep has one place to begin, and everything done before the exception is on the way back.
 */
public final class CatchEverything {
    private CatchEverything() {}

    public static Function apply(Function function) {
        FreshIds fresh = FreshIds.of(function);
        Block leave = leave(function, fresh);
        Handler handler = new Handler(null, new Target(leave.id(), List.of()));
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Handler> handlers = new ArrayList<>(block.handlers());
            handlers.add(handler);
            blocks.add(new Block(block.id(), block.parameters(), block.instructions(), block.terminator(), handlers));
        }
        blocks.add(leave);
        return new Function(Caught.variant(function.name()), function.isStatic(), blocks);
    }

    /** Leaves the exception for the caller and returns zero or null. */
    private static Block leave(Function function, FreshIds fresh) {
        Value exception = fresh.value(Type.THROWABLE);
        List<Instruction> instructions = new ArrayList<>();
        Op put = new Op.Invoke(Op.InvokeKind.STATIC, Caught.PUT, false);
        instructions.add(new Instruction(null, put, List.of(exception), 0));
        Type type = function.name().result().onStack();
        Value result = null;
        if (!type.equals(Type.VOID)) {
            result = fresh.value(type);
            Op zero = new Op.Literal(FunctionBuilder.zeroOf(type));
            instructions.add(new Instruction(result, zero, List.of(), 0));
        }
        return new Block(fresh.block(), List.of(exception), instructions, new Terminator.Return(result, 0));
    }
}
