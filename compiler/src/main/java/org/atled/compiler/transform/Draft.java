package org.atled.compiler.transform;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.FreshIds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** A function that a pass is rewriting: mutable blocks by id, and fresh ids for blocks and values. */
final class Draft {
    private final Function origin;
    private final Map<Integer, DraftBlock> blocks = new LinkedHashMap<>();
    private final FreshIds fresh;

    Draft(Function function) {
        origin = function;
        function.blocks().forEach(block -> blocks.put(block.id(), new DraftBlock(block)));
        fresh = FreshIds.of(function);
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

    /** The instructions as they are now. */
    Definitions definitions() {
        Definitions definitions = new Definitions();
        blocks().forEach(block -> block.instructions.forEach(definitions::put));
        return definitions;
    }

    void remove(int id) {
        blocks.remove(id);
    }

    Value newValue(Type type) {
        return fresh.value(type);
    }

    /** Fresh values of the same types. */
    List<Value> newValuesLike(List<Value> values) {
        return values.stream().map(value -> newValue(value.type())).toList();
    }

    int newBlockId() {
        return fresh.block();
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
