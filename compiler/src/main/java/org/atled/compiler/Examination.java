package org.atled.compiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.analysis.Caught;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Naming;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.StaticState;
import org.atled.compiler.analysis.Suitability;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.transform.TaylorMode;

/** Finds all that stands in the way of a companion's derivatives, in every method that its methods call. */
final class Examination {
    private final Preparation primals;
    private final Refusals refusals;
    private final Access access;
    private final Diagnostics diagnostics;
    private final Set<Specialization> examined = new HashSet<>();
    private final List<Closure> closures = new ArrayList<>();
    private final Map<MethodReference, Problem> absent = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    /** By annotated method, the implementations that its dispatchers refuse, and why. */
    private final Map<Specialization, Map<MethodReference, Problem>> refused = new HashMap<>();

    Examination(Preparation primals, Refusals refusals, Access access, Diagnostics diagnostics) {
        this.primals = primals;
        this.refusals = refusals;
        this.access = access;
        this.diagnostics = diagnostics;
    }

    /** Examines an annotated method. */
    void examine(Specialization root) {
        if (!examined.add(root)) {
            return;
        }
        if (primals.find(root.method()).isEmpty()) {
            reportAbsence(root.method());
        } else {
            Closure closure = refusals.suitable(primals, root, this::problems, this::note);
            closures.add(closure);
            examine(closure);
        }
    }

    /** Examines one that was found differentiable for what no power series goes through. */
    void examineSeries(Specialization root) {
        closures.stream().filter(closure -> closure.root().equals(root)).forEach(closure -> {
            for (Specialization member : closure.differentiated()) {
                TaylorMode.problems(closure.activity(member))
                        .forEach(problem -> diagnostics.add(problem, closure.chain(member, problem.site())));
            }
        });
    }

    private void note(Refusals.Refusal refusal) {
        List<Site> chain =
                refusal.closure().chain(refusal.member(), refusal.error().site());
        note(refusal.closure(), refusal.implementation(), refusal.error(), chain);
    }

    private void note(Closure closure, MethodReference implementation, Problem error, List<Site> chain) {
        refused.computeIfAbsent(closure.root(), key -> new LinkedHashMap<>()).put(implementation, error);
        String message = Naming.of(implementation) + " is not differentiated, and a call of it throws: "
                + error.message() + " Leave it if the derivative is never taken where this is called.";
        diagnostics.add(new Problem(false, "AtledImplementation", error.site(), message), chain);
    }

    private void reportAbsence(MethodReference root) {
        Absence absence = primals.absence(root);
        String message = "@Differentiable method " + root.name() + " " + absence.reason() + ". " + absence.remedy();
        Problem problem = new Problem(true, absence.tag(), new Site(root, primals.line(root)), message);
        absent.put(root, problem);
        diagnostics.add(problem, List.of());
    }

    private void examine(Closure closure) {
        closure.withoutCode().forEach((implementation, site) -> {
            Absence absence = primals.absence(implementation);
            String error = "it " + absence.reason() + ".";
            note(closure, implementation, new Problem(true, absence.tag(), site, error), List.of());
        });
        int before = diagnostics.collected().size();
        for (Specialization member : closure.differentiated()) {
            List<Problem> found = problems(closure, member);
            found.forEach(problem -> diagnostics.add(problem, closure.chain(member, problem.site())));
            problems.addAll(found);
        }
        for (Specialization reader : closure.readers()) {
            Suitability.ofTexts(closure.activity(reader), primals)
                    .forEach(problem -> diagnostics.add(problem, closure.chain(reader)));
        }
        if (diagnostics.collected().size() == before) {
            Suitability.ofRoot(closure.activity(closure.root()), primals)
                    .forEach(note -> diagnostics.add(note, List.of()));
        }
        if (!diagnostics.hasErrors()) {
            noteStaticState(closure);
        }
    }

    private void noteStaticState(Closure closure) {
        StaticState.in(closure, primals)
                .forEach(note -> diagnostics.add(note, closure.chain(closure.root(), note.site())));
    }

    /** What becomes of every method that was examined or met. */
    List<ClosureVerdict> verdicts(ClassFiles files, Map<Specialization, List<Verdict.DerivativeMethod>> sizes) {
        Verdicts verdicts = new Verdicts(primals, files, problems, sizes);
        List<ClosureVerdict> all = new ArrayList<>();
        absent.forEach((root, problem) -> all.add(verdicts.absent(root, problem)));
        closures.forEach(closure -> all.add(verdicts.of(closure, refused.getOrDefault(closure.root(), Map.of()))));
        return all;
    }

    private List<Problem> problems(Closure closure, Specialization member) {
        List<Problem> problems = new ArrayList<>(Suitability.of(closure.activity(member), primals));
        for (Problem inaccessible : access.problems(closure.activity(member))) {
            // What is said of an active call need not be said again of the access to its class.
            if (problems.stream().noneMatch(other -> isSame(other, inaccessible))) {
                problems.add(inaccessible);
            }
        }
        return problems;
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.tag().equals(other.tag()) && one.site().equals(other.site());
    }

    /** Notes that the JVM will not compile the derivative of a primal. */
    void noteNotCompiled(MethodReference primal) {
        String name = primal.name();
        report(
                primal,
                false,
                "AtledLongMethod",
                "the derivative of " + name + " takes more than the 8000 bytes of "
                        + "bytecode up to which the JVM compiles a method, so it is right but slow. Split " + name
                        + " into several methods, loops first.");
    }

    /** Notes that there is no code along as many directions at a time as a Jacobian or Hessian could use. */
    void noteNarrowed(ChunkWidths.Narrowed narrowed) {
        String name = narrowed.primal().name();
        String width = narrowed.directions() == 1 ? "one direction" : narrowed.directions() + " directions";
        report(
                narrowed.primal(),
                false,
                "AtledChunk",
                "derivatives of " + name + " along several directions take " + width + " at a time instead of "
                        + narrowed.asked() + ", for the code would be too long. Results are the same; Jacobian or"
                        + " Hessian take more time.");
    }

    /** Reports a primal whose derivative is too large, which shows only when it is written. */
    void reportTooLarge(MethodReference primal) {
        String name = primal.name();
        report(
                primal,
                true,
                "AtledMethodTooLarge",
                "the derivative of " + name + " would take more bytecode than the 65535 bytes "
                        + "that the JVM allows in a method. Split " + name + " into several methods.");
    }

    /** Reports a primal that the JVM has no room for beside its tangents or cotangents. */
    void reportTooManyParameters(MethodReference primal) {
        String name = primal.name();
        report(
                primal,
                true,
                "AtledTooManyParameters",
                "the derivative of " + name + " would have more parameters than the JVM " + "allows. Pass numbers to "
                        + name + " in arrays.");
    }

    private void report(MethodReference primal, boolean isError, String tag, String message) {
        Problem problem = new Problem(isError, tag, new Site(primal, primals.line(primal)), message);
        problems.add(problem);
        // The code is made with methods inlined; the calls as written are those of the examined closures.
        List<Site> chain = closures.stream()
                .flatMap(closure -> closure.differentiated().stream()
                        .filter(member -> Caught.original(member.method()).equals(primal))
                        .map(closure::chain))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
        diagnostics.add(problem, chain);
    }
}
