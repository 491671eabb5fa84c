package org.atled.compiler.analysis;

import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * What is active in one specialization: which numbers depend on the active inputs, which of those the outputs depend
 * on, and which references have a shadow.
 */
public final class Activity {
    private final Specialization specialization;
    private final ControlFlow flow;
    private final ActivityFacts facts;
    private final VariedFields variedFields;
    private final boolean hasBlankObjects;
    private final Set<Value> useful;
    private final Overwrites overwrites;

    Activity(
            Specialization specialization,
            ControlFlow flow,
            ActivityFacts facts,
            VariedFields variedFields,
            boolean hasBlankObjects) {
        this.hasBlankObjects = hasBlankObjects;
        this.variedFields = variedFields;
        this.specialization = specialization;
        this.flow = flow;
        this.facts = facts;
        this.useful = Usefulness.of(flow, facts);
        this.overwrites = new Overwrites(facts, flow);
    }

    public Specialization specialization() {
        return specialization;
    }

    public Function function() {
        return flow.function();
    }

    public ControlFlow flow() {
        return flow;
    }

    /** Whether a number depends on the active inputs, or a reference has a shadow. */
    public boolean isActive(Value value) {
        return facts.isActive(value);
    }

    /** Whether a number depends on the active inputs and an active output on it: it has a cotangent. */
    public boolean hasCotangent(Value value) {
        return !value.type().isReference() && facts.isActive(value) && useful.contains(value);
    }

    /** Whether any object may have a number in this field that depends on the active inputs. */
    public boolean isVaried(Slot slot) {
        return variedFields.contains(slot);
    }

    /** Whether the result depends on the active inputs. */
    public boolean isResultActive() {
        return function().name().result().isReference() ? facts.result.isActive() : facts.resultVaried;
    }

    /** How an invocation is differentiated. */
    public Treatment treatment(Instruction instruction) {
        return facts.treatments.getOrDefault(instruction, new Treatment.Untouched());
    }

    /**
     * Whether every object this reference can name, and all they lead to, keep what is in them from beginning to end.
     *
     * @param stable per parameter, whether the caller promises this of what it passes
     */
    public boolean isStable(Value reference, List<Boolean> stable) {
        Set<Region> reached = facts.region(reference).reached();
        return reached.stream().noneMatch(Region::isWritten) && isPromised(reached, stable);
    }

    /** Whether the element that an instruction loads is still the same when the method has returned. */
    public boolean keepsElement(Instruction load, List<Boolean> stable) {
        Region region = facts.region(load.operand(0));
        return !region.isLeaked()
                && isPromised(Set.of(region), stable)
                && !(region.isWritten(Region.ELEMENTS) && overwrites.isWrittenAfter(load, region));
    }

    /** As {@link #isStable}, for one field of an object alone. */
    public boolean keepsField(Value object, Slot slot, List<Boolean> stable) {
        String field = slot.index() < 0 ? Region.integer(slot.field()) : slot.field();
        // A constructor has run before derivatives see the object, unless it is itself differentiated, on a blank
        // object.
        boolean isMade = slot.isFinal()
                && !hasBlankObjects
                && !facts.region(object).written().contains(field);
        return isMade || keeps(object, field, stable);
    }

    private boolean keeps(Value reference, String field, List<Boolean> stable) {
        Region region = facts.region(reference);
        return !region.isWritten(field) && isPromised(Set.of(region), stable);
    }

    /**
     * Whether neither a parameter of which nothing is promised leads to one of these, nor the result: the caller may
     * write to what it was given before the pullback runs.
     */
    private boolean isPromised(Set<Region> regions, List<Boolean> stable) {
        if (function().name().result().isReference()
                && facts.result.reached().stream().anyMatch(regions::contains)) {
            return false;
        }
        List<Value> parameters = function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type().isReference()
                    && !stable.get(i)
                    && facts.region(parameters.get(i)).reached().stream().anyMatch(regions::contains)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Which reference parameters keep their elements, if any two of the same element type may be the same array.
     *
     * @return one flag per parameter
     */
    public List<Boolean> stableParameters() {
        List<Value> parameters = function().parameters();
        return parameters.stream()
                .map(parameter -> parameter.type().isReference()
                        && parameters.stream()
                                .noneMatch(other -> mayAlias(parameter, other) && isAnythingWritten(other)))
                .toList();
    }

    /** Whether one can be, or lead to, an array of the other; an object can hold any array. */
    private static boolean mayAlias(Value one, Value other) {
        Type type = one.type();
        return other.type().isReference()
                && (type.leaf().equals(other.type().leaf())
                        || type.leaf().isReference()
                        || other.type().leaf().isReference());
    }

    private boolean isAnythingWritten(Value parameter) {
        return facts.region(parameter).reached().stream().anyMatch(Region::isWritten);
    }

    ActivityFacts facts() {
        return facts;
    }
}
