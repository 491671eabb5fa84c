package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;

/**
 * Puts blocks around regions of a draft, outside of them: one by which alone a region is entered, and which becomes its
 * call; and for each block that it leads to one by which it is left, which takes nothing.
 */
final class SplitBorders {
    private final Draft draft;
    /** The region that each block is in. */
    private final Map<Integer, Integer> regionOf = new HashMap<>();

    private SplitBorders(Draft draft, List<SplitRegions.Region> regions) {
        this.draft = draft;
        for (int i = 0; i < regions.size(); i++) {
            for (int block : regions.get(i).blocks()) {
                regionOf.put(block, i);
            }
        }
    }

    /**
     * A region with its borders.
     *
     * @param call the block by which it is entered
     * @param head the block that this one jumps to
     * @param blocks its own blocks
     * @param landings the blocks by which it is left, by one edge each
     */
    record Bordered(int call, int head, Set<Integer> blocks, List<Integer> landings) {}

    static List<Bordered> around(Draft draft, List<SplitRegions.Region> regions) {
        SplitBorders run = new SplitBorders(draft, regions);
        List<Set<Integer>> blocks = new ArrayList<>();
        List<List<Integer>> landings = new ArrayList<>();
        for (SplitRegions.Region region : regions) {
            Set<Integer> inside = new LinkedHashSet<>(region.blocks());
            landings.add(run.leave(inside));
            blocks.add(inside);
        }
        List<Integer> calls = run.enter(regions);
        List<Bordered> bordered = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            bordered.add(new Bordered(calls.get(i), regions.get(i).head(), blocks.get(i), landings.get(i)));
        }
        return bordered;
    }

    /** Makes the landings of a region; blocks in which several ways out meet are added to it. */
    private List<Integer> leave(Set<Integer> inside) {
        Map<Integer, List<Target>> exits = new LinkedHashMap<>();
        for (int id : inside) {
            draft.block(id).terminator.targets().stream()
                    .filter(target -> !inside.contains(target.block()))
                    .forEach(target -> exits.computeIfAbsent(target.block(), key -> new ArrayList<>())
                            .add(target));
        }
        Map<Integer, UnaryOperator<Target>> ways = new HashMap<>();
        List<Integer> landings = new ArrayList<>();
        List<DraftBlock> meetings = new ArrayList<>();
        exits.forEach((to, edges) -> {
            if (edges.size() == 1) {
                int landing = land(to, edges.get(0).arguments());
                landings.add(landing);
                ways.put(to, target -> new Target(landing, List.of()));
            } else {
                List<Value> met = draft.newValuesLike(draft.block(to).parameters);
                int landing = land(to, met);
                landings.add(landing);
                DraftBlock meeting = draft.add(draft.newBlockId(), met, jump(landing, List.of(), to));
                meetings.add(meeting);
                ways.put(to, target -> new Target(meeting.id, target.arguments()));
            }
        });
        for (int id : inside) {
            draft.block(id)
                    .replaceTargets(target ->
                            ways.getOrDefault(target.block(), same -> same).apply(target));
        }
        meetings.forEach(meeting -> inside.add(meeting.id));
        return landings;
    }

    private int land(int to, List<Value> arguments) {
        return draft.add(draft.newBlockId(), List.of(), jump(to, arguments, to)).id;
    }

    private Terminator jump(int to, List<Value> arguments, int lineOf) {
        return new Terminator.Jump(
                new Target(to, arguments), draft.block(lineOf).line());
    }

    private List<Integer> enter(List<SplitRegions.Region> regions) {
        Map<Integer, Integer> calls = new LinkedHashMap<>();
        regions.forEach(region -> calls.put(region.head(), draft.newBlockId()));
        for (DraftBlock block : draft.blocks()) {
            int from = regionOf.getOrDefault(block.id, -1);
            block.replaceTargets(target -> calls.containsKey(target.block()) && regionOf.get(target.block()) != from
                    ? new Target(calls.get(target.block()), target.arguments())
                    : target);
        }
        calls.forEach((head, call) -> {
            List<Value> entering = draft.newValuesLike(draft.block(head).parameters);
            draft.add(call, entering, jump(head, entering, head));
        });
        return List.copyOf(calls.values());
    }
}
