package org.atled.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.analysis.Entry;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;

/** The derivatives of annotated methods that were made for one companion: what was asked for, its code, and the time it took. */
final class MadeDerivatives {
    private final List<Made> all = new ArrayList<>();
    private final Map<MethodReference, List<Function>> partsOf = new HashMap<>();

    /** One of them, with the derivatives of callees that were made for it. */
    private record Made(CompanionClass.CoreMethod asked, Specialization root, List<Function> code, long nanos) {
        String mode() {
            String mode = asked.mode().name().toLowerCase(Locale.ROOT);
            return asked.directions() == 1 ? mode : mode + asked.directions();
        }
    }

    void add(CompanionClass.CoreMethod asked, Specialization root, List<Function> code, long nanos) {
        all.add(new Made(asked, root, List.copyOf(code), nanos));
    }

    /** Notes which methods a function is written as. */
    void addParts(MethodReference function, List<Function> parts) {
        partsOf.put(function, parts);
    }

    private Stream<Function> parts(Made derivative) {
        return derivative.code().stream().flatMap(function -> partsOf.get(function.name()).stream());
    }

    /** What each came to. */
    List<DerivativeCost> costs(CompanionClass file) {
        return all.stream()
                .map(each -> new DerivativeCost(
                        Verdicts.signature(Entry.method(each.root().method())),
                        each.mode(),
                        (int) parts(each).count(),
                        parts(each).mapToInt(part -> file.size(part.name())).sum(),
                        Duration.ofNanos(each.nanos())))
                .toList();
    }

    /** How many instructions the same derivative along one direction has. */
    int instructionsOfOneDirection(CompanionClass.CoreMethod chunk) {
        return all.stream()
                .filter(each -> each.asked().mode() == CompanionClass.Mode.FORWARD
                        && each.asked().directions() == 1
                        && each.asked().primal().equals(chunk.primal())
                        && each.asked().active().equals(chunk.active()))
                .flatMap(each -> each.code().stream())
                .flatMap(function -> function.blocks().stream())
                .mapToInt(block -> block.instructions().size())
                .sum();
    }

    /** The method that users have written, of a method of the companion, which is named for it. */
    MethodReference annotated(MethodReference primal) {
        return all.stream()
                .filter(each -> each.asked().name().owner().equals(primal.owner())
                        && !each.asked().isOfDerivative()
                        && primal.name().startsWith(each.asked().primal().name() + "$"))
                .map(each -> each.asked().primal())
                .findFirst()
                .orElse(primal);
    }

    /** The cores for several directions that some methods are code of; none if one is code of another derivative. */
    Set<MethodReference> chunks(List<String> methods) {
        Set<MethodReference> cores = new HashSet<>();
        for (String method : methods) {
            Optional<Made> owner = all.stream()
                    .filter(each ->
                            parts(each).anyMatch(part -> part.name().toString().equals(method)))
                    .findFirst();
            if (owner.isEmpty() || owner.get().asked().directions() == 1) {
                return Set.of();
            }
            cores.add(owner.get().asked().name());
        }
        return cores;
    }
}
