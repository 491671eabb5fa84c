package org.atled.compiler;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Entry;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Suitability;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.transform.CheckOverriding;
import org.atled.compiler.transform.CheckpointMode;
import org.atled.compiler.transform.Derivatives;
import org.atled.compiler.transform.GuardedMode;
import org.atled.compiler.transform.ImmediateMode;
import org.atled.compiler.transform.LongLoops;
import org.atled.compiler.transform.ReverseMode;
import org.atled.compiler.transform.Signatures;
import org.atled.compiler.transform.Widths;

/** The derivative methods of one companion: the cores, and every derivative of a callee that some of them calls. */
final class DerivativeCode {
    /** JVMS 4.3.3: a long or double counts for two. */
    private static final int MAX_SLOTS = 255;

    private final String companion;
    private final ClassFiles files;
    private final Rules rules;
    private final Refusals refusals;
    private final Preparation primals;
    private final Pipeline pipeline;
    private final Map<Specialization, Closure> closures = new HashMap<>();
    private final List<Function> functions = new ArrayList<>();
    private final Map<String, MethodReference> origins = new HashMap<>();
    private final Map<MethodReference, Specialization> specializations = new LinkedHashMap<>();
    /** The names of those that contain a reverse sweep of their own. */
    private final Set<MethodReference> sweeps = new HashSet<>();
    /** The loops that run under a budget. */
    private final List<LongLoops> apart = new ArrayList<>();

    private final MadeDerivatives made = new MadeDerivatives();
    private final ChunkWidths widths;
    /** Whether the derivatives are to be called, not differentiated again. */
    private final boolean isCalled;

    private final List<Problem> notes = new ArrayList<>();

    private int named;

    /**
     * @param tooLong cores for several directions that are not to be made
     */
    DerivativeCode(
            String companion,
            ClassFiles files,
            Rules rules,
            Refusals refusals,
            Pipeline pipeline,
            Set<MethodReference> tooLong) {
        this.widths = new ChunkWidths(tooLong);
        this.rules = rules;
        this.refusals = refusals;
        this.companion = companion;
        this.files = files;
        this.primals = Preparation.inlined(files, rules, pipeline);
        this.pipeline = pipeline;
        this.isCalled = true;
    }

    /** Of a derivative that is itself to be differentiated. */
    DerivativeCode(String companion, ClassFiles files, Rules rules, Pipeline pipeline, NestedDerivatives nested) {
        this.widths = new ChunkWidths(Set.of());
        this.rules = rules;
        this.refusals = new Refusals();
        this.companion = companion;
        this.files = files;
        this.primals = Preparation.inlined(files, rules, pipeline, nested);
        this.pipeline = pipeline;
        this.isCalled = false;
    }

    /** The derivatives, and what they call as it stands of derivatives inside of what was differentiated. */
    List<Function> functions() {
        List<Function> all = new ArrayList<>(functions);
        all.addAll(primals.nested().called(functions));
        apart.forEach(loops -> all.addAll(loops.called(all)));
        return List.copyOf(all);
    }

    /** What is to be said of code that was made. */
    List<Problem> notes() {
        return notes;
    }

    /**
     * The same as methods to be written, as many as are good to have.
     *
     * @param size how many bytes of bytecode a function takes
     */
    List<Function> methods(ToIntFunction<Function> size) {
        List<Function> methods = new ArrayList<>();
        for (Function function : functions()) {
            List<Function> parts = pipeline.methods(pipeline.shape(function, sweeps.contains(function.name())), size);
            parts.forEach(part -> note(part.name(), function.name()));
            made.addParts(function.name(), parts);
            methods.addAll(parts);
        }
        return List.copyOf(methods);
    }

    /** A part comes from where the whole does. */
    private void note(MethodReference part, MethodReference whole) {
        if (specializations.containsKey(whole)) {
            origins.putIfAbsent(part.toString(), origins.get(whole.toString()));
            specializations.putIfAbsent(part, specializations.get(whole));
        }
    }

    /** Adds all that a companion asks for. */
    void addAll(List<CompanionClass.CoreMethod> asked) {
        // One direction tells how long several will be, and all of these how wide a chunk may be.
        asked.stream()
                .sorted(Comparator.comparing(
                                (CompanionClass.CoreMethod core) -> core.mode() == CompanionClass.Mode.WIDTH)
                        .thenComparing(CompanionClass.CoreMethod::directions))
                .forEach(this::add);
    }

