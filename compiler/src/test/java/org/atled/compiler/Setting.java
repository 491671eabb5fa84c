package org.atled.compiler;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.transform.CheckpointMode;

/** How the derivatives of test programs are made: by which optimizations, of methods of how many bytes of bytecode. */
public final class Setting {
    public static final Setting OPTIMIZED = new Setting("optimized", Optimization.enabled(), Pipeline.LONGEST_COMPILED);
    public static final Setting PLAIN =
            new Setting("not optimized", Set.of(Optimization.CHUNK), Pipeline.LONGEST_COMPILED);
    /** So short that nearly every derivative is split. */
    public static final Setting IN_PIECES = new Setting("in pieces", Optimization.enabled(), 200);

    /** With so small a tape budget that every loop that can be is run again from checkpoints. */
    public static final Setting CHECKPOINTED =
            new Setting("checkpointed", Optimization.enabled(), Pipeline.LONGEST_COMPILED, 1);

    private final String name;
    final Set<Optimization> optimizations;
    final int longestMethod;
    final long tapeBudget;

    private Setting(String name, Set<Optimization> optimizations, int longestMethod) {
        this(name, optimizations, longestMethod, 0);
    }

    private Setting(String name, Set<Optimization> optimizations, int longestMethod, long tapeBudget) {
        this.tapeBudget = tapeBudget;
        this.name = name;
        this.optimizations = optimizations;
        this.longestMethod = longestMethod;
    }

    /** All optimizations but one, for each of them. */
    public static List<Setting> eachWithoutOne() {
        List<Setting> settings = new ArrayList<>();
        for (Optimization without : Optimization.values()) {
            settings.add(new Setting(
                    "without " + without, EnumSet.complementOf(EnumSet.of(without)), Pipeline.LONGEST_COMPILED));
        }
        return settings;
    }

    /** One of all but {@link #OPTIMIZED}. */
    public static Setting random(long seed) {
        List<Setting> settings = new ArrayList<>(eachWithoutOne());
        settings.addAll(List.of(IN_PIECES, PLAIN, PLAIN, PLAIN, PLAIN, CHECKPOINTED, CHECKPOINTED));
        return settings.get((int) Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 32, (long) settings.size()));
    }

    Optional<CheckpointMode.Budget> budget() {
        return tapeBudget == 0 ? Optional.empty() : Optional.of(new CheckpointMode.Budget(tapeBudget, false));
    }

    /** Whether long methods are split. */
    public boolean splits() {
        return optimizations.contains(Optimization.SPLIT);
    }

    /** Whether there is code along several directions at a time. */
    public boolean makesChunks() {
        return optimizations.contains(Optimization.CHUNK);
    }

    @Override
    public String toString() {
        return name;
    }
}
