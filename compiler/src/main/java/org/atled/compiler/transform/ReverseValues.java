package org.atled.compiler.transform;

import org.atled.compiler.ir.Value;

/** Where pullbacks find what they need of the primal. */
interface ReverseValues {
    /** A value as the primal had it. */
    Value primal(Value value, int line);

    /** The shadow of a reference. */
    Value shadow(Value value, int line);

    /** A kept value of the current iteration. */
    Value load(Keeps.Keep keep, int line);
}
