package org.atled.rules;

import org.atled.runtime.Cotangents;
import org.atled.runtime.ShadowedTape;

/** As {@link TapeRules}, for the tape and its shadow where a second derivative is called inside of differentiated code. */
@RulesFor(ShadowedTape.class)
public abstract class ShadowedTapeRules {
    private ShadowedTapeRules() {}

    abstract ShadowedTape acquire();

    public static Object acquire_shadow(ShadowedTape result) {
        return Cotangents.zerosLike(result);
    }

    abstract ShadowedTape acquire(int directions);

    public static Object acquire_shadow(int directions, ShadowedTape result) {
        return Cotangents.zerosLike(result);
    }
}
