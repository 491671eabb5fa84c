package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** Gives a function one returning block, where reverse mode starts: every other return jumps there with its value. */
public final class UnifyReturns {
    private UnifyReturns() {}

    public static Function apply(Function function) {
        List<Block> returning = function.blocks().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .toList();
        if (returning.size() < 2) {
            return function;
        }
        FreshIds fresh = FreshIds.of(function);
        Terminator.Return model = (Terminator.Return) returning.get(0).terminator();
        List<Value> parameters = new ArrayList<>();
        if (model.value() != null) {
            parameters.add(fresh.value(function.name().result().onStack()));
        }
        int last = fresh.block();
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            blocks.add(returning.contains(block) ? jumpTo(last, block) : block);
        }
        Value result = parameters.isEmpty() ? null : parameters.get(0);
        blocks.add(new Block(last, parameters, List.of(), new Terminator.Return(result, model.line())));
        return new Function(function.name(), function.isStatic(), blocks);
    }

    private static Block jumpTo(int last, Block block) {
        Target target = new Target(last, block.terminator().operands());
        return new Block(
                block.id(),
                block.parameters(),
                block.instructions(),
                new Terminator.Jump(target, block.terminator().line()),
                block.handlers());
    }
}
