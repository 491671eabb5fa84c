package org.atled.compiler.transform;

import java.util.stream.Stream;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/** What a block of a draft reads. */
final class BlockReads {
    private BlockReads() {}

    /** By its instructions, its terminator and on its edges, in this order; as often as it does. */
    static Stream<Value> of(DraftBlock block) {
        Stream<Value> operands = block.instructions.stream().flatMap(each -> each.operands().stream());
        Stream<Target> targets = Stream.concat(
                block.terminator.targets().stream(), block.handlers.stream().map(handler -> handler.target()));
        Stream<Value> passed = targets.flatMap(target -> target.arguments().stream());
        return Stream.of(operands, block.terminator.operands().stream(), passed).flatMap(each -> each);
    }
}