    /**
     * Adds a derivative of an annotated method and of what it calls.
     *
     * @throws IllegalStateException for a bug of this compiler
     */
    void add(CompanionClass.CoreMethod asked) {
        Specialization root = primals.root(asked);
        MethodReference core = asked.name();
        origins.put(core.toString(), Entry.method(root.method()));
        specializations.put(core, root);
        long start = System.nanoTime();
        int from = functions.size();
        try {
            if (asked.mode() == CompanionClass.Mode.WIDTH) {
                functions.add(Widths.answer(core, widths.of(asked)));
                return;
            } else if (asked.mode() == CompanionClass.Mode.TAYLOR) {
                addTaylor(core, root);
            } else if (asked.isReverse()) {
                addReverse(core, root, budget(asked));
            } else if (asked.directions() == 1) {
                addForward(core, root, 1);
            } else if (!isChunkAdded(asked, root)) {
                functions.add(Widths.unavailable(core));
                return;
            }
            made.add(asked, root, functions.subList(from, functions.size()), System.nanoTime() - start);
        } catch (UncheckedIOException unreadable) {
            throw unreadable;
        } catch (RuntimeException bug) {
            String mode = asked.mode().name().toLowerCase(Locale.ROOT);
            throw new IllegalStateException(failure(root.method(), mode), bug);
        }
    }

    private static Optional<CheckpointMode.Budget> budget(CompanionClass.CoreMethod asked) {
        return asked.tapeBudget() == 0
                ? Optional.empty()
                : Optional.of(new CheckpointMode.Budget(asked.tapeBudget(), asked.isPeriodic()));
    }

    /** Adds the derivative along several directions at a time if it is worth its length. */
    private boolean isChunkAdded(CompanionClass.CoreMethod asked, Specialization root) {
        if (!isCalled) {
            // A derivative of it would be longer still.
            return false;
        }
        int from = functions.size();
        boolean isMade = pipeline.makesChunks() && widths.isWorthwhile(asked, made.instructionsOfOneDirection(asked));
        if (isMade) {
            addForward(asked.name(), root, asked.directions());
            List<Function> chunk = functions.subList(from, functions.size());
            isMade = chunk.stream().allMatch(DerivativeCode::hasRoomForParameters);
            if (!isMade) {
                chunk.forEach(function -> specializations.remove(function.name()));
                chunk.clear();
                specializations.put(asked.name(), root);
            }
        }
        widths.add(asked, isMade);
        return isMade;
    }

    /** Methods whose derivatives do not take as many directions at a time as would be good to have. */
    List<ChunkWidths.Narrowed> narrowed() {
        return widths.narrowed().stream()
                .map(each -> new ChunkWidths.Narrowed(made.annotated(each.primal()), each.asked(), each.directions()))
                .toList();
    }

    /** The cores for several directions that some methods are code of; none if one is code of another derivative. */
    Set<MethodReference> chunks(List<String> methods) {
        return made.chunks(methods);
    }

    private static String failure(MethodReference root, String mode) {
        String owner = root.owner().replace('/', '.');
        return "the derivative of " + root + " in " + mode + " mode could not be made. Build with -Datled.dump=prepare:"
                + owner + ".* to see what it was to be made from.";
    }

    /** What those methods were made from that have more parameters than the JVM allows. */
    List<MethodReference> withTooManyParameters() {
        return functions.stream()
                .filter(function -> !hasRoomForParameters(function))
                .map(function -> origin(function.name().toString()))
                .distinct()
                .toList();
    }

    private static boolean hasRoomForParameters(Function function) {
        return function.name().parameters().stream().mapToInt(Type::slots).sum() <= MAX_SLOTS;
    }

    /** The primal that a derivative method was made from, by the latter's name with class and descriptor. */
    MethodReference origin(String derivative) {
        return origins.get(derivative);
    }

    /** The derivative methods by what they were made from, with the length of their code in this class. */
    Map<Specialization, List<Verdict.DerivativeMethod>> sizes(CompanionClass file) {
        Map<Specialization, List<Verdict.DerivativeMethod>> sizes = new HashMap<>();
        for (MethodReference name : specializations.keySet()) {
            sizes.computeIfAbsent(specializations.get(name), key -> new ArrayList<>())
                    .add(new Verdict.DerivativeMethod(name.name(), file.size(name)));
        }
        return sizes;
    }

    /** What each derivative that was added came to. */
    List<DerivativeCost> costs(CompanionClass file) {
        return made.costs(file);
    }

