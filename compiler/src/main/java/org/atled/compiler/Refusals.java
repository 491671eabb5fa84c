package org.atled.compiler;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.ir.MethodReference;

/**
 * For each annotated method, the implementations that it may call but that cannot be differentiated, where there are
 * others that can: a call of one is an error at run time, not of the build.
 */
final class Refusals {
    private final Map<Specialization, Set<MethodReference>> refused = new HashMap<>();

    /** An implementation that was refused for the sake of an error in a specialization that it leads to. */
    record Refusal(Closure closure, Specialization member, MethodReference implementation, Problem error) {}

    Set<MethodReference> of(Specialization root) {
        return Set.copyOf(refused.getOrDefault(root, Set.of()));
    }

    /**
     * The closure of a method without the implementations that stand in the way of its derivative, as far as there are
     * others.
     *
     * @param problems finds what is wrong in a specialization
     * @param report is told of each implementation that is refused
     */
    Closure suitable(
            Primals primals,
            Specialization root,
            BiFunction<Closure, Specialization, List<Problem>> problems,
            Consumer<Refusal> report) {
        while (true) {
            Closure closure = Closure.of(primals, root, of(root));
            List<Refusal> next = next(closure, problems);
            if (next.isEmpty()) {
                return closure;
            }
            next.forEach(refusal -> {
                refused.computeIfAbsent(root, key -> new HashSet<>()).add(refusal.implementation());
                report.accept(refusal);
            });
        }
    }

    /** One at a time, as one may be the cause of others, but for what libraries call: there are many. */
    private static List<Refusal> next(Closure closure, BiFunction<Closure, Specialization, List<Problem>> problems) {
        Map<MethodReference, Refusal> found = new LinkedHashMap<>();
        for (Specialization member : closure.differentiated()) {
            for (Problem error : problems.apply(closure, member)) {
                Optional<MethodReference> method = error.isError()
                        ? closure.refusable(member, error.site()).or(() -> closure.refusable(member))
                        : Optional.empty();
                Optional<Refusal> refusal = method.map(each -> new Refusal(closure, member, each, error));
                if (refusal.isPresent() && !closure.isOfLibrary(method.get())) {
                    return List.of(refusal.get());
                }
                refusal.ifPresent(each -> found.putIfAbsent(each.implementation(), each));
            }
        }
        return List.copyOf(found.values());
    }
}
