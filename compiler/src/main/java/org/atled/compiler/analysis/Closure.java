package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Substitutes;

/**
 * Everything an annotated method calls, with the activity of each method per call context: an interprocedural fixed
 * point over the call graph. Recursion is nothing special in it.
 */
public final class Closure {
    private final Primals primals;
    private final Specialization root;
    private final Map<Specialization, Member> members = new LinkedHashMap<>();
    private final Set<Specialization> open = new LinkedHashSet<>();
    private final Set<String> instantiated = new TreeSet<>();
    private final Incoming incoming;
    private final VariedFields variedFields = new VariedFields(this::openAll);
    private final Set<MethodReference> unanalyzed = new LinkedHashSet<>();
    private Specialization visiting;
    private boolean throwsHolders;
    private boolean textEscaped;
    private boolean isSettled;

    private final Set<MethodReference> refused;
    private final Receivers.Known receivers;
    private final Map<MethodReference, Site> withoutCode = new LinkedHashMap<>();

    /** By what is differentiated, its first caller that is, too: dispatchers of fewer classes have been left behind. */
    private final Map<Specialization, Specialization> callers = new HashMap<>();

    /** By dispatcher, the implementations it calls. */
    private final Map<MethodReference, Set<MethodReference>> implementations = new HashMap<>();

    private Closure(Primals primals, Specialization root, Set<MethodReference> refused) {
        this.primals = primals;
        this.incoming = new Incoming(primals);
        this.root = root;
        this.refused = Set.copyOf(refused);
        this.receivers = new Receivers.Known(primals, this.refused);
    }

    /**
     * Analyses a method and all it calls.
     *
     * @param root the annotated method; its inactive arrays are constants
     * @param refused implementations that no dispatcher calls: a call of one is an error at run time
     */
    public static Closure of(Primals primals, Specialization root, Set<MethodReference> refused) {
        Closure closure = new Closure(primals, root, refused);
        closure.incoming.addArguments(root);
        closure.enter(root, null);
        closure.markConstants();
        closure.markGivenObjects();
        closure.propagate();
        closure.isSettled = true;
        closure.open.addAll(closure.members.keySet());
        closure.propagate();
        return closure;
    }

    private void propagate() {
        while (!open.isEmpty()) {
            Specialization next = open.iterator().next();
            open.remove(next);
            update(next);
        }
    }

    /**
     * Whether what is not active now never will be. Before that, a call of the JDK is not taken for one to be left alone:
     * its code is analysed if an argument turns out active later, and nothing takes back what was concluded before.
     */
    boolean isSettled() {
        return isSettled;
    }

    public Specialization root() {
        return root;
    }

    /** The activity of one specialization that the root reaches. */
    public Activity activity(Specialization specialization) {
        Member member = members.get(specialization);
        if (member.activity == null) {
            member.activity = new Activity(specialization, member.flow, member.facts, variedFields, hasBlankObjects());
        }
        return member.activity;
    }

    private boolean hasBlankObjects() {
        return members.values().stream().anyMatch(member -> member.makesBlank);
    }

    private static boolean makesBlank(Function function) {
        return function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(each -> each.op() instanceof Op.Create creation && creation.isBlank());
    }

    /** The calls from the root to a specialization, outermost first: the callers' sites. */
    public List<Site> chain(Specialization specialization) {
        Deque<Site> chain = new ArrayDeque<>();
        Set<Specialization> seen = new LinkedHashSet<>();
        Member member = members.get(specialization);
        while (member.calledFrom != null && seen.add(member.caller)) {
            // A dispatcher is no method of the user's.
            if (!implementations.containsKey(Caught.original(member.calledFrom.method()))
                    && !Entry.isOne(member.calledFrom.method())) {
                chain.addFirst(member.calledFrom);
            }
            member = members.get(member.caller);
        }
        return List.copyOf(chain);
    }

    /**
     * The calls from the root to a place that a specialization, or what it calls, is at fault for; where several lead
     * there, the first found.
     */
    public List<Site> chain(Specialization specialization, Site place) {
        List<Site> start = chain(specialization);
        if (place.method().equals(specialization.method())) {
            return start;
        }
        return members.keySet().stream()
                .filter(member -> member.method().equals(place.method()))
                .map(this::chain)
                .filter(chain -> chain.size() > start.size()
                        && chain.subList(0, start.size()).equals(start))
                .min(Comparator.comparingInt(List::size))
                .orElse(start);
    }

    /** All specializations that take part in the derivative of the root, the root first. */
    public List<Specialization> differentiated() {
        callers.clear();
        Set<Specialization> found = new LinkedHashSet<>(Set.of(root));
        List<Specialization> list = new ArrayList<>(found);
        for (int i = 0; i < list.size(); i++) {
            Member member = members.get(list.get(i));
            for (Block block : member.flow.function().blocks()) {
                for (Instruction instruction : block.instructions()) {
                    Treatment treatment = member.facts.treatments.get(instruction);
                    if (treatment instanceof Treatment.Differentiated call && found.add(call.callee())) {
                        callers.put(call.callee(), list.get(i));
                        list.add(call.callee());
                    }
                }
            }
        }
        return List.copyOf(list);
    }