    void addForward(MethodReference core, Specialization root, int directions) {
        Closure closure = closure(root);
        Callees callees = new Callees(closure);
        var activity = closure.activity(closure.root());
        functions.add(checked(root, pipeline.forward(activity, core, directions, primals, callees)));
        callees.build();
    }

    private void addTaylor(MethodReference core, Specialization root) {
        Closure closure = closure(root);
        Callees callees = new Callees(closure);
        functions.add(checked(root, pipeline.taylor(closure.activity(closure.root()), core, primals, callees)));
        callees.build();
    }

    /**
     * Adds the reverse mode of a method. What is differentiated again keeps everything: its state is derivatives, too.
     *
     * @param budget of its loops, unless they may keep what they like
     */
    void addReverse(MethodReference core, Specialization root, Optional<CheckpointMode.Budget> budget) {
        if (budget.isPresent() && isCalled) {
            addCheckpointed(core, root, budget.get());
        } else {
            addReverse(core, root);
        }
    }

    /** Where terms of a sum are pulled back as they are computed, nothing is kept anyway. */
    private void addCheckpointed(MethodReference core, Specialization root, CheckpointMode.Budget budget) {
        Closure closure = closure(root);
        LongLoops loops = LongLoops.of(closure, companion, apart.size(), pipeline::preparePart);
        notes.addAll(loops.notes());
        Preparation with = primals.with(loops);
        Closure taken = Closure.of(with, root, refusals.of(root));
        boolean isSuitable = taken.differentiated().stream()
                .flatMap(member -> problems(taken, member).stream())
                .noneMatch(Problem::isError);
        if (loops.isEmpty() || !isSuitable || isImmediate(closure)) {
            addReverse(core, root);
            return;
        }
        apart.add(loops);
        Callees callees = new Callees(taken, with, Optional.of(new Checkpointing(loops, budget)));
        var activity = taken.activity(taken.root());
        Function reverse = pipeline.joint(activity, activity.stableParameters(), core, with, callees);
        functions.add(checked(root, reverse));
        sweeps.add(core);
        callees.build();
    }

    private boolean isImmediate(Closure closure) {
        var activity = closure.activity(closure.root());
        return isCalled
                && ImmediateMode.hasCalls(activity)
                && GuardedMode.isPossible(closure.root())
                && pipeline.isImmediate(activity, primals);
    }

    private void addReverse(MethodReference core, Specialization root) {
        Closure closure = closure(root);
        Callees callees = new Callees(closure);
        var activity = closure.activity(closure.root());
        Optional<MethodReference> immediate =
                isCalled && ImmediateMode.hasCalls(activity) && GuardedMode.isPossible(root)
                        ? callees.immediate(closure.root())
                        : Optional.empty();
        Function reverse = immediate
                .map(inner -> GuardedMode.apply(root, core, inner))
                .orElseGet(() -> pipeline.joint(activity, activity.stableParameters(), core, primals, callees));
        functions.add(checked(root, reverse));
        if (immediate.isEmpty()) {
            sweeps.add(core);
        }
        callees.build();
    }

    /** No class that is known overrides a method that is no {@link Entry}, but an object may be of any class. */
    private Function checked(Specialization root, Function derivative) {
        return root.isStatic() || primals.isFixed(root.method())
                ? derivative
                : CheckOverriding.apply(derivative, root.method(), primals.subclasses(root.method()));
    }

    private Closure closure(Specialization root) {
        return closures.computeIfAbsent(root, this::analyze);
    }

    /** What was found suitable as written is differentiated as written, should inlining ever blur what is active. */
    private Closure analyze(Specialization root) {
        Set<MethodReference> out = refusals.of(root);
        Closure closure = Closure.of(primals, root, out);
        if (closure.differentiated().stream()
                .flatMap(member -> problems(closure, member).stream())
                .noneMatch(Problem::isError)) {
            return closure;
        }
        Preparation plain = Preparation.plain(files, rules, pipeline, primals.nested());
        // Nobody has examined a derivative within another one; what it refuses has been noted where it was built.
        return isCalled
                ? Closure.of(plain, root, out)
                : refusals.suitable(plain, root, DerivativeCode::problems, refusal -> {});
    }

    private static List<Problem> problems(Closure closure, Specialization member) {
        return Suitability.of(closure.activity(member), closure.primals());
    }

    /** Loops that run under a budget. */
    private record Checkpointing(LongLoops loops, CheckpointMode.Budget budget) {}

    /** Derivatives of callees within the closure of one annotated method. */
    private final class Callees implements Derivatives {
        private record Forward(Specialization callee, int directions) {}

