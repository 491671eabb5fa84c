package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.atled.compiler.graph.Components;

/**
 * Chooses the regions of a function that become methods: runs of {@link SplitUnits units} that are entered at one place only,
 * about as long as is allowed, and cut where few values are carried across. A loop is one unit of such a run if it is short
 * enough, and is otherwise split inside.
 */
final class SplitRegions {
    /** What a call takes, at the least. */
    private static final int CALL = 20;

    private final SplitUnits units;
    private final int longest;
    private final int shortest;
    private final List<Region> chosen = new ArrayList<>();

    /**
     * Blocks that become a method.
     *
     * @param head the only block that is entered from outside
     */
    record Region(int head, List<Integer> blocks) {}

    private SplitRegions(SplitUnits units, int longest, int shortest) {
        this.units = units;
        this.longest = longest;
        this.shortest = shortest;
    }

    /**
     * Regions with no block in common.
     *
     * @param longest about how many bytes a region may take
     * @param shortest what is not worth a method of its own
     */
    static List<Region> of(Draft draft, int longest, int shortest) {
        SplitUnits units = new SplitUnits(draft);
        SplitRegions run = new SplitRegions(units, longest, shortest);
        run.choose(units.all(), new BitSet());
        return run.chosen;
    }

    /**
     * Chooses among these units, in which nothing repeats but by way of the heads; gives the bytes that this saves.
     */
    private int choose(int[] nodes, BitSet heads) {
        BitSet among = new BitSet();
        for (int node : nodes) {
            among.set(node);
        }
        List<int[]> components = Components.of(units.size(), nodes, node -> inside(node, among, heads));
        int[] bytes = new int[components.size()];
        BitSet pinned = new BitSet();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes(components.get(i));
            if (components.get(i).length > 1 && bytes[i] > longest) {
                BitSet inner = (BitSet) heads.clone();
                inner.or(entries(components.get(i)));
                int saved = choose(components.get(i), inner);
                bytes[i] -= saved;
                pinned.set(i, saved > 0);
            }
        }
        return cut(new SplitRun(units, components, bytes, pinned));
    }

    private int[] inside(int node, BitSet among, BitSet heads) {
        return Arrays.stream(units.successors(node))
                .filter(to -> among.get(to) && !heads.get(to))
                .toArray();
    }

    private int bytes(int[] component) {
        int sum = 0;
        for (int unit : component) {
            sum += units.bytes(unit);
        }
        return sum;
    }

    /** The units of a component that edges lead to from outside. */
    private BitSet entries(int[] component) {
        BitSet members = new BitSet();
        for (int unit : component) {
            members.set(unit);
        }
        BitSet entries = new BitSet();
        for (int unit : component) {
            if (units.predecessors(unit).stream().anyMatch(from -> !members.get(from))) {
                entries.set(unit);
            }
        }
        return entries;
    }

    private int cut(SplitRun run) {
        int saved = 0;
        int from = 0;
        while (from < run.size()) {
            int end = run.canBegin(from, longest) ? run.end(from, longest) : from;
            int bytes = run.bytes(from, end);
            if (bytes >= shortest) {
                chosen.add(new Region(run.head(from), run.blocks(from, end)));
                saved += bytes - CALL;
                from = end;
            } else {
                from = Math.max(end, from + 1);
            }
        }
        return saved;
    }
}
