package org.atled.compiler;

import java.util.EnumSet;
import java.util.Set;

/** Passes that make derivatives faster and may be left out: none of them changes a bit of any primal result. */
enum Optimization {
    /** Bodies in place of calls to small methods, so that most calls need no tape. */
    INLINE,
    /** Arithmetic on literals and exact identities. */
    FOLD,
    /** Equal expressions computed once, elements read once. */
    NUMBER,
    /** Loops over the coordinates of a point written out. */
    UNROLL,
    /** Small arrays that never leave a method as one variable per element. */
    REPLACE_ARRAYS,
    /** What is the same in all iterations of a loop computed ahead of it. */
    HOIST,
    /** Terms of a sum pulled back as soon as they are computed, through calls and recursion, so that nothing is kept. */
    IMMEDIATE,
    /** Loops as methods of their own, which HotSpot compiles sooner and better. */
    OUTLINE;

    static final Set<Optimization> ALL = Set.copyOf(EnumSet.allOf(Optimization.class));

    /** Those that never make a method longer. */
    static final Set<Optimization> WITHOUT_GROWTH = Set.of(FOLD, NUMBER, REPLACE_ARRAYS, HOIST, IMMEDIATE, OUTLINE);
}
