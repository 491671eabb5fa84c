package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * How values get from one of a function's parts to another: what is left in the function hands its values over as
 * arguments, a region returns one value at most, and all else travels in a {@link ValueFrame}.
 */
final class SplitCrossings {
    /** What stays of the function. */
    static final int HOST = -1;

    /** Arguments that a call may have besides frames; a method has room for 255. */
    private static final int MOST_SLOTS = 60;

    private final ValueSources sources;
    private final List<SplitBorders.Bordered> regions;
    private final Map<Integer, Integer> partOf = new HashMap<>();
    private final Map<Integer, Integer> calls = new HashMap<>();
    private final Map<Value, Integer> definedIn = new HashMap<>();
    private final List<Set<Value>> inputs = new ArrayList<>();
    private final List<Set<Value>> results = new ArrayList<>();
    private final List<Value> returned = new ArrayList<>();
    private final Map<Integer, Set<Value>> literals = new HashMap<>();
    private final Set<Value> framed = new LinkedHashSet<>();

    SplitCrossings(Draft draft, ValueSources sources, List<SplitBorders.Bordered> regions) {
        this.sources = sources;
        this.regions = regions;
        for (int i = 0; i < regions.size(); i++) {
            for (int block : regions.get(i).blocks()) {
                partOf.put(block, i);
            }
            calls.put(regions.get(i).call(), i);
            inputs.add(new LinkedHashSet<>());
            results.add(new LinkedHashSet<>());
        }
        draft.blocks().forEach(this::define);
        draft.blocks().forEach(this::cross);
        for (int i = 0; i < regions.size(); i++) {
            frameResults(i);
        }
        inputs.forEach(each -> each.removeAll(framed));
        inputs.forEach(this::frameSurplus);
        inputs.forEach(each -> each.removeAll(framed));
    }

    private void define(DraftBlock block) {
        int part = part(block);
        block.parameters.forEach(value -> definedIn.put(value, part));
        for (Instruction instruction : block.instructions) {
            if (instruction.result() != null) {
                definedIn.put(instruction.result(), part);
            }
        }
    }

    /** The number of the region that a block is in, or that of what stays. */
    int part(DraftBlock block) {
        return partOf.getOrDefault(block.id, HOST);
    }

    private void cross(DraftBlock block) {
        // What is passed to a region's first block is read there.
        int reader = calls.getOrDefault(block.id, part(block));
        BlockReads.of(block).forEach(value -> cross(value, reader));
    }

    private void cross(Value value, int reader) {
        int from = definedIn.get(value);
        if (from == reader) {
            return;
        }
        if (sources.isConstant(value)) {
            literals.computeIfAbsent(reader, key -> new LinkedHashSet<>()).add(value);
            return;
        }
        if (from != HOST) {
            results.get(from).add(value);
        }
        if (reader != HOST) {
            inputs.get(reader).add(value);
        }
    }

    private void frameResults(int region) {
        Set<Value> left = results.get(region);
        Value first = left.stream()
                .filter(value -> regions.get(region).landings().size() == 1
                        && sources.typeOf(value).equals(value.type()))
                .findFirst()
                .orElse(null);
        returned.add(first);
        left.stream().filter(value -> !value.equals(first)).forEach(framed::add);
    }

    /** References last: they cost a cast in the frame. */
    private void frameSurplus(Set<Value> arguments) {
        int slots = arguments.stream().mapToInt(value -> value.type().slots()).sum();
        for (boolean isReference : new boolean[] {false, true}) {
            for (Value value : arguments) {
                if (slots > MOST_SLOTS && value.type().isReference() == isReference) {
                    framed.add(value);
                    slots -= value.type().slots();
                }
            }
        }
    }

    /** Whether a region would have to hand over what cannot be: an object half made, or one of more types than one. */
    boolean isImpossible(int region) {
        return regions.get(region).landings().isEmpty()
                || Stream.concat(inputs.get(region).stream(), results.get(region).stream())
                        .anyMatch(value -> sources.isVague(value) || isUnfinished(value));
    }

    private boolean isUnfinished(Value value) {
        Instruction definition = sources.definition(value);
        return definition != null && definition.op() instanceof Op.New;
    }

    /** The arguments of a region's call, frames aside. */
    Set<Value> arguments(int region) {
        return inputs.get(region);
    }

    /** The value that a region returns, {@code null} if none. */
    Value returned(int region) {
        return returned.get(region);
    }

    /** Literals that a part reads and another one defines. */
    Set<Value> literals(int part) {
        return literals.getOrDefault(part, Set.of());
    }

    /** Whether a part has a value without a frame: it has defined it, or called the region that returns it. */
    boolean isAtHand(Value value, int part) {
        return definedIn.get(value) == part || part == HOST && isReturned(value);
    }

    /** Whether it is for a part to put a value into a frame. */
    boolean isStoredBy(Value value, int part) {
        return framed.contains(value) && part == (isReturned(value) ? HOST : definedIn.get(value));
    }

    private boolean isReturned(Value value) {
        int from = definedIn.get(value);
        return from != HOST && value.equals(returned.get(from));
    }

    Instruction definition(Value value) {
        return sources.definition(value);
    }

    /** What travels in frames. */
    Set<Value> framed() {
        return framed;
    }

    Type typeOf(Value value) {
        Type type = sources.typeOf(value);
        return type.equals(Type.NULL) ? Type.OBJECT : type;
    }
}
