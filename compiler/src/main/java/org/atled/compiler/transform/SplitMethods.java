package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.atled.compiler.ir.Function;

/**
 * Splits methods that are too long for HotSpot to compile. Regions of a few thousand bytes become methods of their own, again
 * and again, until what is left is short enough, too; see {@link SplitRegions} for where is cut, {@link SplitCrossings} for
 * how values get across.
 */
public final class SplitMethods {
    /** A region is at first about half as long as a method may be. */
    private static final int REGIONS = 2;

    /** Regions shorter than this are not worth a call, whatever the method's length. */
    private static final int SHORTEST = 100;

    /** How many values all edges to a block may hand over to it, until they are better put into a frame. */
    private static final int MOST_JOINED = 500;

    private final ToIntFunction<Function> size;
    private final int longest;
    private final List<Function> finished = new ArrayList<>();

    private SplitMethods(ToIntFunction<Function> size, int longest) {
        this.size = size;
        this.longest = longest;
    }

    /**
     * The function, which comes first, and the methods made of its regions, named after it. It is left longer than wished
     * where nothing can be done.
     *
     * @param size how many bytes a method takes
     * @param longest how many it may take
     */
    public static List<Function> apply(Function function, ToIntFunction<Function> size, int longest) {
        SplitMethods run = new SplitMethods(size, longest);
        run.fit(run.isLong(function) ? FrameJoins.apply(function, MOST_JOINED) : function, longest / REGIONS);
        return run.finished;
    }

    /** Adds a function, split if need be, to those that are finished, itself before its parts. */
    private void fit(Function function, int region) {
        Function host = function;
        List<Function> parts = new ArrayList<>();
        int most = region;
        while (most >= Math.min(SHORTEST, longest / REGIONS) && isLong(host)) {
            List<Function> split = MethodSplit.of(host, most, parts.size());
            boolean isShorter = CodeEstimate.of(split.get(0)) < CodeEstimate.of(host);
            if (isShorter) {
                host = split.get(0);
                parts.addAll(split.subList(1, split.size()));
            } else {
                most /= 2;
            }
        }
        finished.add(host);
        int next = most;
        parts.forEach(part -> fit(part, next / 2));
    }

    private boolean isLong(Function function) {
        int bytes = CodeEstimate.of(function);
        // Off by a factor of three at most; measuring costs as much as writing the code.
        return bytes > 3 * longest || bytes > longest / 3 && size.applyAsInt(function) > longest;
    }
}
