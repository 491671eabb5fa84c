package org.atled.compiler;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Passes that make derivatives faster and may be left out: none of them changes a bit of any primal result. */
enum Optimization {
    /** Bodies in place of calls to small methods, also of objects if there is no doubt what a call runs. */
    INLINE,
    /** Arithmetic on literals and exact identities. */
    FOLD,
    /** Equal expressions computed once, elements and fields read once. */
    NUMBER,
    /** Loops over the coordinates of a point written out. */
    UNROLL,
    /** Small arrays that never leave a method as one variable per element. */
    REPLACE_ARRAYS,
    /** What is the same in all iterations of a loop computed ahead of it. */
    HOIST,
    /** What reverse sweeps compute again instead of keeping it, chosen by a minimum cut. */
    RECOMPUTE,
    /** Terms of a sum pulled back as soon as they are computed, through calls and recursion, so that nothing is kept. */
    IMMEDIATE,
    /** Forward mode along several directions at a time, for Jacobians, Hessians and gradients by few numbers. */
    CHUNK,
    /** One counter per loop, in place of one more for the caches. */
    COUNT,
    /** Loops of reverse sweeps in a second version for arrays that are all different, divided if they vectorize then. */
    DIVIDE,
    /** Loops as methods of their own, which HotSpot compiles sooner and better. */
    OUTLINE,
    /** Innermost loops that run long in methods that HotSpot does not inline into the loops around them. */
    APART,
    /** Methods that are too long for HotSpot to compile as several. */
    SPLIT;

    /** The system property that turns some of them off, to see what each is worth: names, separated by commas. */
    static final String PROPERTY = "atled.without";

    private static final Set<Optimization> GROWING = Set.of(INLINE, UNROLL, CHUNK, DIVIDE, APART);

    /**
     * All that are not turned off.
     *
     * @throws IllegalArgumentException if the property names one that does not exist
     */
    static Set<Optimization> enabled() {
        Set<Optimization> enabled = EnumSet.allOf(Optimization.class);
        Arrays.stream(System.getProperty(PROPERTY, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> enabled.remove(named(name)));
        return enabled;
    }

    private static Optimization named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-D" + PROPERTY + " names " + name
                        + ", which is no optimization; give some of " + Arrays.toString(values())));
    }

    /** Those that never make a method longer. */
    static Set<Optimization> withoutGrowth() {
        Set<Optimization> enabled = enabled();
        enabled.removeAll(GROWING);
        return enabled;
    }
}