    /**
     * The specializations that may read a text which active values were made into, unseen by their callers: those without
     * a part in the derivative, if a text is kept anywhere.
     */
    public List<Specialization> readers() {
        List<Specialization> readers = new ArrayList<>(textEscaped ? members() : List.of());
        readers.removeAll(differentiated());
        return readers;
    }

    /** All specializations that the analysis met, the root first. */
    List<Specialization> members() {
        return List.copyOf(members.keySet());
    }

    public Primals primals() {
        return primals;
    }

    /** An object of this class is made somewhere: calls may reach its methods. */
    void instantiate(String internalName) {
        if (instantiated.add(internalName)) {
            dispatchAgain();
        }
    }

    private void dispatchAgain() {
        members.forEach((specialization, member) -> {
            if (member.dispatches) {
                open.add(specialization);
            }
        });
    }

    /** What a constant holds is read: calls may reach the functions among it. */
    void comeIn(FieldReference constant) {
        if (incoming.add(constant)) {
            dispatchAgain();
        }
    }

    private Set<String> incoming(Type type) {
        int before = incoming.size();
        Set<String> lambdas = incoming.lambdas(type);
        if (incoming.size() > before) {
            dispatchAgain();
        }
        return lambdas;
    }

    /** The same for all that a constructor makes which is not analysed. */
    void instantiateBy(MethodReference constructor) {
        if (unanalyzed.add(constructor)) {
            Instantiations.of(constructor, primals).forEach(this::instantiate);
        }
    }

    /** Whether a method is neither the project's nor the JDK's. */
    public boolean isOfLibrary(MethodReference method) {
        return isOfLibrary(method.owner());
    }

    private boolean isOfLibrary(String owner) {
        return !Substitutes.isOne(owner) && !primals.isOfProject(owner) && !Carriers.isOfJdk(owner);
    }

    /** Whether a method is a dispatcher: what a receiver of a class not known does is not known. */
    boolean isDispatcher(MethodReference method) {
        return implementations.containsKey(Caught.original(method));
    }

    /** The classes of users that an object referred to as this type is expected to be of. */
    Set<String> classes(Type type) {
        members.get(visiting).dispatches = true;
        boolean isKnown = !type.isArray() && !type.equals(Type.NULL) && !Carriers.isOfJdk(type.internalName());
        Set<String> classes = new TreeSet<>(isKnown ? primals.implementations(type) : List.of());
        if (isKnown) {
            classes.addAll(incoming(type));
        }
        instantiated.stream()
                .filter(each -> !Carriers.isOfJdk(each) && (!isKnown || primals.isSubtype(each, type)))
                .forEach(classes::add);
        return classes;
    }

    /**
     * The dispatcher of a call over the classes made here and those of the project.
     *
     * @return empty if there is no class it can be, unless the call is in a library: that has many calls of what a program
     *     does not use, so that there it is an error only if the call runs
     */
    Optional<MethodReference> dispatcher(Type receiver, Op.Invoke call, Site site) {
        members.get(visiting).dispatches = true;
        Set<String> incoming = incoming(receiver);
        Receivers found = receivers.of(receiver, call.method(), instantiated, incoming);
        found.withoutCode().forEach(method -> withoutCode.putIfAbsent(method, site));
        if (found.classes().isEmpty() && !isOfLibrary(visiting.method().owner())) {
            return Optional.empty();
        }
        MethodReference dispatcher = primals.dispatcher(receiver, call, found.classes(), found.others());
        implementations.put(dispatcher, found.called());
        return Optional.of(dispatcher);
    }

    /** What throws when it is called in the place of a method. */
    MethodReference refusal(MethodReference method, boolean isStatic) {
        MethodReference refusal = primals.refusal(method, isStatic);
        implementations.put(refusal, Set.of());
        return refusal;
    }

    /**
     * Implementations that have no code to differentiate ({@link Primals#absence} says why), and where a call may reach
     * them.
     */
    public Map<MethodReference, Site> withoutCode() {
        return Collections.unmodifiableMap(withoutCode);
    }

    /**
     * The implementation, nearest to a specialization on the way to it, that a dispatcher calls among others: what can be
     * refused if the specialization cannot be differentiated.
     */
    public Optional<MethodReference> refusable(Specialization specialization) {
        return refusable(specialization, this::isOneOfSeveral);
    }

    /**
     * The same of what is at fault at a place, where it may also be a method of a library that a library calls only under a
     * condition: it has much that a program does not use.
     */
    public Optional<MethodReference> refusable(Specialization specialization, Site place) {
        Specialization start = differentiated().stream()
                .filter(each -> Caught.original(each.method()).equals(Caught.original(place.method())))
                .findFirst()
                .orElse(specialization);
        return refusable(start, (caller, callee) -> isOneOfSeveral(caller, callee) || isOption(caller, callee));
    }

