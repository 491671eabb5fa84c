package org.atled.compiler;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Suitability;
import org.atled.compiler.bytecode.AccessCheck;
import org.atled.compiler.bytecode.ClassFiles;

/** Finds all that stands in the way of a companion's derivatives, in every method that its methods call. */
final class Examination {
    private final ClassFiles files;
    private final Preparation primals;
    private final Diagnostics texts;
    private final String companion;
    private final String nestHost;
    private final Set<Specialization> examined = new HashSet<>();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Examination(ClassFiles files, Preparation primals, String companion, String nestHost) {
        this.files = files;
        this.primals = primals;
        this.texts = new Diagnostics(files);
        this.companion = companion;
        this.nestHost = nestHost;
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(each -> each.severity() == Diagnostic.Severity.ERROR);
    }

    /**
     * Examines an annotated method.
     *
     * @throws IllegalArgumentException if the method is not there
     */
    void examine(Specialization root) {
        if (!examined.add(root)) {
            return;
        }
        if (primals.find(root.method()).isEmpty()) {
            throw new IllegalArgumentException(companion.replace('/', '.') + " was written for " + root.method()
                    + ", which " + primals.absence(root.method()).sentence() + "; compile the project again");
        }
        Closure closure = Closure.of(primals, root);
        for (Specialization member : closure.differentiated()) {
            List<Site> chain = closure.chain(member);
            for (Problem problem : Suitability.of(closure.activity(member), primals)) {
                diagnostics.add(texts.of(problem, chain));
            }
            for (AccessCheck.Finding finding :
                    AccessCheck.of(closure.activity(member).function(), files, companion, nestHost)) {
                diagnostics.add(texts.of(inaccessible(member, finding), chain));
            }
        }
    }

    private static Problem inaccessible(Specialization member, AccessCheck.Finding finding) {
        return new Problem(
                true,
                "AtledAccess",
                new Site(member.method(), finding.line()),
                "class " + finding.type() + " is not accessible to the derivative code in the annotated class's "
                        + "package; make it public, or annotate a method in its own package");
    }
}
