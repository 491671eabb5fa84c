package org.atled.compiler.transform;

import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Numbers for new values and blocks of a function. */
final class FreshIds {
    private int nextValue;
    private int nextBlock;

    private FreshIds() {}

    static FreshIds of(Function function) {
        FreshIds fresh = new FreshIds();
        for (Block block : function.blocks()) {
            fresh.nextBlock = Math.max(fresh.nextBlock, block.id() + 1);
            block.parameters().forEach(fresh::skip);
            block.instructions().stream().map(Instruction::result).forEach(fresh::skip);
        }
        return fresh;
    }

    private void skip(Value value) {
        if (value != null) {
            nextValue = Math.max(nextValue, value.id() + 1);
        }
    }

    Value value(Type type) {
        return new Value(nextValue++, type);
    }

    int block() {
        return nextBlock++;
    }
}
