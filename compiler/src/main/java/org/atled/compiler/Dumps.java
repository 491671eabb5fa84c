package org.atled.compiler;

import org.atled.compiler.ir.Function;

/** Receives functions between passes, for {@code -Datled.dump=STAGE:Class.method}. */
@FunctionalInterface
public interface Dumps {
    /** Ignores everything. */
    Dumps NONE = (stage, function) -> {};

    /**
     * Called after each stage.
     *
     * @param stage name of the stage, {@code lift}, {@code reverse}, …
     */
    void accept(String stage, Function function);
}
