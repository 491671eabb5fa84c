package org.atled.compiler.transform;

import org.atled.compiler.ir.Function;

/**
 * Reduces a function to the blocks and block parameters it needs. Goes: parameters that always have the same value or
 * that nothing reads, blocks that nothing leads to, that only jump on, or that can be appended to the one before them,
 * and handlers of blocks that cannot throw. Instructions stay, in their order.
 *
 * <p>A lifted function has a parameter for each local variable at each join; this is what makes it readable.
 */
public final class SimplifyParameters {
    private SimplifyParameters() {}

    public static Function apply(Function function) {
        Draft draft = new Draft(function);
        boolean changed = true;
        while (changed) {
            changed = BlockMerging.dropUselessHandlers(draft);
            changed |= BlockMerging.dropUnreachable(draft);
            changed |= RedundantParameters.remove(draft);
            changed |= LiveValues.removeDeadParameters(draft, LiveValues.of(draft, instruction -> true));
            changed |= JumpThreading.thread(draft);
            changed |= BlockMerging.merge(draft);
        }
        return draft.finish();
    }
}
