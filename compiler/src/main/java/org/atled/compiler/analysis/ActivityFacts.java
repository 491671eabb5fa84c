package org.atled.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Value;

/** What is known so far of one specialization: grows until nothing changes any more. */
final class ActivityFacts {
    final MethodReference method;
    final Set<Value> varied = new HashSet<>();
    final Map<Instruction, Treatment> treatments = new IdentityHashMap<>();
    /** Calls that run, unseen, a method which changes what it is expected only to look at. */
    final Map<Instruction, MethodReference> changing = new IdentityHashMap<>();

    final Region result = new Region();
    boolean resultVaried;

    /** Whether an active value goes where it cannot be followed, here or in a method called. */
    boolean loses;

    private final Map<Value, Region> regions = new HashMap<>();
    private boolean changed;

    ActivityFacts(MethodReference method) {
        this.method = method;
    }

    Region region(Value reference) {
        return regions.computeIfAbsent(reference, value -> new Region()).find();
    }

    /** Whether the value depends on the active inputs, or is a reference to something that may. */
    boolean isActive(Value value) {
        return value.type().isReference()
                ? Carriers.mayHoldNumbers(value.type()) && region(value).isActive()
                : varied.contains(value);
    }

    void lose() {
        note(!loses);
        loses = true;
    }

    void vary(Value value) {
        note(varied.add(value));
    }

    void unify(Region one, Region other) {
        note(one.unify(other));
    }

    /** Records that something new was learnt, if so. */
    void note(boolean isNew) {
        changed |= isNew;
    }

    /** Whether anything was learnt since the last call. */
    boolean takeChanged() {
        boolean result = changed;
        changed = false;
        return result;
    }

    Site site(Instruction instruction) {
        return new Site(method, instruction.line());
    }
}
