package org.atled.compiler.transform;

import java.util.Set;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Value;

/**
 * Removes instructions without effect whose results nothing needs, and block parameters that nothing needs. What has
 * an effect, and what control flow depends on, needs its operands, and those theirs; a computation carried around a
 * loop that ends there is not needed by anything. Arithmetic that can throw stays, as do reads of arrays that could be
 * {@code null} or too short.
 */
public final class EliminateDeadCode {
    private EliminateDeadCode() {}

    public static Function apply(Function function) {
        Draft draft = new Draft(function);
        Definitions definitions = draft.definitions();
        Set<Value> live = LiveValues.of(draft, instruction -> !definitions.hasNoEffect(instruction));
        for (DraftBlock block : draft.blocks()) {
            block.instructions.removeIf(
                    instruction -> definitions.hasNoEffect(instruction) && !live.contains(instruction.result()));
        }
        LiveValues.removeDeadParameters(draft, live);
        return draft.finish();
    }
}
