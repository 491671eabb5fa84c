package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.atled.compiler.ir.Value;

/** Units and loops of a function one after another, each behind all that leads to it, among which regions are chosen. */
final class SplitRun {
    private static final int OUTSIDE = Integer.MAX_VALUE;

    private final SplitUnits units;
    private final List<int[]> steps;
    private final int[] bytes;
    private final BitSet pinned;
    /** The step that each unit is in. */
    private final int[] stepOf;
    /** Steps that define the values last read in each step. */
    private final List<List<Integer>> ending = new ArrayList<>();
    /** For each step, how many values it defines that are read later. */
    private final int[] opening;

    /**
     * @param steps units, several where they are a loop
     * @param bytes what is left of each step
     * @param pinned the steps in which regions were chosen before
     */
    SplitRun(SplitUnits units, List<int[]> steps, int[] bytes, BitSet pinned) {
        this.units = units;
        this.steps = steps;
        this.bytes = bytes;
        this.pinned = pinned;
        stepOf = new int[units.size()];
        Arrays.fill(stepOf, OUTSIDE);
        for (int step = 0; step < steps.size(); step++) {
            ending.add(new ArrayList<>());
            for (int unit : steps.get(step)) {
                stepOf[unit] = step;
            }
        }
        opening = new int[steps.size()];
        for (int step = 0; step < steps.size(); step++) {
            for (int unit : steps.get(step)) {
                for (Value value : units.definitions(unit)) {
                    open(value, step);
                }
            }
        }
    }

    private void open(Value value, int step) {
        int last = step;
        for (int reader : units.readers(value)) {
            // Read earlier, it is carried around a loop.
            last = Math.max(last, stepOf[reader] < step ? OUTSIDE : stepOf[reader]);
        }
        if (last > step) {
            opening[step]++;
            if (last != OUTSIDE) {
                ending.get(last).add(step);
            }
        }
    }

    int size() {
        return steps.size();
    }

    int bytes(int from, int end) {
        int sum = 0;
        for (int step = from; step < end; step++) {
            sum += bytes[step];
        }
        return sum;
    }

    /** Whether a region may begin with a step: it can be moved, is entered at one place, and is not too long itself. */
    boolean canBegin(int step, int longest) {
        return bytes[step] <= longest && canMove(step) && heads(step).size() == 1;
    }

    private boolean canMove(int step) {
        return !pinned.get(step) && Arrays.stream(steps.get(step)).noneMatch(units::isFixed);
    }

    private List<Integer> heads(int step) {
        if (steps.get(step).length == 1) {
            return List.of(steps.get(step)[0]);
        }
        return Arrays.stream(steps.get(step))
                .filter(unit -> units.predecessors(unit).stream().anyMatch(from -> stepOf[from] != step))
                .boxed()
                .toList();
    }

    /** The block by which a step is entered. */
    int head(int step) {
        return units.blocks(heads(step).get(0)).get(0);
    }

    /**
     * Where a region that begins with a step ends best: among the ends that leave it at least half as long as it may
     * be, that over which the fewest values are carried.
     */
    int end(int from, int longest) {
        int best = from;
        int fewest = OUTSIDE;
        int sum = 0;
        int carried = 0;
        for (int step = from; step < size() && canFollow(step, from); step++) {
            sum += bytes[step];
            if (sum > longest) {
                break;
            }
            carried += opening[step];
            for (int definition : ending.get(step)) {
                carried -= definition >= from ? 1 : 0;
            }
            if (carried <= fewest || 2 * sum <= longest) {
                best = step + 1;
                fewest = 2 * sum <= longest ? OUTSIDE : carried;
            }
        }
        return best;
    }

    private boolean canFollow(int step, int from) {
        return step == from
                || canMove(step) && Arrays.stream(steps.get(step)).allMatch(unit -> isWithin(unit, from, step));
    }

    /** Whether all that leads to a unit is among these steps. */
    private boolean isWithin(int unit, int from, int last) {
        return units.predecessors(unit).stream().allMatch(before -> from <= stepOf[before] && stepOf[before] <= last);
    }

    List<Integer> blocks(int from, int end) {
        List<Integer> blocks = new ArrayList<>();
        for (int step = from; step < end; step++) {
            for (int unit : steps.get(step)) {
                blocks.addAll(units.blocks(unit));
            }
        }
        return blocks;
    }
}
