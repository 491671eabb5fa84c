package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/** Rebuilds blocks with other values and edges in the places of the old ones. */
interface Rewriting {
    Value value(Value old);

    /** The new edge; its first argument is for the parameter with index {@code first} of the block it leads to. */
    Target edge(Target old, int first);

    default Instruction instruction(Instruction old) {
        Value result = old.result() == null ? null : value(old.result());
        return new Instruction(result, old.op(), values(old.operands()), old.line());
    }

    default List<Value> values(List<Value> old) {
        List<Value> values = new ArrayList<>(old.size());
        old.forEach(each -> values.add(value(each)));
        return values;
    }

    default Block block(Block old, int id, List<Value> parameters) {
        List<Target> targets = new ArrayList<>();
        old.terminator().targets().forEach(target -> targets.add(edge(target, 0)));
        List<Handler> handlers = new ArrayList<>();
        old.handlers().forEach(each -> handlers.add(new Handler(each.catchType(), edge(each.target(), 1))));
        return new Block(
                id,
                parameters,
                old.instructions().stream().map(this::instruction).toList(),
                old.terminator().with(values(old.terminator().operands()), targets),
                handlers);
    }
}
