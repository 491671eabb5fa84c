package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Value;

/**
 * How a loop of a reverse sweep is best run if its arrays are different objects: what is computed ahead of it, what is
 * added up in variables, and in how many loops the rest is done, one after the other. Several are better where elements
 * at different distances are stored to: HotSpot vectorizes a loop in which all stores go to the element of one index,
 * and a cotangent that is added to here and again in the next iteration waits for itself. (Loop distribution: Allen,
 * Kennedy, "Optimizing Compilers for Modern Architectures", section 5.6.)
 */
final class SweepDivision {
    /** What several loops cost together, in terms of the one that they replace, is at most this. */
    private static final int MOST_COST_PERCENT = 200;

    private final SweepLoop loop;
    private final Set<Instruction> hoisted = new LinkedHashSet<>();
    private final List<ElementAccess> promoted = new ArrayList<>();
    private final List<Set<Instruction>> groups = new ArrayList<>();

    SweepDivision(SweepLoop loop) {
        this.loop = loop;
        hoist();
        promote();
        divide();
    }

    /** What is computed once, ahead of all loops, in this order. */
    Set<Instruction> hoisted() {
        return hoisted;
    }

    /** Increments of one element each, by all iterations together. */
    List<ElementAccess> promoted() {
        return promoted;
    }

    /** The stores of each loop. */
    List<Set<Instruction>> groups() {
        return groups;
    }

    boolean isWorthwhile() {
        return groups.size() > 1
                || !promoted.isEmpty()
                || loop.hasSums() && ascends(groups.get(0))
                || hoisted.stream().anyMatch(each -> each.op() instanceof Op.ArrayLoad);
    }

    private void hoist() {
        boolean isBeforeStores = true;
        for (Instruction instruction : loop.instructions()) {
            isBeforeStores &= !(instruction.op() instanceof Op.ArrayStore);
            boolean canMove = SweepLoop.isFunction(instruction)
                    || isBeforeStores && instruction.op() instanceof Op.ArrayLoad && !isWritten(instruction.operand(0));
            if (canMove && instruction.operands().stream().allMatch(this::isInvariant)) {
                hoisted.add(instruction);
            }
        }
    }

    private boolean isInvariant(Value value) {
        return loop.isOutside(value) || hoisted.contains(loop.definition(value));
    }

    private boolean isWritten(Value array) {
        return loop.accesses().stream()
                .anyMatch(access -> access.isWrite() && access.array().equals(array));
    }

    private void promote() {
        for (ElementAccess access : loop.accesses()) {
            boolean isOnlyAddedTo = loop.accesses().stream()
                    .filter(other -> other.array().equals(access.array()))
                    .allMatch(ElementAccess::isIncrement);
            if (access.isIncrement()
                    && isOnlyAddedTo
                    && isInvariant(access.instruction().operand(1))) {
                promoted.add(access);
            }
        }
    }

    /** One group for each index that is stored to, if that is possible; else one for all. */
    private void divide() {
        Map<Optional<LinearIndex>, Set<Instruction>> byIndex = new LinkedHashMap<>();
        Set<Instruction> sums = new LinkedHashSet<>();
        boolean isContiguous = true;
        for (ElementAccess access : loop.accesses()) {
            if (promoted.contains(access)) {
                sums.add(access.instruction());
            } else if (access.isWrite()) {
                isContiguous &= access.index().filter(LinearIndex::isContiguous).isPresent();
                byIndex.computeIfAbsent(access.index(), key -> new LinkedHashSet<>())
                        .add(access.instruction());
            }
        }
        boolean isDivided = isContiguous && byIndex.size() > 1 && order(new ArrayList<>(byIndex.values()), sums);
        if (!isDivided) {
            groups.clear();
            groups.add(all());
        }
    }

    private Set<Instruction> all() {
        Set<Instruction> all = new LinkedHashSet<>();
        loop.accesses().stream()
                .filter(ElementAccess::isWrite)
                .map(ElementAccess::instruction)
                .forEach(all::add);
        return all;
    }

    /** Finds an order in which the loops may run; the last one also does what is added up in variables. */
    private boolean order(List<Set<Instruction>> open, Set<Instruction> sums) {
        while (!open.isEmpty()) {
            Optional<Set<Instruction>> first = open.stream()
                    .filter(group -> open.stream().allMatch(other -> other == group || mayPrecede(group, other)))
                    .findFirst();
            if (first.isEmpty()) {
                return false;
            }
            groups.add(first.get());
            open.remove(first.get());
        }
        Set<Instruction> last = groups.get(groups.size() - 1);
        last.addAll(sums);
        return groups.stream().allMatch(group -> group == last || mayPrecede(group, last)) && isCheap();
    }

