package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Value;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;
import org.atled.compiler.transform.FunctionBuilder.Variable;

/**
 * The cotangents of the primal's numbers during the reverse sweep: one variable each, zero until something is added and
 * zero again when it was taken, so that the next iteration of a loop starts afresh.
 */
final class CotangentVariables {
    private final Activity activity;
    private final Map<Value, Variable> variables = new HashMap<>();

    CotangentVariables(Activity activity) {
        this.activity = activity;
    }

    /** Adds a contribution, unless the value has no cotangent. */
    void add(BlockBuilder block, Value value, Value contribution, int line) {
        if (activity.hasCotangent(value)) {
            Variable variable = variable(value);
            Op sum = new Op.Accumulate(value.type());
            block.write(variable, block.emit(value.type(), sum, line, block.read(variable), contribution));
        }
    }

    /** The cotangent, complete now since everything that reads the value has been reversed; zero from here on. */
    Value take(BlockBuilder block, Value value, int line) {
        Variable variable = variable(value);
        Value taken = block.read(variable);
        block.write(variable, block.literal(FunctionBuilder.zeroOf(value.type()), line));
        return taken;
    }

    private Variable variable(Value value) {
        return variables.computeIfAbsent(value, key -> new Variable("cotangent" + key, key.type()));
    }
}
