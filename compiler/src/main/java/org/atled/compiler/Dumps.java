package org.atled.compiler;

import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;

/** Receives functions between passes, for {@code -Datled.dump=STAGE:Class.method}. */
@FunctionalInterface
public interface Dumps {
    /** Ignores everything. */
    Dumps NONE = (stage, primal, function) -> {};

    /**
     * Called after each stage.
     *
     * @param stage name of the stage, {@code lift}, {@code reverse}, …
     * @param primal the method it comes from, which the pattern names
     * @param function what the stage made of it: the primal itself or a derivative
     */
    void accept(String stage, MethodReference primal, Function function);
}
