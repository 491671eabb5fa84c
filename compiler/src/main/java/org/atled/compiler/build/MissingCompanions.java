package org.atled.compiler.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.bytecode.ClassFacts;

/** Finds classes with annotated methods for which no companion was compiled: the annotation processor did not run. */
public final class MissingCompanions {
    private MissingCompanions() {}

    /** An error for each, by classes by internal name. */
    public static List<Diagnostic> in(Map<String, ClassFacts> tree) {
        Set<String> accompanied = tree.values().stream()
                .map(ClassFacts::companionOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return tree.values().stream()
                .filter(facts -> !facts.differentiable().isEmpty() && !accompanied.contains(facts.name()))
                .map(MissingCompanions::report)
                .toList();
    }

    private static Diagnostic report(ClassFacts facts) {
        ClassFacts.DifferentiableMethod method = facts.differentiable().get(0);
        String message = binary(facts.name()) + "." + method.name() + " is annotated @Differentiable, but there is no "
                + binary(facts.companionName()) + ": the annotation processor did not run. Put"
                + " atled-annotation-processor into <annotationProcessorPaths> of maven-compiler-plugin (without Maven:"
                + " javac -processorpath); JDK 23 and later ignore a processor that is merely on the class path. Then"
                // Maven takes classes for up to date whose sources have not changed, whatever processor is new.
                + " compile everything again (mvn clean).";
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                "AtledMissingCompanion",
                facts.sourcePath(),
                method.line(),
                message,
                List.of());
    }

    private static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
