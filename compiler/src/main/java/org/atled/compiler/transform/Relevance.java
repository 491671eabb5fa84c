package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Dominators;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.Rules;

/** Which blocks the reverse sweep has to pass, and how far back it can go at once where nothing is active in between. */
final class Relevance {
    private final Activity activity;
    private final Primals primals;
    private final ControlFlow flow;
    private final Dominators dominators;
    private final LoopTree loops;
    private final Increments increments;
    private final Set<Integer> returning = new HashSet<>();
    private final Map<Integer, Block> shortcuts = new HashMap<>();

    Relevance(Activity activity, Primals primals, Dominators dominators, LoopTree loops, Increments increments) {
        this.activity = activity;
        this.primals = primals;
        this.flow = activity.flow();
        this.dominators = dominators;
        this.loops = loops;
        this.increments = increments;
        flow.reversePostorder().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .forEach(block -> {
                    collectReturning(block.id());
                    findShortcuts(block.id());
                });
    }

    private void collectReturning(int last) {
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            int block = open.poll();
            if (returning.add(block)) {
                open.addAll(flow.allPredecessors(block));
            }
        }
    }

    /** Whether a block can lead to the return; if not, an exception ends the call. */
    boolean returns(int block) {
        return returning.contains(block);
    }

    /** Blocks that lead here. All of them lead to the return, as this block does. */
    List<Integer> predecessors(int block) {
        return flow.allPredecessors(block);
    }

    /**
     * A block earlier on every path to this one, in the same loops, such that nothing between the two has a pullback;
     * {@code null} if there is none.
     */
    Block shortcut(Block block) {
        return shortcuts.get(block.id());
    }

    /**
     * Finds all shortcuts. A loop is either always skipped or never, since its iterations are counted backward: a
     * shortcut over a loop that the sweep enters on another way is no shortcut.
     */
    private void findShortcuts(int last) {
        Set<Integer> entered = new HashSet<>();
        boolean again;
        do {
            shortcuts.clear();
            Set<Integer> skipped = new HashSet<>();
            Set<Integer> passed = pass(last, entered, skipped);
            again = passed.stream().filter(skipped::contains).anyMatch(entered::add);
        } while (again);
    }

    /** Walks back from the return as the reverse sweep will; gives the loop headers it comes through. */
    private Set<Integer> pass(int last, Set<Integer> entered, Set<Integer> skipped) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> headers = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            int id = open.poll();
            if (!seen.add(id)) {
                continue;
            }
            if (isHeader(id)) {
                headers.add(id);
            }
            Block target = findShortcut(flow.block(id), entered, skipped);
            if (target == null) {
                open.addAll(flow.allPredecessors(id));
            } else {
                shortcuts.put(id, target);
                open.add(target.id());
            }
        }
        return headers;
    }

    private boolean isHeader(int id) {
        Loop loop = loops.innermost(id);
        return loop != null && loop.header() == id;
    }

    private Block findShortcut(Block block, Set<Integer> entered, Set<Integer> skipped) {
        if (isHeader(block.id()) || hasCotangents(block)) {
            return null;
        }
        Loop loop = loops.innermost(block.id());
        Block dominator = dominators.immediateDominator(block.id());
        // Where a protected block throws, its instruction is not reversed: the block before it is the same on all
        // paths.
        while (dominator != null
                && (loops.innermost(dominator.id()) != loop
                        || !dominator.handlers().isEmpty())) {
            dominator = dominators.immediateDominator(dominator.id());
        }
        if (dominator == null) {
            return null;
        }
        Set<Integer> between = idleBetween(dominator.id(), block.id());
        if (between == null || between.stream().anyMatch(entered::contains)) {
            return null;
        }
        between.stream().filter(this::isHeader).forEach(skipped::add);
        return dominator;
    }

    /** The blocks between two, {@code null} if one of them has a pullback. */
    private Set<Integer> idleBetween(int first, int last) {
        Set<Integer> between = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(flow.allPredecessors(last));
        while (!open.isEmpty()) {
            int id = open.poll();
            if (id != first && id != last && between.add(id)) {
                Block block = flow.block(id);
                if (hasCotangents(block) || block.instructions().stream().anyMatch(this::hasPullback)) {
                    return null;
                }
                open.addAll(flow.allPredecessors(id));
            }
        }
        return between;
    }

    private boolean hasCotangents(Block block) {
        return block.parameters().stream().anyMatch(activity::hasCotangent);
    }

    /** Whether reversing the instruction moves cotangents. */
    boolean hasPullback(Instruction instruction) {
        Treatment treatment = activity.treatment(instruction);
        Op op = instruction.op();
        if (increments.isPart(instruction)) {
            return false;
        }
        if (treatment instanceof Treatment.Differentiated) {
            return true;
        }
        if (treatment instanceof Treatment.Structural structural) {
            return structural.rule().pullback().isPresent();
        }
        if (treatment instanceof Treatment.Scalar scalar) {
            return hasPullback(instruction, scalar.rule().partials());
        }
        if (op instanceof Op.Arithmetic arithmetic) {
            return hasPullback(instruction, Rules.of(arithmetic.operator()).partials());
        }
        if (op instanceof Op.ArrayLoad) {
            return activity.hasCotangent(instruction.result());
        }
        if (FieldAccess.activeSlot(instruction, activity, primals).isPresent()) {
            return FieldAccess.isStore(instruction)
                    ? storesCotangent(instruction, instruction.operand(1))
                    : activity.hasCotangent(instruction.result());
        }
        return op instanceof Op.ArrayStore
                && activity.isActive(instruction.operand(0))
                && storesCotangent(instruction, instruction.operand(2));
    }

    private boolean storesCotangent(Instruction store, Value stored) {
        return stored.type().isFloating()
                && increments
                        .of(store)
                        .map(each -> activity.hasCotangent(each.addend())
                                || each.isSumRead() && activity.hasCotangent(stored))
                        .orElse(true);
    }

    private boolean hasPullback(Instruction instruction, List<Partial> partials) {
        return activity.hasCotangent(instruction.result())
                && partials.stream().anyMatch(partial -> activity.hasCotangent(instruction.operand(partial.operand())));
    }
}
