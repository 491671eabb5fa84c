package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Use;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * The small new arrays that never leave a function and whose elements are always named by literals. A block parameter is
 * one of them if all that is passed for it are, of one length, and if nothing reads an array that was passed any more, so
 * that at any time each has one name.
 */
final class SmallArrays {
    private static final int LONGEST = 16;

    private final ControlFlow flow;
    private final Definitions definitions;
    private final Map<Value, Integer> lengths = new LinkedHashMap<>();
    private final Map<Value, Set<Integer>> liveBlocks = new HashMap<>();

    private SmallArrays(ControlFlow flow) {
        this.flow = flow;
        this.definitions = Definitions.of(flow.function());
    }

    /** The arrays, created or passed from block to block, with their lengths. */
    static Map<Value, Integer> of(ControlFlow flow) {
        SmallArrays run = new SmallArrays(flow);
        run.findCreations();
        run.findParameters();
        while (run.lengths.keySet().removeIf(array -> !run.isReplaceable(array))) {
            // What was passed for one that is none cannot be one.
        }
        return run.lengths;
    }

    private void findCreations() {
        for (Block block : flow.reversePostorder()) {
            for (Instruction instruction : block.instructions()) {
                length(instruction).ifPresent(length -> lengths.put(instruction.result(), length));
            }
        }
    }

    /** The length of a new array that is short enough, of numbers that fill a variable. */
    private Optional<Integer> length(Instruction instruction) {
        if (!(instruction.op() instanceof Op.NewArray)
                || instruction.operands().size() != 1
                || !fillsVariables(instruction.result().type())) {
            return Optional.empty();
        }
        return integer(instruction.operand(0)).filter(length -> length >= 0 && length <= LONGEST);
    }

    private static boolean fillsVariables(Type array) {
        Type element = array.element();
        return !element.isReference() && element.onStack().equals(element);
    }

    private Optional<Integer> integer(Value value) {
        return definitions.constant(value) instanceof Constant.OfInt number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    /** Takes every parameter that any such array is passed for, to be dropped later if others are, too. */
    private void findParameters() {
        Deque<Value> open = new ArrayDeque<>(lengths.keySet());
        while (!open.isEmpty()) {
            Value array = open.poll();
            for (Use use : flow.uses(array)) {
                Block block = flow.block(use.block());
                for (Target target : block.terminator().targets()) {
                    List<Value> parameters = flow.block(target.block()).parameters();
                    for (int i = 0; i < parameters.size(); i++) {
                        if (target.arguments().get(i).equals(array)
                                && lengths.putIfAbsent(parameters.get(i), lengths.get(array)) == null) {
                            open.add(parameters.get(i));
                        }
                    }
                }
            }
        }
    }

    private boolean isReplaceable(Value array) {
        return flow.uses(array).stream().allMatch(use -> isElementAccess(array, use) || isPassedOn(array, use))
                && areAllPassed(array);
    }

    private boolean isElementAccess(Value array, Use use) {
        List<Instruction> instructions = flow.block(use.block()).instructions();
        if (use.position() < 0 || use.position() >= instructions.size()) {
            return false;
        }
        Instruction user = instructions.get(use.position());
        if (user.op() instanceof Op.ArrayLength) {
            return true;
        }
        boolean isAccess = user.op() instanceof Op.ArrayLoad
                || user.op() instanceof Op.ArrayStore && !user.operand(2).equals(array);
        return isAccess
                && integer(user.operand(1))
                        .filter(index -> index >= 0 && index < lengths.get(array))
                        .isPresent();
    }

    /** Whether the end of a block hands the array on, on each edge under one new name alone. */
    private boolean isPassedOn(Value array, Use use) {
        Block block = flow.block(use.block());
        Terminator end = block.terminator();
        return use.position() == block.instructions().size()
                && !end.operands().contains(array)
                && end.targets().stream().allMatch(target -> isRenamed(array, target));
    }

    private boolean isRenamed(Value array, Target target) {
        List<Value> parameters = flow.block(target.block()).parameters();
        int names = 0;
        for (int i = 0; i < parameters.size(); i++) {
            if (target.arguments().get(i).equals(array)) {
                names++;
                if (!lengths.get(array).equals(lengths.get(parameters.get(i)))
                        || !parameters.get(i).type().equals(array.type())) {
                    return false;
                }
            }
        }
        return names == 0 || names == 1 && !liveBlocks(array).contains(target.block());
    }

    /** The blocks at whose beginning the array is still to be read. */
    private Set<Integer> liveBlocks(Value array) {
        return liveBlocks.computeIfAbsent(array, key -> {
            int home = flow.definition(array).id();
            Set<Integer> live = new HashSet<>();
            Deque<Integer> open = new ArrayDeque<>();
            flow.uses(array).forEach(use -> open.add(use.block()));
            while (!open.isEmpty()) {
                int block = open.poll();
                if (block != home && live.add(block)) {
                    open.addAll(flow.predecessors(block));
                }
            }
            return live;
        });
    }

    private boolean areAllPassed(Value array) {
        Block home = flow.definition(array);
        int index = home.parameters().indexOf(array);
        if (index < 0) {
            return true;
        }
        return home != flow.function().entry()
                && flow.predecessors(home.id()).stream()
                        .flatMap(id -> flow.block(id).terminator().targets().stream())
                        .filter(target -> target.block() == home.id())
                        .allMatch(
                                target -> lengths.containsKey(target.arguments().get(index)));
    }
}
