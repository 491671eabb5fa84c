package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.bytecode.DeclaredFields;
import org.atled.compiler.bytecode.EmittedLambdas;
import org.atled.compiler.bytecode.MethodSize;
import org.atled.compiler.bytecode.MethodTooLarge;
import org.atled.compiler.bytecode.NestMembership;
import org.atled.compiler.bytecode.UnreadableClassException;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.rule.InvalidRuleException;
import org.atled.compiler.rule.Rules;

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
     * @throws IllegalStateException for a bug of this compiler: the message names the method and says how to see what
     *     happened to it
     */
    public Differentiated differentiate(String companion) {
        Run run = new Run(companion);
        try {
            return run.differentiate();
        } catch (UnreadableClassException unreadable) {
            return run.failed(unreadable);
        } catch (InvalidRuleException invalid) {
            return run.failed(invalid);
        }
    }

    /** One companion's way through the compiler. */
    private final class Run {
        private final String companion;
        private final Set<String> read = new TreeSet<>();
        private final ClassFiles files;
        private final FieldKinds fields;
        private final Pipeline pipeline;
        private final Diagnostics diagnostics;
        private final Refusals refusals = new Refusals();
        private final Map<String, byte[]> filled = new HashMap<>();
        private final Set<MethodReference> tooLongChunks = new HashSet<>();
        private List<Function> derivatives = List.of();
        private Map<Specialization, List<Verdict.DerivativeMethod>> sizes = Map.of();
        private List<DerivativeCost> costs = List.of();
        private Rules rules;
        private Preparation primals;
        private Set<String> project;

        private Run(String companion) {
            this.companion = companion;
            this.files = ClassFiles.withLambdaClasses(new Recorded(), companion);
            this.fields = new DeclaredFields(files);
            this.pipeline = new Pipeline(dumps, fields, Optimization.enabled());
            this.diagnostics = new Diagnostics(files);
        }

        private Optional<byte[]> find(String internalName) {
            Optional<byte[]> bytes = classes.find(internalName);
            if (bytes.isPresent()) {
                read.add(internalName);
            }
            return bytes;
        }

        /** The classes, noting what is asked for. */
        private final class Recorded implements ClassSource {
            @Override
            public Optional<byte[]> find(String internalName) {
                return Run.this.find(internalName);
            }

            @Override
            public boolean canEdit(String internalName) {
                return classes.canEdit(internalName);
            }

            @Override
            public Set<String> project() {
                if (project == null) {
                    read.add(Differentiated.PROJECT);
                    project = classes.project();
                }
                return project;
            }
        }

        private Differentiated differentiate() {
            rules = rules();
            byte[] bytes = find(companion)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no class " + companion.replace('/', '.') + "; check the class path"));
            CompanionClass file = CompanionClass.of(companion, bytes);
            Access access = new Access(files, companion, file.primalOwner());
            primals = Preparation.plain(files, rules, pipeline);
            Examination examination = new Examination(primals, refusals, access, diagnostics);
            examine(file, examination, false);
            if (!diagnostics.hasErrors()) {
                examine(file, examination, true);
            }
            if (!diagnostics.hasErrors()) {
                fill(file, access, examination);
            }
            List<ClosureVerdict> closures = examination.verdicts(files, sizes);
            return new Differentiated(
                    diagnostics.hasErrors() ? Map.of() : filled, read, diagnostics.collected(), closures, costs);
        }

        /** What is wrong with a derivative need not be said again of derivatives of that. */
        private void examine(CompanionClass file, Examination examination, boolean ofDerivatives) {
            List<CompanionClass.CoreMethod> cores = file.cores().stream()
                    .filter(core -> core.isOfDerivative() == ofDerivatives)
                    .toList();
            cores.forEach(core -> examination.examine(primals.root(core)));
            if (!diagnostics.hasErrors()) {
                cores.stream()
                        .filter(core -> core.mode() == CompanionClass.Mode.TAYLOR)
                        .forEach(core -> examination.examineSeries(primals.root(core)));
            }
        }

        /** Atled's own and those of the project and its class path. */
        private Rules rules() {
            List<ClassOutline> outlines = new ArrayList<>();
            for (String name : classes.ruleClasses()) {
                byte[] bytes = find(name)
                        .orElseThrow(() -> new InvalidRuleException(
                                name,
                                "it is listed in " + RuleList.PATH
                                        + ", but there is no such class. Build again from clean."));
                outlines.add(ClassOutline.of(name, bytes));
            }
            return outlines.isEmpty() ? Rules.builtIn() : Rules.builtIn().with(outlines, new ProjectMethods(files));
        }

        private Differentiated failed(InvalidRuleException invalid) {
            Site site = new Site(invalid.place(), files.firstLine(invalid.place()));
            diagnostics.add(new Problem(true, "AtledRule", site, invalid.getMessage()), List.of());
            return new Differentiated(Map.of(), read, diagnostics.collected());
        }

        /** The companion itself or the host of its nest cannot be read: there is no line to point to. */
        private Differentiated failed(UnreadableClassException unreadable) {
            Absence absence = Absence.unreadable(unreadable.getMessage());
            String message = "a class that is to be filled or edited " + absence.reason() + ". " + absence.remedy();
            Diagnostic diagnostic = new Diagnostic(
                    Diagnostic.Severity.ERROR, absence.tag(), companion.replace('/', '.'), 0, message, List.of());
            return new Differentiated(Map.of(), read, List.of(diagnostic));
        }

        /** Should inlining and unrolling make a method longer than the JVM compiles, does without them. */
        private void fill(CompanionClass file, Access access, Examination examination) {
            if (!isFilledShort(file, access.nestHost(), examination)) {
                fillWithoutGrowth(file, access.nestHost(), examination);
            }
            addLambdas(file, access);
            if (!diagnostics.hasErrors()) {
                String nestHost = access.nestHost();
                NestMembership.admit(nestHost, current(nestHost), companion)
                        .ifPresent(edit -> filled.put(nestHost, edit));
            }
        }

        private byte[] current(String internalName) {
            return filled.containsKey(internalName)
                    ? filled.get(internalName)
                    : find(internalName).orElseThrow();
        }

        private boolean isFilledShort(CompanionClass file, String nestHost, Examination examination) {
            DerivativeCode code = code(file, Optimization.enabled());
            if (!code.withTooManyParameters().isEmpty()) {
                return false;
            }
            List<String> tooLong = tooLong(file, code, nestHost);
            Set<MethodReference> chunks = code.chunks(tooLong);
            if (!chunks.isEmpty()) {
                tooLongChunks.addAll(chunks);
                return isFilledShort(file, nestHost, examination);
            }
            if (tooLong.isEmpty()) {
                noteNarrowed(code, examination);
            }
            return tooLong.isEmpty();
        }

        /** Writes the code; gives those of its methods that are longer than they should be. */
        private List<String> tooLong(CompanionClass file, DerivativeCode code, String nestHost) {
            try {
                write(file, code, nestHost);
                return file.longerThan(Pipeline.LONGEST_COMPILED);
            } catch (MethodTooLarge tooLarge) {
                return List.of(tooLarge.method());
            }
        }

        private void noteNarrowed(DerivativeCode code, Examination examination) {
            if (Optimization.enabled().contains(Optimization.CHUNK)) {
                code.narrowed().forEach(examination::noteNarrowed);
            }
        }

        private void fillWithoutGrowth(CompanionClass file, String nestHost, Examination examination) {
            DerivativeCode code = code(file, Optimization.withoutGrowth());
            code.withTooManyParameters().forEach(examination::reportTooManyParameters);
            if (diagnostics.hasErrors()) {
                return;
            }
            try {
                write(file, code, nestHost);
                file.longerThan(Pipeline.LONGEST_COMPILED)
                        .forEach(method -> examination.noteNotCompiled(code.origin(method)));
                noteNarrowed(code, examination);
            } catch (MethodTooLarge tooLarge) {
                examination.reportTooLarge(code.origin(tooLarge.method()));
            }
        }

        private void write(CompanionClass file, DerivativeCode code, String nestHost) {
            code.notes().forEach(note -> diagnostics.add(note, List.of()));
            derivatives = code.methods(new MethodSize(companion, nestHost, files)::of);
            filled.put(companion, file.fill(derivatives, nestHost, files));
            sizes = code.sizes(file);
            costs = code.costs(file);
        }

        private void addLambdas(CompanionClass file, Access access) {
            EmittedLambdas lambdas = EmittedLambdas.of(derivatives, files, file.version());
            access.problems(lambdas).forEach(problem -> diagnostics.add(problem, List.of()));
            filled.putAll(lambdas.classes());
            linkProjectLambdas(lambdas.classes().keySet());
        }

        /** Objects of these that the project's own code makes are to be of the same classes. */
        private void linkProjectLambdas(Set<String> emitted) {
            Map<String, Set<String>> byOwner = new TreeMap<>();
            emitted.stream()
                    .filter(files::isExpected)
                    .forEach(lambda -> byOwner.computeIfAbsent(files.enclosing(lambda), owner -> new TreeSet<>())
                            .add(lambda));
            byOwner.forEach((owner, wanted) ->
                    files.link(owner, current(owner), wanted).ifPresent(edit -> filled.put(owner, edit)));
        }

        private DerivativeCode code(CompanionClass file, Set<Optimization> optimizations) {
            Pipeline optimizing = new Pipeline(dumps, fields, optimizations);
            DerivativeCode code = new DerivativeCode(companion, files, rules, refusals, optimizing, tooLongChunks);
            code.addAll(file.cores());
            return code;
        }
    }
}
