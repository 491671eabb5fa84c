package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** A function that a pass is rewriting: mutable blocks by id, and fresh ids for blocks and values. */
final class Draft {
    private final Function origin;
    private final Map<Integer, DraftBlock> blocks = new LinkedHashMap<>();
    private int nextBlock;
    private int nextValue;

    Draft(Function function) {
        origin = function;
        function.blocks().forEach(block -> blocks.put(block.id(), new DraftBlock(block)));
        nextBlock = function.blocks().stream().mapToInt(Block::id).max().orElse(-1) + 1;
        nextValue = function.blocks().stream()
                        .flatMapToInt(Draft::valueIds)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static IntStream valueIds(Block block) {
        return IntStream.concat(
                block.parameters().stream().mapToInt(Value::id),
                block.instructions().stream()
                        .map(Instruction::result)
                        .filter(result -> result != null)
                        .mapToInt(Value::id));
    }

    MethodReference name() {
        return origin.name();
    }

    DraftBlock entry() {
        return blocks.get(origin.entry().id());
    }

    DraftBlock block(int id) {
        return blocks.get(id);
    }

    /** The blocks, the entry first; a live view. */
    Collection<DraftBlock> blocks() {
        return blocks.values();
    }

    void remove(int id) {
        blocks.remove(id);
    }

    Value newValue(Type type) {
        return new Value(nextValue++, type);
    }

    /** Fresh values of the same types. */
    List<Value> newValuesLike(List<Value> values) {
        List<Value> fresh = new ArrayList<>();
        values.forEach(value -> fresh.add(newValue(value.type())));
        return fresh;
    }

    int newBlockId() {
        return nextBlock++;
    }

    DraftBlock add(int id, List<Value> parameters, Terminator terminator) {
        DraftBlock block = new DraftBlock(new Block(id, parameters, List.of(), terminator));
        blocks.put(id, block);
        return block;
    }

    /** Replaces every read of a renamed value. */
    void rename(Renaming renaming) {
        if (!renaming.isEmpty()) {
            blocks().forEach(renaming::apply);
        }
    }

    Function finish() {
        return new Function(
                origin.name(),
                origin.isStatic(),
                blocks().stream().map(DraftBlock::finish).toList());
    }
}