    private Optional<MethodReference> refusable(
            Specialization from, BiPredicate<Specialization, Specialization> isRefusable) {
        differentiated();
        for (Specialization at = from; callers.get(at) != null; at = callers.get(at)) {
            if (isRefusable.test(callers.get(at), at)) {
                return Optional.of(Caught.original(at.method()));
            }
        }
        return Optional.empty();
    }

    private boolean isOneOfSeveral(Specialization caller, Specialization callee) {
        Set<MethodReference> called = implementations.getOrDefault(Caught.original(caller.method()), Set.of());
        return called.size() > 1 && called.contains(Caught.original(callee.method()));
    }

    private boolean isOption(Specialization caller, Specialization callee) {
        // Between a call and the one implementation there is.
        boolean isDispatched = isDispatcher(caller.method()) && callers.get(caller) != null;
        Specialization calling = isDispatched ? callers.get(caller) : caller;
        Specialization called = isDispatched ? caller : callee;
        return isOfLibrary(calling.method())
                && isOfLibrary(callee.method())
                && !isDispatcher(calling.method())
                && !isDispatcher(callee.method())
                && !primals.isFactory(callee.method())
                && Option.isOne(members.get(calling).flow, members.get(calling).facts, called);
    }

    /** Whether a call of this method, from wherever, is an error at run time. */
    boolean isRefused(MethodReference method) {
        return refused.contains(Caught.original(method));
    }

    boolean canAnalyze(MethodReference method) {
        return primals.find(method).isPresent();
    }

    Summary summary(Specialization callee, Site site) {
        enter(callee, site);
        Member member = members.get(callee);
        member.callers.add(visiting);
        return member.summary;
    }

    /** Learns that an exception that holds an active value leaves a method: any handler may get it. */
    void throwHolder() {
        if (!throwsHolders) {
            throwsHolders = true;
            openAll();
        }
    }

    /** Learns that a text made of active values is kept where any method may find it. */
    void escapeText() {
        if (!textEscaped) {
            textEscaped = true;
            openAll();
        }
    }

    private void openAll() {
        open.addAll(members.keySet());
    }

    VariedFields variedFields() {
        return variedFields;
    }

    boolean textEscaped() {
        return textEscaped;
    }

    boolean throwsHolders() {
        return throwsHolders;
    }

    private void enter(Specialization specialization, Site site) {
        if (members.containsKey(specialization)) {
            return;
        }
        Optional<Function> function = primals.find(specialization.method());
        ControlFlow flow = ControlFlow.of(function.orElseThrow());
        Member member = new Member(flow, new ActivityFacts(specialization.method()), visiting, site);
        members.put(specialization, member);
        seed(specialization, member);
        member.summary = Summaries.of(flow.function(), member.facts);
        open.add(specialization);
    }

    private static void seed(Specialization specialization, Member member) {
        List<Value> parameters = member.flow.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (specialization.active().get(i)) {
                if (parameter.type().isReference()) {
                    member.facts.region(parameter).activate();
                } else {
                    member.facts.varied.add(parameter);
                }
            }
        }
    }

    /** The fields of an active object that the caller gives are inputs, and what it leads to may be such objects. */
    private void markGivenObjects() {
        List<Value> parameters = members.get(root).flow.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            if (root.active().get(i) && type.isReference() && !type.leaf().isFloating()) {
                variedFields.addAll();
            }
        }
    }

    private void markConstants() {
        Member member = members.get(root);
        List<Value> parameters = member.flow.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (!root.active().get(i) && parameters.get(i).type().isReference()) {
                String name = primals.parameterName(root.method(), i);
                member.facts.region(parameters.get(i)).markConstant("the constant parameter " + name);
            }
        }
    }

    private void update(Specialization specialization) {
        Member member = members.get(specialization);
        visiting = specialization;
        CallPropagation calls = new CallPropagation(member.facts, member.flow, this);
        new ActivityPropagation(member.flow.function(), member.facts, calls, this).run();
        Summary summary = Summaries.of(member.flow.function(), member.facts);
        if (!summary.equals(member.summary)) {
            member.summary = summary;
            open.addAll(member.callers);
        }
    }

    private static final class Member {
        private final ControlFlow flow;
        private final ActivityFacts facts;
        private final Specialization caller;
        private final Site calledFrom;
        private final Set<Specialization> callers = new LinkedHashSet<>();
        private final boolean makesBlank;
        private boolean dispatches;
        private Summary summary;
        private Activity activity;

        private Member(ControlFlow flow, ActivityFacts facts, Specialization caller, Site calledFrom) {
            this.flow = flow;
            this.makesBlank = makesBlank(flow.function());
            this.facts = facts;
            this.caller = caller;
            this.calledFrom = calledFrom;
        }
    }
}
