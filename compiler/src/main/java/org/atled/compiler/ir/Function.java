package org.atled.compiler.ir;

import java.util.List;

/**
 * A method in static single assignment form.
 *
 * @param name the method this is, or will be
 * @param isStatic whether the first parameter is an argument ({@code true}) or the receiver
 * @param blocks the first is the entry: its parameters are the function's (the receiver first unless static), and
 *     no edge leads to it. Every block is reachable from it. Ids are unique, in no particular order.
 */
public record Function(MethodReference name, boolean isStatic, List<Block> blocks) {
    public Function {
        blocks = List.copyOf(blocks);
    }

    public Block entry() {
        return blocks.get(0);
    }

    public List<Value> parameters() {
        return entry().parameters();
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
