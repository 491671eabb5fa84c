package org.atled.rules;

import org.atled.runtime.Cotangents;
import org.atled.runtime.Tape;

/**
 * The tape of a derivative that is called inside of differentiated code: an object like any other, with a shadow of its
 * own, whose methods are differentiated as they are written.
 */
@RulesFor(Tape.class)
public abstract class TapeRules {
    private TapeRules() {}

    abstract Tape acquire();

    public static Object acquire_shadow(Tape result) {
        return Cotangents.zerosLike(result);
    }
}
