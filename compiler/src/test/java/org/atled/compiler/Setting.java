package org.atled.compiler;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How the derivatives of test programs are made: by which optimizations, of methods of how many bytes of bytecode. */
public final class Setting {
    public static final Setting OPTIMIZED = new Setting("optimized", Optimization.enabled(), Pipeline.LONGEST_COMPILED);
    public static final Setting PLAIN = new Setting("not optimized", Set.of(), Pipeline.LONGEST_COMPILED);
    /** So short that nearly every derivative is split. */
    public static final Setting IN_PIECES = new Setting("in pieces", Optimization.enabled(), 200);

    private final String name;
    final Set<Optimization> optimizations;
    final int longestMethod;

    private Setting(String name, Set<Optimization> optimizations, int longestMethod) {
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
        settings.addAll(List.of(IN_PIECES, PLAIN, PLAIN, PLAIN, PLAIN));
        return settings.get((int) Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 32, (long) settings.size()));
    }

    /** Whether long methods are split. */
    public boolean splits() {
        return optimizations.contains(Optimization.SPLIT);
    }

    @Override
    public String toString() {
        return name;
    }
}
