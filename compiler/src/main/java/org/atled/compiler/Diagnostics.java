package org.atled.compiler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.rule.Substitutes;

/**
 * Collects what is to be reported of one companion, and turns places into source files. The same said of the same line
 * is said once, with the first chain that leads there. What is wrong in the JDK or in a companion is said at the user's
 * call of it.
 */
final class Diagnostics {
    private record Said(String tag, String file, int line, String message) {}

    private final ClassFiles files;
    private final Set<Said> said = new LinkedHashSet<>();
    private final List<Diagnostic> collected = new ArrayList<>();

    Diagnostics(ClassFiles files) {
        this.files = files;
    }

    List<Diagnostic> collected() {
        return List.copyOf(collected);
    }

    boolean hasErrors() {
        return collected.stream().anyMatch(each -> each.severity() == Diagnostic.Severity.ERROR);
    }

    /**
     * Adds a problem.
     *
     * @param chain the calls that lead to it from the annotated method, outermost first
     */
    void add(Problem problem, List<Site> chain) {
        if (!isForeign(problem.site()) && !(problem.isError() && isRuntime(problem.site()))) {
            report(problem, chain);
        } else if (problem.isError()) {
            int entry = 0;
            while (entry < chain.size() && !isForeign(chain.get(entry)) && !isRuntime(chain.get(entry))) {
                entry++;
            }
            if (entry == 0) {
                Optional<Problem> line = inDerivative(problem, chain);
                // Without a line of the user's there is no better place than this one.
                report(line.orElse(problem), line.isPresent() ? List.of() : chain);
            } else {
                Site called = entry < chain.size() ? chain.get(entry) : problem.site();
                report(inside(problem, called, chain.get(entry - 1)), chain.subList(0, entry - 1));
            }
        }
    }

    /** What is wrong inside a method that is not the user's to change. */
    private Problem inside(Problem problem, Site called, Site call) {
        if (isSubstitute(problem.site())) {
            return new Problem(true, problem.tag(), call, problem.message());
        }
        String owner = called.method().owner();
        String name = owner.substring(owner.lastIndexOf('/') + 1) + "."
                + called.method().name();
        return isJdk(called)
                ? new Problem(
                        true,
                        "AtledJdkMethod",
                        call,
                        "an active value is passed to " + name
                                + " of the JDK, which has no derivative rule and whose code "
                                + "cannot be differentiated. Write the computation as a method of your own.")
                : new Problem(
                        true,
                        "AtledNestedDerivative",
                        call,
                        "an active value is passed to the derivative " + name
                                + ", which cannot be differentiated there. Write the inner derivative out, or keep it"
                                + " out of a differentiated method.");
    }

    /** What is wrong where a derivative of a derivative was asked for, at the line that the inner one is the derivative of. */
    private Optional<Problem> inDerivative(Problem problem, List<Site> chain) {
        return Stream.concat(chain.stream(), Stream.of(problem.site()))
                .flatMap(site -> primal(site.method()).map(primal -> new Site(primal, site.line())).stream())
                .findFirst()
                .map(line -> new Problem(
                        true,
                        "AtledNestedDerivative",
                        line,
                        "order = 2 asks for derivatives of the gradient of "
                                + line.method().name() + ", which cannot be differentiated here. Compute this with"
                                + " numbers and arrays, or remove order."));
    }

    /** The annotated method that a core is the derivative of. */
    private Optional<MethodReference> primal(MethodReference method) {
        return files.companion(method.owner()).stream()
                .flatMap(companion -> companion.cores().stream())
                .filter(core -> core.name().equals(method) && !core.isOfDerivative())
                .map(CompanionClass.CoreMethod::primal)
                .findFirst();
    }

    private boolean isForeign(Site site) {
        return isJdk(site)
                || isSubstitute(site)
                || files.isCompanion(files.enclosing(site.method().owner()));
    }

    /** Whether this is code that companions call. */
    private static boolean isRuntime(Site site) {
        return site.method().owner().startsWith("org/atled/runtime/");
    }

    private boolean isSubstitute(Site site) {
        return Substitutes.isOne(files.enclosing(site.method().owner()));
    }

    private boolean isJdk(Site site) {
        return isJdk(files.enclosing(site.method().owner()));
    }

    /** Whether a class comes with the JVM. */
    static boolean isJdk(String owner) {
        return Stream.of("java/", "javax/", "jdk/", "sun/", "com/sun/").anyMatch(owner::startsWith);
    }

    private void report(Problem problem, List<Site> chain) {
        String file = file(problem.site());
        int line = problem.site().line();
        if (said.add(new Said(problem.tag(), file, line, problem.message()))) {
            collected.add(new Diagnostic(
                    problem.isError() ? Diagnostic.Severity.ERROR : Diagnostic.Severity.NOTE,
                    problem.tag(),
                    file,
                    line,
                    problem.message(),
                    chain.stream().map(this::describe).toList()));
        }
    }

    private String describe(Site call) {
        String owner = files.enclosing(call.method().owner()).replace('/', '.');
        return owner + "." + call.method().name() + " (" + file(call) + ":" + call.line() + ")";
    }

    /** The source file below its source root, {@code demo/Decay.java}. */
    private String file(Site site) {
        String owner = files.enclosing(site.method().owner());
        String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
        return files.sourceFile(owner).map(name -> folder + name).orElse(owner.replace('/', '.'));
    }
}
