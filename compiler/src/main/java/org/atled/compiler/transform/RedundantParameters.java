package org.atled.compiler.transform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;

/**
 * Removes block parameters for which all edges supply the same value, apart from the parameter itself. In reducible
 * functions this leaves as few parameters as possible (M. Braun et al., <i>Simple and Efficient Construction of Static
 * Single Assignment Form</i>, 2013).
 */
final class RedundantParameters {
    private final Draft draft;
    private final IncomingEdges edges;
    private final Definitions definitions;
    private final Renaming renaming = new Renaming();
    private final Set<Value> removed = new HashSet<>();

    private RedundantParameters(Draft draft) {
        this.draft = draft;
        edges = new IncomingEdges(draft);
        definitions = draft.definitions();
    }

    /** Returns whether anything changed. */
    static boolean remove(Draft draft) {
        RedundantParameters run = new RedundantParameters(draft);
        while (run.sweep()) {
            // Removing one parameter can make the arguments for another equal.
        }
        IncomingEdges.removeParameters(draft, run.removed);
        draft.rename(run.renaming);
        return !run.removed.isEmpty();
    }

    private boolean sweep() {
        int before = removed.size();
        for (DraftBlock block : draft.blocks()) {
            for (int i = 0; i < block.parameters.size() && block != draft.entry(); i++) {
                if (!removed.contains(block.parameters.get(i)) && !edges.isException(block.id, i)) {
                    simplify(block, i);
                }
            }
        }
        return removed.size() > before;
    }

    private void simplify(DraftBlock block, int index) {
        Value parameter = block.parameters.get(index);
        List<Value> arguments = edges.arguments(block.id, index).stream()
                .map(renaming::of)
                .filter(argument -> !argument.equals(parameter))
                .distinct()
                .toList();
        if (arguments.size() == 1) {
            if (Renaming.isAllowed(parameter, arguments.get(0))) {
                renaming.put(parameter, arguments.get(0));
                removed.add(parameter);
            }
        } else if (arguments.size() > 1) {
            loadConstant(block, parameter, arguments);
        }
    }

    /** Loads the constant that all arguments are in the block itself; a handler of it could not read it, though. */
    private void loadConstant(DraftBlock block, Value parameter, List<Value> arguments) {
        Constant constant = definitions.constant(arguments.get(0));
        boolean isSame = constant != null
                && constant.type().equals(parameter.type())
                && arguments.stream().allMatch(argument -> constant.equals(definitions.constant(argument)));
        if (isSame && block.handlers.isEmpty()) {
            Instruction load = new Instruction(parameter, new Op.Literal(constant), List.of(), block.line());
            block.instructions.add(0, load);
            definitions.put(load);
            removed.add(parameter);
        }
    }
}