        private record Reverse(Specialization callee, List<Boolean> stable) {}

        private record Names(MethodReference augmented, MethodReference pullback) {}

        private final Closure closure;
        private final Preparation primals;
        private final Optional<Checkpointing> checkpointing;
        private final Map<Specialization, MethodReference> shadowed = new HashMap<>();
        private final Map<Forward, MethodReference> forward = new HashMap<>();
        private final Map<Specialization, MethodReference> taylor = new HashMap<>();
        private final Map<Reverse, Names> reverse = new HashMap<>();
        private final Map<Specialization, Optional<MethodReference>> immediate = new HashMap<>();
        private final Deque<Runnable> open = new ArrayDeque<>();

        private Callees(Closure closure) {
            this(closure, DerivativeCode.this.primals, Optional.empty());
        }

        private Callees(Closure closure, Preparation primals, Optional<Checkpointing> checkpointing) {
            this.closure = closure;
            this.primals = primals;
            this.checkpointing = checkpointing;
        }

        private void build() {
            while (!open.isEmpty()) {
                open.poll().run();
            }
        }

        private MethodReference name(Specialization callee, String stage, String descriptor) {
            String name = callee.method().name() + "$$" + stage + named++;
            MethodReference derivative = new MethodReference(companion, name, descriptor);
            MethodReference primal = primals.original(callee.method());
            origins.put(derivative.toString(), primal);
            specializations.put(derivative, new Specialization(primal, callee.isStatic(), callee.active()));
            return derivative;
        }

        @Override
        public MethodReference taylor(Specialization callee) {
            return taylor.computeIfAbsent(callee, key -> {
                MethodReference name = name(callee, "taylor", Signatures.taylor(callee));
                open.add(() -> functions.add(pipeline.taylor(closure.activity(callee), name, primals, this)));
                return name;
            });
        }

        @Override
        public MethodReference forward(Specialization callee, int directions) {
            return forward.computeIfAbsent(new Forward(callee, directions), key -> {
                MethodReference name = name(callee, "forward", Signatures.forward(callee, directions));
                open.add(() ->
                        functions.add(pipeline.forward(closure.activity(callee), name, directions, primals, this)));
                return name;
            });
        }

        @Override
        public MethodReference augmented(Specialization callee, List<Boolean> stable) {
            return names(callee, stable).augmented();
        }

        @Override
        public MethodReference pullback(Specialization callee, List<Boolean> stable) {
            return names(callee, stable).pullback();
        }

        @Override
        public Optional<MethodReference> immediate(Specialization callee) {
            Optional<MethodReference> before = immediate.get(callee);
            if (before == null) {
                var activity = closure.activity(callee);
                before = pipeline.isImmediate(activity, primals)
                        ? Optional.of(name(callee, "immediate", Signatures.immediate(callee)))
                        : Optional.empty();
                before.ifPresent(
                        name -> open.add(() -> functions.add(pipeline.immediate(activity, name, primals, this))));
                immediate.put(callee, before);
            }
            return before;
        }

        private ReverseMode.Split split(Specialization callee, List<Boolean> stable, Names names) {
            var activity = closure.activity(callee);
            if (checkpointing.isPresent() && checkpointing.get().loops().isLoop(callee.method())) {
                var segment = closure.activity(CheckpointMode.segment(activity));
                return CheckpointMode.split(
                        activity,
                        segment,
                        stable,
                        names.augmented(),
                        names.pullback(),
                        this,
                        checkpointing.get().budget());
            }
            return pipeline.split(activity, stable, names.augmented(), names.pullback(), primals, this);
        }

        @Override
        public MethodReference shadowed(Specialization callee) {
            return shadowed.computeIfAbsent(callee, key -> {
                MethodReference name = name(callee, "shadowed", Signatures.augmented(callee));
                open.add(() -> functions.add(pipeline.shadowed(closure.activity(callee), name, primals, this)));
                return name;
            });
        }

        private Names names(Specialization callee, List<Boolean> stable) {
            return reverse.computeIfAbsent(new Reverse(callee, stable), key -> {
                var activity = closure.activity(callee);
                Names names = new Names(
                        name(callee, "augmented", Signatures.augmented(callee)),
                        name(callee, "pullback", Signatures.pullback(activity)));
                open.add(() -> {
                    ReverseMode.Split split = split(callee, stable, names);
                    functions.add(split.augmented());
                    functions.add(split.pullback());
                    sweeps.add(split.pullback().name());
                });
                return names;
            });
        }
    }
}
