package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/** Where the values of a draft come from, as it was when this was made. */
final class ValueSources {
    private final Definitions definitions;
    private final Map<Value, List<Value>> arguments = new HashMap<>();

    ValueSources(Draft draft) {
        definitions = draft.definitions();
        IncomingEdges edges = new IncomingEdges(draft);
        for (DraftBlock block : draft.blocks()) {
            for (int i = 0; i < block.parameters.size(); i++) {
                if (!edges.isException(block.id, i)) {
                    arguments.put(block.parameters.get(i), edges.arguments(block.id, i));
                }
            }
        }
    }

    /** The instruction that defines a value, {@code null} if it is a block parameter. */
    Instruction definition(Value value) {
        return definitions.of(value);
    }

    /** Whether a value is a literal that can be written anywhere. */
    boolean isConstant(Value value) {
        Constant constant = definitions.constant(value);
        return constant != null && constant.isPure();
    }

    /** The type of a value, or of the only one that it can be: an object may be carried on as less than it is. */
    Type typeOf(Value value) {
        Set<Value> passed = new HashSet<>();
        Value source = value;
        while (passed.add(source) && source.type().isReference()) {
            Value parameter = source;
            List<Value> others = arguments.getOrDefault(parameter, List.of()).stream()
                    .filter(argument -> !argument.equals(parameter))
                    .distinct()
                    .toList();
            if (others.size() != 1 || others.get(0).type().equals(Type.NULL)) {
                break;
            }
            source = others.get(0);
        }
        return source.type();
    }
}
