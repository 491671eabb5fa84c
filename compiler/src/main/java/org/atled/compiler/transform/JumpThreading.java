package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/** Leads jumps to blocks that do nothing but jump on directly to where those jump; also branches with equal targets. */
final class JumpThreading {
    private final Draft draft;
    /** Values read elsewhere than by the terminator of the block that has them as parameters. */
    private final Set<Value> shared = new HashSet<>();

    private final Map<Integer, Set<Integer>> predecessors = new HashMap<>();

    private boolean changed;

    private JumpThreading(Draft draft) {
        this.draft = draft;
        for (DraftBlock block : draft.blocks()) {
            block.terminator
                    .targets()
                    .forEach(target -> predecessors(target.block()).add(block.id));
            block.instructions.stream().map(Instruction::operands).forEach(shared::addAll);
            block.handlers.stream().map(handler -> handler.target().arguments()).forEach(shared::addAll);
            Set<Value> own = new HashSet<>(block.parameters);
            block.terminator.operands().stream()
                    .filter(value -> !own.contains(value))
                    .forEach(shared::add);
            block.terminator.targets().stream()
                    .flatMap(target -> target.arguments().stream())
                    .filter(value -> !own.contains(value))
                    .forEach(shared::add);
        }
    }

    /** Returns whether anything changed. */
    static boolean thread(Draft draft) {
        JumpThreading run = new JumpThreading(draft);
        Set<Integer> catching = new HashSet<>();
        draft.blocks()
                .forEach(block ->
                        block.handlers.stream().map(Handler::target).forEach(target -> catching.add(target.block())));
        for (DraftBlock block : List.copyOf(draft.blocks())) {
            if (block != draft.entry() && !catching.contains(block.id)) {
                run.forward(block);
            }
            run.unify(block);
        }
        return run.changed;
    }

    private void forward(DraftBlock block) {
        if (block.terminator instanceof Terminator.Jump jump
                && block.instructions.isEmpty()
                && jump.target().block() != block.id
                && block.parameters.stream().noneMatch(shared::contains)) {
            for (int from : predecessors(block.id)) {
                draft.block(from)
                        .replaceTargets(target -> target.block() == block.id ? through(block, jump, target) : target);
            }
            draft.remove(block.id);
            predecessors(jump.target().block()).remove(block.id);
            predecessors(jump.target().block()).addAll(predecessors(block.id));
            changed = true;
        }
    }

    private Set<Integer> predecessors(int block) {
        return predecessors.computeIfAbsent(block, key -> new HashSet<>());
    }

    private static Target through(DraftBlock block, Terminator.Jump jump, Target target) {
        Map<Value, Value> supplied = new HashMap<>();
        for (int i = 0; i < block.parameters.size(); i++) {
            supplied.put(block.parameters.get(i), target.arguments().get(i));
        }
        List<Value> arguments = jump.target().arguments().stream()
                .map(argument -> supplied.getOrDefault(argument, argument))
                .toList();
        return new Target(jump.target().block(), arguments);
    }

    private void unify(DraftBlock block) {
        List<Target> targets = block.terminator.targets();
        if (targets.size() > 1 && targets.stream().distinct().count() == 1) {
            block.terminator = new Terminator.Jump(targets.get(0), block.terminator.line());
            changed = true;
        }
    }
}
