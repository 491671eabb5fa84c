package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.atled.compiler.analysis.Activity;
import org.atled.compiler.analysis.Closure;
import org.atled.compiler.analysis.Loop;
import org.atled.compiler.analysis.LoopTree;
import org.atled.compiler.analysis.Problem;
import org.atled.compiler.analysis.Site;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.analysis.Treatment;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;

/**
 * The loops of a program whose reverse is to keep a limited number of bytes: the outermost ones of the annotated method, and of
 * what it calls, once, outside of its loops. Takes them apart ({@link SegmentedLoop}); what is called so becomes a method of its
 * own, since the same method may be called in a loop as well. Immutable when made.
 */
public final class LongLoops {
    private final Closure closure;
    private final String owner;
    private final int number;
    private final UnaryOperator<Function> prepare;
    private final Map<MethodReference, Function> functions = new LinkedHashMap<>();
    private final Map<MethodReference, MethodReference> sources = new LinkedHashMap<>();
    private final Map<MethodReference, Function> loops = new LinkedHashMap<>();
    private final Map<Specialization, MethodReference> variants = new LinkedHashMap<>();
    private final List<Problem> notes = new ArrayList<>();

    private LongLoops(Closure closure, String owner, int number, UnaryOperator<Function> prepare) {
        this.closure = closure;
        this.owner = owner;
        this.number = number;
        this.prepare = prepare;
    }

    /**
     * Those that the root of a closure reaches.
     *
     * @param owner the class that new methods go into
     * @param number tells their names from those made for other roots
     * @param prepare does to a new method what is done to others before they are analysed
     */
    public static LongLoops of(Closure closure, String owner, int number, UnaryOperator<Function> prepare) {
        LongLoops made = new LongLoops(closure, owner, number, prepare);
        Activity root = closure.activity(closure.root());
        made.functions.put(
                root.function().name(), made.apply(root, root.function().name()));
        return made;
    }

    public boolean isEmpty() {
        return loops.isEmpty();
    }

    /** The code of a method that was made or changed, prepared for analysis. */
    public Optional<Function> find(MethodReference method) {
        return Optional.ofNullable(functions.get(method));
    }

    /** The method of the program that one that was made is part of; itself if it was not made. */
    public MethodReference source(MethodReference method) {
        return sources.getOrDefault(method, method);
    }

    /** Whether a method is a loop taken apart. */
    public boolean isLoop(MethodReference method) {
        return loops.containsKey(method);
    }

    /** Loops that stay as they are, and why. */
    public List<Problem> notes() {
        return notes;
    }

    private Function apply(Activity activity, MethodReference name) {
        Function function = activity.function();
        Draft draft = new Draft(function);
        LoopTree tree = LoopTree.of(activity.flow());
        callVariants(activity, tree, draft);
        tree.loops().stream()
                .filter(loop -> loop.parent() == null && isActive(activity, loop))
                .forEach(loop -> takeApart(activity, loop, draft));
        Function changed = draft.finish();
        return name.equals(function.name()) ? changed : new Function(name, true, changed.blocks());
    }

    private void takeApart(Activity activity, Loop loop, Draft draft) {
        MethodReference method = source(activity.function().name());
        SegmentedLoop segmented = new SegmentedLoop(draft, new ValueSources(draft), loop);
        Optional<String> obstacle = segmented.obstacle().or(() -> RepeatedLoop.obstacle(closure, activity, loop));
        if (obstacle.isPresent()) {
            int line = draft.block(loop.header()).line();
            notes.add(new Problem(
                    false,
                    "AtledTapeBudget",
                    new Site(method, line),
                    "all iterations of this loop are recorded, whatever the tape budget, since " + obstacle.get()
                            + ". Take that out of the loop, or leave it if memory is enough."));
            return;
        }
        SegmentedLoop.Methods made = segmented.perform(owner, method.name() + "$loop" + number + "$" + loops.size());
        loops.put(made.loop().name(), made.loop());
        for (Function each : List.of(made.loop(), made.segment())) {
            sources.put(each.name(), method);
            functions.put(each.name(), prepare.apply(each));
        }
    }

    /** Whether anything in a loop may have a derivative. */
    private static boolean isActive(Activity activity, Loop loop) {
        return loop.blocks().stream()
                .map(activity.flow()::block)
                .anyMatch(block -> block.parameters().stream().anyMatch(activity::isActive)
                        || block.instructions().stream().anyMatch(each -> isActive(activity, each)));
    }

    private static boolean isActive(Activity activity, Instruction instruction) {
        return activity.treatment(instruction) instanceof Treatment.Differentiated
                || instruction.result() != null && activity.isActive(instruction.result())
                || instruction.operands().stream().anyMatch(activity::isActive);
    }

    /** Calls outside of loops go to variants whose own loops are taken apart. */
    private void callVariants(Activity activity, LoopTree tree, Draft draft) {
        for (DraftBlock block : draft.blocks()) {
            if (tree.innermost(block.id) == null && block.handlers.isEmpty()) {
                block.instructions.replaceAll(each -> withVariant(activity, each));
            }
        }
    }

    private Instruction withVariant(Activity activity, Instruction call) {
        if (!(activity.treatment(call) instanceof Treatment.Differentiated differentiated)
                || !(call.op() instanceof Op.Invoke)
                || !hasLoops(differentiated.callee(), new ArrayList<>())) {
            return call;
        }
        MethodReference variant = variant(differentiated.callee());
        Op op = new Op.Invoke(Op.InvokeKind.STATIC, variant, false);
        return new Instruction(call.result(), op, call.operands(), call.line());
    }

    private boolean hasLoops(Specialization callee, List<Specialization> seen) {
        if (seen.contains(callee)) {
            return false;
        }
        seen.add(callee);
        Activity activity = closure.activity(callee);
        return !LoopTree.of(activity.flow()).loops().isEmpty()
                || activity.flow().reversePostorder().stream()
                        .flatMap(block -> block.instructions().stream())
                        .map(activity::treatment)
                        .anyMatch(treatment ->
                                treatment instanceof Treatment.Differentiated inner && hasLoops(inner.callee(), seen));
    }

    /** Recursion ends at the variant that is being made. */
    private MethodReference variant(Specialization callee) {
        MethodReference known = variants.get(callee);
        if (known != null) {
            return known;
        }
        MethodReference method = callee.method();
        List<Type> parameters = closure.activity(callee).function().parameters().stream()
                .map(each -> each.type())
                .toList();
        MethodReference name = new MethodReference(
                owner,
                method.name() + "$within" + number + "$" + variants.size(),
                Type.methodDescriptor(parameters, method.result()));
        variants.put(callee, name);
        sources.put(name, source(method));
        functions.put(name, apply(closure.activity(callee), name));
        return name;
    }

    /** Those of the methods made here that some code calls as they are, with all that they call. */
    public List<Function> called(List<Function> callers) {
        Set<Function> found = new LinkedHashSet<>();
        List<Function> open = new ArrayList<>(callers);
        for (int i = 0; i < open.size(); i++) {
            open.get(i).blocks().stream()
                    .flatMap(block -> block.instructions().stream())
                    .filter(each -> each.op() instanceof Op.Invoke)
                    .map(each -> ((Op.Invoke) each.op()).method())
                    .filter(sources::containsKey)
                    .map(functions::get)
                    .filter(found::add)
                    .forEach(open::add);
        }
        return List.copyOf(found);
    }
}
