package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.RuleArgument;
import org.atled.compiler.rule.RuleMethod;
import org.atled.compiler.transform.FunctionBuilder.BlockBuilder;

/** Emits a call of a rule method. */
final class RuleCall {
    private RuleCall() {}

    /** Gives the result, {@code null} if there is none. Arguments are cast where the rule is typed more narrowly. */
    static Value emit(BlockBuilder block, RuleMethod rule, int line, Function<RuleArgument, Value> arguments) {
        List<Type> types = rule.method().parameters();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Value value = arguments.apply(rule.arguments().get(i));
            boolean isNarrower = types.get(i).isReference() && !value.type().equals(Type.NULL);
            values.add(isNarrower ? TapeCode.cast(block, value, types.get(i), line) : value);
        }
        return block.call(rule.method(), line, values.toArray(Value[]::new));
    }
}
