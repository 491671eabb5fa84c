package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.ControlFlow;
import org.atled.compiler.analysis.Inductions;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * An innermost loop of a reverse sweep that adds to cotangents in arrays: a header that tests, and one block that only
 * computes, loads and stores. Such a loop has no exception to throw, as the forward sweep has been at the same elements.
 */
final class SweepLoop {
    private final ControlFlow flow;
    private final Inductions inductions;
    private final Loop loop;
    private final Block header;
    /** The instructions of the block that works, as they may be if its arrays are different objects. */
    private final List<Instruction> body;

    /** Those to which one increment adds what several did. */
    private final Set<Value> mergedArrays = new HashSet<>();

    private final Map<Value, Instruction> rewritten = new HashMap<>();
    private final Block block;
    private final List<ElementAccess> accesses = new ArrayList<>();
    private final Map<Value, Optional<LinearIndex>> indices = new HashMap<>();

    private SweepLoop(ControlFlow flow, Inductions inductions, Loop loop) {
        this.flow = flow;
        this.inductions = inductions;
        this.loop = loop;
        header = flow.block(loop.header());
        block = flow.block(loop.blocks().stream()
                .filter(id -> id != loop.header())
                .findFirst()
                .orElseThrow());
        body = new ArrayList<>(block.instructions());
    }

    /** Empty for a loop of another kind. */
    static Optional<SweepLoop> of(ControlFlow flow, Inductions inductions, Loop loop) {
        if (loop.blocks().size() != 2 || loop.exits().size() != 1) {
            return Optional.empty();
        }
        SweepLoop sweep = new SweepLoop(flow, inductions, loop);
        if (!sweep.hasShape()) {
            return Optional.empty();
        }
        sweep.collectAccesses();
        sweep.mergeIncrements();
        return sweep.hasSums() || sweep.accesses.stream().anyMatch(ElementAccess::isIncrement)
                ? Optional.of(sweep)
                : Optional.empty();
    }

    private boolean hasShape() {
        return header.terminator() instanceof Terminator.Branch
                && block.terminator() instanceof Terminator.Jump
                && block.parameters().isEmpty()
                && header.handlers().isEmpty()
                && block.handlers().isEmpty()
                && header.instructions().stream().allMatch(each -> each.op().isPure())
                && body.stream().allMatch(this::isSimple);
    }

    private boolean isSimple(Instruction instruction) {
        Op op = instruction.op();
        boolean isElement = op instanceof Op.ArrayLoad
                || op instanceof Op.ArrayStore store && store.element().isFloating();
        return isElement ? isOutside(instruction.operand(0)) : isFunction(instruction);
    }

    /** Whether an instruction has no effect but its result, which is the same at any time. */
    static boolean isFunction(Instruction instruction) {
        return instruction.op().isPure()
                || instruction.op() instanceof Op.Invoke call
                        && instruction.result() != null
                        && Throwing.readsAndWritesNothing(call.method());
    }

    boolean isOutside(Value value) {
        return !loop.contains(flow.definition(value).id());
    }

