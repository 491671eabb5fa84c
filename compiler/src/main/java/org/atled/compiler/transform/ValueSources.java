package org.atled.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Map<Value, Set<Integer>> readers = new HashMap<>();
    /** Parameters of a method that was cut out of another are declared as what they are, which may be more than they are carried on as. */
    private final Map<Value, Type> declared = new HashMap<>();

    ValueSources(Draft draft) {
        definitions = draft.definitions();
        List<Value> parameters = draft.entry().parameters;
        List<Type> types = draft.name().parameters();
        int receiver = parameters.size() - types.size();
        for (int i = 0; i < types.size(); i++) {
            declared.put(parameters.get(receiver + i), types.get(i).onStack());
        }
        IncomingEdges edges = new IncomingEdges(draft);
        for (DraftBlock block : draft.blocks()) {
            BlockReads.of(block)
                    .forEach(value -> readers.computeIfAbsent(value, key -> new HashSet<>(2))
                            .add(block.id));
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

    /** Whether a value is read in another block than this one. */
    boolean isReadOutside(int block, Value value) {
        return readers.getOrDefault(value, Set.of()).stream().anyMatch(reader -> reader != block);
    }

    /** Whether a value is a literal that can be written anywhere. */
    boolean isConstant(Value value) {
        Constant constant = definitions.constant(value);
        return constant != null && constant.isPure();
    }

    /** The type of a value, or that of all that it can be: an object may be carried on as less than it is. */
    Type typeOf(Value value) {
        Set<Type> types = typesOf(value);
        return types.size() == 1 ? types.iterator().next() : value.type();
    }

    /** Whether a value is carried on as any object, and can be several, of which the JVM may know more. */
    boolean isVague(Value value) {
        return value.type().equals(Type.OBJECT) && typesOf(value).size() > 1;
    }

    /** The types of what a value can be, {@code null} aside. */
    private Set<Type> typesOf(Value value) {
        Set<Type> types = new HashSet<>();
        Set<Value> seen = new HashSet<>(Set.of(value));
        Deque<Value> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Value source = open.pop();
            List<Value> passed = arguments.getOrDefault(source, List.of());
            passed.stream().filter(seen::add).forEach(open::push);
            if (passed.isEmpty() && !source.type().equals(Type.NULL)) {
                types.add(declared.getOrDefault(source, source.type()));
            }
        }
        return types;
    }
}
