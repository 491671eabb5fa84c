package org.atled.compiler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.MethodReference;

/**
 * For each annotated method, the implementations that it may call but that cannot be differentiated, where there are
 * others that can: a call of one is an error at run time, not of the build.
 */
final class Refusals {
    private final Map<Specialization, Set<MethodReference>> refused = new HashMap<>();

    void add(Specialization root, MethodReference implementation) {
        refused.computeIfAbsent(root, key -> new HashSet<>()).add(implementation);
    }

    Set<MethodReference> of(Specialization root) {
        return Set.copyOf(refused.getOrDefault(root, Set.of()));
    }
}