    private void collectAccesses() {
        List<Instruction> taken = new ArrayList<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            Instruction instruction = body.get(i);
            if (instruction.op() instanceof Op.ArrayStore) {
                Instruction load = incrementedLoad(instruction, i);
                if (load != null) {
                    taken.add(load);
                }
                accesses.add(new ElementAccess(instruction, i, index(instruction.operand(1)), true, load));
            } else if (instruction.op() instanceof Op.ArrayLoad && !taken.contains(instruction)) {
                accesses.add(new ElementAccess(instruction, i, index(instruction.operand(1)), false, null));
            }
        }
    }

    /** What a store loads before and only adds to, {@code null} if it does anything else. */
    private Instruction incrementedLoad(Instruction store, int position) {
        Deque<Value> open = new ArrayDeque<>(List.of(store.operand(2)));
        while (!open.isEmpty()) {
            Value value = open.pop();
            Instruction definition = definition(value);
            if (definition == null || isOutside(value) || flow.uses(value).size() != 1) {
                continue;
            }
            if (definition.op() instanceof Op.Accumulate) {
                definition.operands().forEach(open::push);
            } else if (definition.op() instanceof Op.ArrayLoad && isOfElement(definition, store, position)) {
                return definition;
            }
        }
        return null;
    }

    /** Whether a load is of the element that is stored, with no store to the array in between. */
    private boolean isOfElement(Instruction load, Instruction store, int position) {
        int from = body.indexOf(load);
        return load.operands().equals(store.operands().subList(0, 2))
                && from >= 0
                && body.subList(from, position).stream()
                        .noneMatch(between -> between.op() instanceof Op.ArrayStore
                                && between.operand(0).equals(store.operand(0)));
    }

    /** Adds to an element once where it is added to several times, if nothing else is done with the array. */
    private void mergeIncrements() {
        List<ElementAccess> increments = accesses.stream()
                .filter(access -> access.isIncrement()
                        && accesses.stream()
                                .filter(other -> other.array().equals(access.array()))
                                .allMatch(ElementAccess::isIncrement))
                .toList();
        // The accesses are sorted from the last to the first.
        for (int i = 0; i < increments.size(); i++) {
            for (int j = i + 1; j < increments.size(); j++) {
                Instruction later = increments.get(i).increment();
                Instruction earlier = increments.get(j).instruction();
                if (later.operands().equals(earlier.operands().subList(0, 2))) {
                    merge(earlier, later);
                    break;
                }
            }
        }
        accesses.clear();
        collectAccesses();
    }

    /** Whether what an increment adds was added in several steps: between them nobody else may add to the element. */
    boolean isMerged(ElementAccess access) {
        return mergedArrays.contains(access.array());
    }

    private void merge(Instruction store, Instruction load) {
        mergedArrays.add(store.operand(0));
        Renaming renaming = new Renaming();
        renaming.put(load.result(), store.operand(2));
        body.removeIf(each -> each == store || each == load);
        body.replaceAll(renaming::of);
        body.stream().filter(each -> each.result() != null).forEach(each -> rewritten.put(each.result(), each));
    }

    /** An index as a linear function of the iteration. */
    private Optional<LinearIndex> index(Value value) {
        Optional<LinearIndex> known = indices.get(value);
        if (known == null) {
            known = findIndex(value);
            indices.put(value, known);
        }
        return known;
    }

    private Optional<LinearIndex> findIndex(Value value) {
        Instruction definition = inductions.definition(value);
        if (definition == null) {
            return header.parameters().contains(value)
                    ? inductions
                            .of(value)
                            .flatMap(each ->
                                    index(each.initial()).map(start -> LinearIndex.ofInduction(start, each.step())))
                    : Optional.of(LinearIndex.ofValue(value));
        }
        if (definition.op() instanceof Op.Literal literal && literal.constant() instanceof Constant.OfInt number) {
            return Optional.of(LinearIndex.ofConstant(number.value()));
        }
        Optional<LinearIndex> sum = definition.op() instanceof Op.Arithmetic arithmetic
                ? sum(arithmetic.operator(), definition)
                : Optional.empty();
        return sum.isPresent() || !isOutside(value) ? sum : Optional.of(LinearIndex.ofValue(value));
    }

    private Optional<LinearIndex> sum(Operator operator, Instruction definition) {
        if (operator != Operator.IADD && operator != Operator.ISUB && operator != Operator.IMUL) {
            return Optional.empty();
        }
        Optional<LinearIndex> one = index(definition.operand(0));
        Optional<LinearIndex> other = index(definition.operand(1));
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return switch (operator) {
            case IADD -> Optional.of(one.get().plus(other.get(), 1));
            case ISUB -> Optional.of(one.get().plus(other.get(), -1));
            default ->
                one.get().number().isPresent()
                        ? one.get().number().map(other.get()::times)
                        : other.get().number().map(one.get()::times);
        };
    }

    Block header() {
        return header;
    }

    /** The block that works. */
    int body() {
        return block.id();
    }

    List<Instruction> instructions() {
        return body;
    }

    /** Every access, the increments as one each. */
    List<ElementAccess> accesses() {
        return accesses;
    }

    Instruction definition(Value value) {
        Instruction changed = rewritten.get(value);
        return changed == null ? inductions.definition(value) : changed;
    }

    int preheader() {
        return flow.preheader(loop);
    }

    /** What the parameters of the header are at first. */
    List<Value> initial() {
        return flow.block(preheader()).terminator().targets().get(0).arguments();
    }

    /** What they become after an iteration. */
    List<Value> next() {
        return block.terminator().targets().get(0).arguments();
    }

    Target exit() {
        return header.terminator().targets().stream()
                .filter(target -> target.block() != block.id())
                .findFirst()
                .orElseThrow();
    }

    /** The iterations that follow the first one, if the loop counts down to zero from that number; else {@code null}. */
    Value repetitions() {
        Value counter = header.terminator().operands().get(0);
        return counts(counter) ? initial().get(header.parameters().indexOf(counter)) : null;
    }

    /** Whether cotangents are added up from iteration to iteration. */
    boolean hasSums() {
        return header.parameters().stream().anyMatch(this::isSum);
    }

    /** Whether iterations only add to a parameter of the header, so that their order does not matter. */
    boolean isSum(Value parameter) {
        int index = header.parameters().indexOf(parameter);
        if (index < 0 || !parameter.type().isFloating()) {
            return false;
        }
        Deque<Value> open = new ArrayDeque<>(List.of(next().get(index)));
        boolean isFound = false;
        while (!open.isEmpty()) {
            Value value = open.pop();
            Instruction definition = definition(value);
            if (value.equals(parameter)) {
                isFound = readsInside(value) == 1;
            } else if (definition != null
                    && definition.op() instanceof Op.Accumulate
                    && !isOutside(value)
                    && readsInside(value) == 1) {
                definition.operands().forEach(open::push);
            }
        }
        return isFound;
    }

    /** How often the block that works reads a value. */
    private long readsInside(Value value) {
        return flow.uses(value).stream()
                .filter(use -> use.block() == block.id())
                .count();
    }

    /** Whether a parameter of the header counts down to zero, by which the loop ends. */
    boolean counts(Value parameter) {
        Terminator.Branch test = (Terminator.Branch) header.terminator();
        return test.condition() == Terminator.Condition.IFGE
                && test.then().block() == block.id()
                && test.operands().get(0).equals(parameter)
                && header.parameters().contains(parameter)
                && inductions.of(parameter).filter(each -> each.step() == -1).isPresent();
    }
}
