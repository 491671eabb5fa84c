package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Suitability;
import org.atled.compiler.bytecode.AccessCheck;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.bytecode.NestMembership;

/**
 * Fills companion classes with derivative code: class bytes in, class bytes out. Nothing is loaded, nothing is run, no
 * file is touched.
 *
 * <p>Thread-safe if its class source is.
 */
public final class Differentiator {
    private final ClassSource classes;
    private final Dumps dumps;

    /**
     * A compiler over these classes.
     *
     * @param classes the project's own classes, its class path, the JDK and {@code atled-runtime}
     */
    public Differentiator(ClassSource classes, Dumps dumps) {
        this.classes = classes;
        this.dumps = dumps;
    }

    /**
     * Fills one companion. Doing it again, on its own output, gives the same bytes.
     *
     * @param companion internal name of a class annotated {@code org.atled.runtime.Companion}
     * @throws IllegalArgumentException if there is no such class or it is no companion
     */
    public Differentiated differentiate(String companion) {
        return new Run(companion).differentiate();
    }

    /** One companion's way through the compiler. */
    private final class Run {
        private final String companion;
        private final Set<String> read = new TreeSet<>();
        private final ClassFiles files = new ClassFiles(this::find);
        private final Pipeline pipeline = new Pipeline(dumps);
        private final Preparation primals = new Preparation(files, pipeline);
        private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
        private String companionOf;

        private Run(String companion) {
            this.companion = companion;
        }

        private Optional<byte[]> find(String internalName) {
            var bytes = classes.find(internalName);
            if (bytes.isPresent()) {
                read.add(internalName);
            }
            return bytes;
        }

        private Differentiated differentiate() {
            byte[] bytes = find(companion).orElseThrow(() -> new IllegalArgumentException(
                    "there is no class " + companion.replace('/', '.') + "; check the class path"));
            CompanionClass file = CompanionClass.of(companion, bytes);
            companionOf = file.primalOwner();
            DerivativeCode code = new DerivativeCode(companion, primals, pipeline);
            Map<Specialization, Closure> closures = closures(file.cores());
            if (diagnostics.stream().noneMatch(each -> each.severity() == Diagnostic.Severity.ERROR)) {
                for (CompanionClass.CoreMethod core : file.cores()) {
                    Closure closure = closures.get(new Specialization(core.primal(), core.active()));
                    if (core.isReverse()) {
                        code.addReverse(core.name(), closure);
                    } else {
                        code.addForward(core.name(), closure);
                    }
                }
                return new Differentiated(fill(file, code), read, List.copyOf(diagnostics));
            }
            return new Differentiated(Map.of(), read, List.copyOf(diagnostics));
        }

        /** Analyses every annotated method and reports all that stands in the way of all of them. */
        private Map<Specialization, Closure> closures(List<CompanionClass.CoreMethod> cores) {
            Map<Specialization, Closure> closures = new HashMap<>();
            for (CompanionClass.CoreMethod core : cores) {
                Specialization root = new Specialization(core.primal(), core.active());
                if (!closures.containsKey(root)) {
                    if (primals.find(core.primal()).isEmpty()) {
                        throw new IllegalArgumentException(companion.replace('/', '.') + " was written for "
                                + core.primal() + ", which " + primals.absence(core.primal()).sentence()
                                + "; compile the project again");
                    }
                    Closure closure = Closure.of(primals, root);
                    closures.put(root, closure);
                    report(closure);
                }
            }
            return closures;
        }

        private List<AccessCheck.Finding> inaccessible(Closure closure, Specialization member) {
            String host = NestMembership.hostOf(files, companionOf);
            return AccessCheck.of(closure.activity(member).function(), files, companion, host);
        }

        private static Problem problem(Specialization member, AccessCheck.Finding finding) {
            return new Problem(
                    true,
                    "AtledAccess",
                    new Site(member.method(), finding.line()),
                    "class " + finding.type() + " is not accessible to the derivative code in the annotated class's "
                            + "package; make it public, or annotate a method in its own package");
        }

        private void report(Closure closure) {
            Diagnostics texts = new Diagnostics(files);
            for (Specialization member : closure.differentiated()) {
                for (Problem problem : Suitability.of(closure.activity(member), primals)) {
                    diagnostics.add(texts.of(problem, closure.chain(member)));
                }
                for (AccessCheck.Finding finding : inaccessible(closure, member)) {
                    diagnostics.add(texts.of(problem(member, finding), closure.chain(member)));
                }
            }
        }

        private Map<String, byte[]> fill(CompanionClass file, DerivativeCode code) {
            Map<String, byte[]> filled = new HashMap<>();
            String host = NestMembership.hostOf(files, file.primalOwner());
            filled.put(companion, file.fill(code.functions(), host, files));
            NestMembership.admit(find(host).orElseThrow(), companion).ifPresent(bytes -> filled.put(host, bytes));
            return filled;
        }
    }
}
