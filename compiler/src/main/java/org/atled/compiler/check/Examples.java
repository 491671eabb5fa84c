package org.atled.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Diagnostic.Severity;
import org.atled.compiler.bytecode.ExampleFacts;

/** Finds for every differentiable method of a project the examples that are given for it, and says what is wrong with others. */
final class Examples {
    private final Map<String, ExampleFacts> classes;
    private final Map<String, String> companions = new TreeMap<>();
    private final List<ExampleTask> tasks = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<ExampleFacts.Method> exemplified = new LinkedHashSet<>();

    /** All classes of the project by internal name. */
    Examples(Map<String, ExampleFacts> classes) {
        this.classes = classes;
        classes.values()
                .forEach(each -> each.facts()
                        .companionOf()
                        .ifPresent(of -> companions.put(of, each.facts().name())));
        for (ExampleFacts giver : classes.values()) {
            giver.given().forEach(example -> resolve(giver, example));
        }
    }

    /** What is to be run. */
    List<ExampleTask> tasks() {
        return tasks;
    }

    /** Errors of annotations. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether somebody meant to give an example of a method, good or not. */
    boolean hasExample(ExampleFacts.Method method) {
        return exemplified.stream().anyMatch(each -> each == method);
    }

    Optional<String> companionOf(ExampleFacts owner) {
        return Optional.ofNullable(companions.get(owner.facts().name()));
    }

    private void resolve(ExampleFacts giver, ExampleFacts.Example example) {
        if (example.isDifferentiable()) {
            ExampleFacts.Method method = giver.differentiable().stream()
                    .filter(each -> each.equals(example.method()))
                    .findFirst()
                    .orElseThrow();
            exemplified.add(method);
            literals(giver, example, method);
        } else {
            arguments(giver, example);
        }
    }

    private void literals(ExampleFacts giver, ExampleFacts.Example example, ExampleFacts.Method method) {
        if (!example.of().isEmpty() || example.in().isPresent()) {
            error(
                    giver,
                    example,
                    "names another method, but stands on a differentiable one. Drop of and in, and list the"
                            + " arguments: @ExampleInput({\"1.5\", \"{1, 2}\"}).");
        } else if (example.literals().isEmpty()) {
            error(
                    giver,
                    example,
                    "lists no arguments. List one text for each parameter: @ExampleInput({\"1.5\", \"{1, 2}\"}).");
        } else if (!method.isStatic()) {
            error(
                    giver,
                    example,
                    "lists arguments, but " + method.name() + " is an instance method, and objects cannot be"
                            + " written as texts. Write a static method that returns the object and the arguments, and annotate that:"
                            + " @ExampleInput(of = \"" + method.name() + "\").");
        } else {
            add(giver, method, giver, example);
        }
    }

    private void arguments(ExampleFacts giver, ExampleFacts.Example example) {
        String problem = form(example);
        if (!problem.isEmpty()) {
            error(giver, example, problem);
            target(giver, example).stream()
                    .flatMap(owner -> named(owner, example.of()).stream())
                    .forEach(exemplified::add);
            return;
        }
        Optional<ExampleFacts> owner = target(giver, example);
        if (owner.isEmpty()) {
            error(
                    giver,
                    example,
                    "names class " + ExampleTask.binary(example.in().orElse(""))
                            + ", which is no class of this project. Name the class that declares the method.");
            return;
        }
        List<ExampleFacts.Method> methods = named(owner.get(), example.of());
        exemplified.addAll(methods);
        String name = ExampleTask.binary(owner.get().facts().name());
        if (methods.isEmpty()) {
            error(
                    giver,
                    example,
                    "is of \"" + example.of() + "\", but " + name + " has no differentiable method of that name. "
                            + (owner.get().differentiable().isEmpty()
                                    ? "Name its class: @ExampleInput(in = Model.class, of = \"loss\")."
                                    : "Name one of " + signatures(owner.get().differentiable()) + "."));
        } else if (methods.size() > 1) {
            error(
                    giver,
                    example,
                    "is of \"" + example.of() + "\", but " + name + " has several differentiable methods of that"
                            + " name. Name one with its parameter types: " + signatures(methods) + ".");
        } else {
            add(owner.get(), methods.get(0), giver, example);
        }
    }

    private Optional<ExampleFacts> target(ExampleFacts giver, ExampleFacts.Example example) {
        return Optional.ofNullable(classes.get(example.in().orElse(giver.facts().name())));
    }

    /** What is wrong with a method that is to return arguments, nothing if it is fine. */
    private static String form(ExampleFacts.Example example) {
        ExampleFacts.Method method = example.method();
        if (example.literals().isPresent()) {
            return "lists arguments, but stands on a method that is not differentiable. Annotate that @Differentiable, or"
                    + " name the method to check: @ExampleInput(of = \"loss\").";
        }
        if (example.of().isEmpty()) {
            return "does not name the method to check. Name it: @ExampleInput(of = \"loss\").";
        }
        if (!method.isStatic()) {
            return "stands on an instance method, and there is no object to call it on. Make " + method.name()
                    + " static.";
        }
        if (example.isPrivate()) {
            return "stands on a private method, which is called from outside of its class. Make " + method.name()
                    + " package-private.";
        }
        if (!method.descriptor().startsWith("()")) {
            return "stands on a method with parameters, for which there are no arguments. Drop the parameters of "
                    + method.name() + ".";
        }
        return method.descriptor().endsWith(")V")
                ? "stands on a method that returns nothing. Let " + method.name()
                        + " return the arguments in an Object[]."
                : "";
    }

    private static List<ExampleFacts.Method> named(ExampleFacts owner, String name) {
        String plain = name.replaceAll("\\s", "");
        return owner.differentiable().stream()
                .filter(each -> plain.contains("(")
                        ? each.signature().replace(" ", "").equals(plain)
                        : each.name().equals(plain))
                .toList();
    }

    private static String signatures(List<ExampleFacts.Method> methods) {
        return methods.stream().map(ExampleFacts.Method::signature).collect(Collectors.joining("\", \"", "\"", "\""));
    }

    private void add(ExampleFacts owner, ExampleFacts.Method method, ExampleFacts giver, ExampleFacts.Example example) {
        companionOf(owner).ifPresent(companion -> tasks.add(new ExampleTask(owner, method, companion, giver, example)));
    }

    private void error(ExampleFacts giver, ExampleFacts.Example example, String problem) {
        diagnostics.add(new Diagnostic(
                Severity.ERROR,
                "AtledExample",
                giver.facts().sourcePath(),
                example.method().line(),
                "@ExampleInput " + problem,
                List.of()));
    }
}
