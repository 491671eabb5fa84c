package org.atled.compiler.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.ir.Value;

/**
 * An index of an array in a loop: a multiple of the iteration's number, multiples of values that the loop does not
 * change, and a constant. Equal sums are equal indices, as {@code int} arithmetic wraps around in any order alike.
 */
record LinearIndex(int perIteration, Map<Value, Integer> terms, int constant) {
    LinearIndex {
        terms = Map.copyOf(terms);
    }

    static LinearIndex ofConstant(int constant) {
        return new LinearIndex(0, Map.of(), constant);
    }

    static LinearIndex ofValue(Value value) {
        return new LinearIndex(0, Map.of(value, 1), 0);
    }

    /** {@code start + step · iteration}. */
    static LinearIndex ofInduction(LinearIndex start, int step) {
        return new LinearIndex(start.perIteration + step, start.terms, start.constant);
    }

    LinearIndex plus(LinearIndex other, int factor) {
        Map<Value, Integer> sum = new HashMap<>(terms);
        other.terms.forEach((value, count) -> sum.merge(value, count * factor, Integer::sum));
        sum.values().removeIf(count -> count == 0);
        return new LinearIndex(perIteration + other.perIteration * factor, sum, constant + other.constant * factor);
    }

    LinearIndex times(int factor) {
        return ofConstant(0).plus(this, factor);
    }

    /** The number that this is, if it is always the same one. */
    Optional<Integer> number() {
        return perIteration == 0 && terms.isEmpty() ? Optional.of(constant) : Optional.empty();
    }

    /** Whether the loop stays at one element. */
    boolean isInvariant() {
        return perIteration == 0;
    }

    /** Whether the loop goes from an element to its neighbour, which is what HotSpot vectorizes. */
    boolean isContiguous() {
        return perIteration == 1 || perIteration == -1;
    }
}
