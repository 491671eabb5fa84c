package org.atled.compiler.ir;

import java.util.List;

/**
 * An edge of the control-flow graph.
 *
 * @param block id of the block jumped to
 * @param arguments one value per parameter of that block, assigned simultaneously
 */
public record Target(int block, List<Value> arguments) {
    public Target {
        arguments = List.copyOf(arguments);
    }
}