    /** Whether all iterations of one loop may run before those of the other. */
    private boolean mayPrecede(Set<Instruction> first, Set<Instruction> second) {
        List<ElementAccess> later = accesses(second);
        return accesses(first).stream().allMatch(one -> later.stream().allMatch(other -> mayPrecede(one, other)));
    }

    private static boolean mayPrecede(ElementAccess first, ElementAccess second) {
        boolean isSameArray = first.array().equals(second.array());
        return !isSameArray
                || !first.conflicts(second)
                || first.isAligned(second) && first.position() < second.position();
    }

    /**
     * Whether a loop with these stores may run upwards and should, though the sweep counts down. HotSpot makes more of a loop
     * that runs upwards, the more so if it adds up; but one that loads elements before those that it stores to waits
     * for itself then, as for all HotSpot knows the arrays could be one.
     */
    boolean ascends(Set<Instruction> group) {
        Set<Value> parameters = slice(group).parameters();
        if (!parameters.stream().allMatch(each -> loop.counts(each) || loop.isSum(each))) {
            return false;
        }
        List<ElementAccess> all = accesses(group);
        boolean isFree = all.stream()
                .allMatch(one -> all.stream()
                        .allMatch(other -> one == other
                                || !one.array().equals(other.array())
                                || !one.conflicts(other)
                                || one.isAligned(other)));
        return isFree
                && all.stream()
                        .filter(ElementAccess::isWrite)
                        .flatMap(store -> all.stream().flatMap(load -> distance(store, load).stream()))
                        .noneMatch(distance -> distance < 0);
    }

    /** How far a load is ahead of a store, if that is always the same. */
    private static Optional<Integer> distance(ElementAccess store, ElementAccess load) {
        return load.index()
                .flatMap(index -> store.index().map(other -> index.plus(other, -1)))
                .flatMap(LinearIndex::number);
    }

    private List<ElementAccess> accesses(Set<Instruction> group) {
        Set<Instruction> slice = slice(group).instructions();
        return loop.accesses().stream()
                .filter(access -> slice.contains(access.instruction()))
                .toList();
    }

    /** What one of the loops consists of. Whatever is read after the loop is computed by the last one. */
    SweepSlice slice(Set<Instruction> group) {
        SweepSlice slice = new SweepSlice(loop, hoisted);
        promoted.forEach(access -> slice.isComputedAhead(access.increment()));
        slice.add(loop.header().terminator().operands());
        for (Instruction store : group) {
            slice.add(store);
            slice.add(isPromoted(store) ? List.of(store.operand(2)) : store.operands());
        }
        if (groups.isEmpty() || group == groups.get(groups.size() - 1)) {
            slice.add(loop.exit().arguments());
        }
        return slice;
    }

    private boolean isPromoted(Instruction store) {
        return promoted.stream().anyMatch(access -> access.instruction() == store);
    }

    private boolean isCheap() {
        long cost = groups.stream()
                .mapToLong(group -> cost(slice(group).instructions()))
                .sum();
        return 100 * cost <= MOST_COST_PERCENT * cost(new HashSet<>(loop.instructions()));
    }

    private static long cost(Set<Instruction> instructions) {
        return instructions.stream().mapToLong(SweepDivision::cost).sum();
    }

    private static int cost(Instruction instruction) {
        Op op = instruction.op();
        if (op instanceof Op.Invoke) {
            return 20;
        }
        boolean isDivision = op instanceof Op.Arithmetic arithmetic
                && (arithmetic.operator() == Operator.DDIV || arithmetic.operator() == Operator.FDIV);
        return isDivision ? 5 : op instanceof Op.Literal ? 0 : 1;
    }

    /** Pairs of arrays that must be different objects for this to be right. */
    List<List<Value>> mustDiffer() {
        List<List<Value>> pairs = new ArrayList<>();
        Set<Set<Value>> seen = new HashSet<>();
        for (ElementAccess one : loop.accesses()) {
            for (ElementAccess other : loop.accesses()) {
                boolean isPair = !one.array().equals(other.array())
                        && one.element().equals(other.element())
                        && (one.conflicts(other) || loop.isMerged(one) && other.isWrite());
                if (isPair && seen.add(Set.of(one.array(), other.array()))) {
                    pairs.add(List.of(one.array(), other.array()));
                }
            }
        }
        return pairs;
    }
}
