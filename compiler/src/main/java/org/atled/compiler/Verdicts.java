package org.atled.compiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atled.compiler.analysis.Caught;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Reached;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.UnreadableClassException;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/** Says what becomes of the methods of a closure, under the names that the user's source has for them. */
final class Verdicts {
    private static final String LAMBDA = "lambda$";

    private final Preparation primals;
    private final ClassFiles files;
    private final List<Problem> problems;
    private final Map<Specialization, List<Verdict.DerivativeMethod>> sizes;

    Verdicts(
            Preparation primals,
            ClassFiles files,
            List<Problem> problems,
            Map<Specialization, List<Verdict.DerivativeMethod>> sizes) {
        this.primals = primals;
        this.files = files;
        this.problems = problems;
        this.sizes = sizes;
    }

    /** An annotated method without code. */
    ClosureVerdict absent(MethodReference root, Problem problem) {
        Verdict verdict = verdict(Verdict.Kind.IMPOSSIBLE, root, List.of(), List.of(), List.of(cause(problem)));
        return new ClosureVerdict(name(root), List.of(), List.of(verdict));
    }

    /**
     * An annotated method and what it reaches.
     *
     * @param refused the implementations that its dispatchers do not call, and why
     */
    ClosureVerdict of(Closure closure, Map<MethodReference, Problem> refused) {
        Set<Specialization> members = new LinkedHashSet<>();
        closure.differentiated().stream()
                .map(Verdicts::original)
                .filter(this::isOfSource)
                .forEach(members::add);
        List<Verdict> own = new ArrayList<>();
        members.forEach(member -> own.add(of(member)));
        Reached reached = Reached.by(closure, primals);
        List<Verdict> others = new ArrayList<>();
        for (MethodReference method :
                reached.methods().stream().filter(this::isOfSource).toList()) {
            others.add(verdict(kind(reached.role(method)), method, List.of(), List.of(), causes(reached, method)));
        }
        refused.forEach((method, problem) ->
                others.add(verdict(Verdict.Kind.REFUSED, method, List.of(), List.of(), List.of(cause(problem)))));
        others.sort(Comparator.comparing(Verdict::kind).thenComparing(Verdict::method));
        own.addAll(others);
        Verdict root = own.get(0);
        return new ClosureVerdict(
                root.method(), root.active(), own.stream().distinct().toList());
    }

    private boolean isOfSource(Specialization member) {
        return isOfSource(member.method());
    }

    /** Not what Atled itself adds to what is called. */
    private boolean isOfSource(MethodReference method) {
        return !method.owner().startsWith("org/atled/runtime/");
    }

    private static Verdict.Cause cause(Problem problem) {
        return new Verdict.Cause(problem.site().line(), problem.tag(), problem.message());
    }

    private static Specialization original(Specialization member) {
        return new Specialization(Caught.original(member.method()), member.isStatic(), member.active());
    }

    private Verdict of(Specialization member) {
        List<Verdict.Cause> causes = problems.stream()
                .filter(problem -> problem.isError() && problem.site().method().equals(member.method()))
                .map(Verdicts::cause)
                .distinct()
                .toList();
        Verdict.Kind kind = causes.isEmpty() ? Verdict.Kind.DIFFERENTIATED : Verdict.Kind.IMPOSSIBLE;
        return verdict(kind, member.method(), active(member), sizes.getOrDefault(member, List.of()), causes);
    }

    private List<String> active(Specialization member) {
        List<String> active = new ArrayList<>();
        for (int i = 0; i < member.active().size(); i++) {
            if (member.active().get(i)) {
                active.add(primals.parameterName(member.method(), i));
            }
        }
        return active;
    }

    private static Verdict.Kind kind(Reached.Role role) {
        return switch (role) {
            case RULE -> Verdict.Kind.RULE;
            case INACTIVE -> Verdict.Kind.INACTIVE;
            case IMPOSSIBLE -> Verdict.Kind.IMPOSSIBLE;
        };
    }

    /** What was said of the call that must not be. */
    private List<Verdict.Cause> causes(Reached reached, MethodReference method) {
        Site call = reached.call(method);
        return Optional.ofNullable(call).stream()
                .flatMap(site -> problems.stream()
                        .filter(problem -> problem.isError() && problem.site().equals(site)))
                .map(Verdicts::cause)
                .distinct()
                .toList();
    }

    private Verdict verdict(
            Verdict.Kind kind,
            MethodReference method,
            List<String> active,
            List<Verdict.DerivativeMethod> derivatives,
            List<Verdict.Cause> causes) {
        Place place = place(method);
        return new Verdict(kind, name(method), active, place.file(), place.line(), derivatives, causes);
    }

    private record Place(String file, int line) {
        static final Place UNKNOWN = new Place("", 0);
    }

    private Place place(MethodReference method) {
        String owner = files.enclosing(method.owner());
        if (owner.startsWith("[") || primals.isDispatcher(method) || Diagnostics.isJdk(owner)) {
            return Place.UNKNOWN;
        }
        try {
            String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
            return files.hasClass(owner)
                    ? files.sourceFile(owner)
                            .map(name -> new Place(folder + name, primals.line(method)))
                            .orElse(Place.UNKNOWN)
                    : Place.UNKNOWN;
        } catch (UnreadableClassException unreadable) {
            return Place.UNKNOWN;
        }
    }

    /** As in the source, with what has no name there described. */
    private String name(MethodReference method) {
        MethodReference source = primals.source(method);
        String owner = files.enclosing(method.owner()).replace('/', '.').replace('$', '.');
        String parameters = list(source.parameters());
        if (!files.enclosing(method.owner()).equals(method.owner())) {
            boolean isMade = source.name().equals("<init>");
            return (isMade ? "the making of" : source.name() + parameters + " of") + " a lambda in " + owner;
        }
        if (source.name().equals("<init>")) {
            return "new " + owner + parameters;
        }
        if (source.name().startsWith(LAMBDA)) {
            int end = source.name().lastIndexOf('$');
            return "a lambda in " + owner + "." + source.name().substring(LAMBDA.length(), end) + parameters;
        }
        String choice = primals.isDispatcher(method) ? " by class of the receiver" : "";
        return owner + "." + source.name() + parameters + choice;
    }

    /** {@code demo.Decay.loss(double[], double[])}. */
    static String signature(MethodReference method) {
        return method.owner().replace('/', '.').replace('$', '.') + "." + method.name() + list(method.parameters());
    }

    private static String list(List<Type> parameters) {
        return parameters.stream().map(Verdicts::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        String name = type.toString().replace('$', '.');
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
