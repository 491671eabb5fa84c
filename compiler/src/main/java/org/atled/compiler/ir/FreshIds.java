package org.atled.compiler.ir;

import java.util.List;

/** Numbers for new values and blocks of a function: larger than any it has. */
public final class FreshIds {
    private int nextValue;
    private int nextBlock;

    private FreshIds() {}

    public static FreshIds of(Function function) {
        return of(function.blocks());
    }

    public static FreshIds of(List<Block> blocks) {
        FreshIds fresh = new FreshIds();
        for (Block block : blocks) {
            fresh.nextBlock = Math.max(fresh.nextBlock, block.id() + 1);
            block.parameters().forEach(fresh::skip);
            for (Instruction instruction : block.instructions()) {
                if (instruction.result() != null) {
                    fresh.skip(instruction.result());
                }
            }
        }
        return fresh;
    }

    private void skip(Value value) {
        nextValue = Math.max(nextValue, value.id() + 1);
    }

    /** One more than the largest value id so far, for tables indexed by value. */
    public int valueLimit() {
        return nextValue;
    }

    public Value value(Type type) {
        return new Value(nextValue++, type);
    }

    public int block() {
        return nextBlock++;
    }
}
