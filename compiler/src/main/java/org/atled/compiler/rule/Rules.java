package org.atled.compiler.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.atled.compiler.bytecode.ClassOutline;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.rules.ArithmeticPartials;
import org.atled.rules.ArrayListViewRules;
import org.atled.rules.CollectionConstructorRules;
import org.atled.rules.CollectionRules;
import org.atled.rules.CollectionsRules;
import org.atled.rules.CotangentsRules;
import org.atled.rules.DequeRules;
import org.atled.rules.DoubleArrayRules;
import org.atled.rules.DoubleArraysRules;
import org.atled.rules.DoubleRules;
import org.atled.rules.ElementaryPartials;
import org.atled.rules.FastMathPartials;
import org.atled.rules.FloatArrayRules;
import org.atled.rules.FloatArraysRules;
import org.atled.rules.FloatRules;
import org.atled.rules.GradientsRules;
import org.atled.rules.IterationRules;
import org.atled.rules.IteratorRules;
import org.atled.rules.ListEndsRules;
import org.atled.rules.ListFactoryRules;
import org.atled.rules.ListRules;
import org.atled.rules.MapConstructorRules;
import org.atled.rules.MapEntryRules;
import org.atled.rules.MapRules;
import org.atled.rules.MathPartials;
import org.atled.rules.NavigableMapRules;
import org.atled.rules.NumberRules;
import org.atled.rules.OptionalDoubleRules;
import org.atled.rules.OptionalRules;
import org.atled.rules.PriorityQueueRules;
import org.atled.rules.ReferenceArrayRules;
import org.atled.rules.ReferenceArraysRules;
import org.atled.rules.ShadowedTapeRules;
import org.atled.rules.ShadowsRules;
import org.atled.rules.SolutionSearchRules;
import org.atled.rules.StreamSumRules;
import org.atled.rules.StrictMathPartials;
import org.atled.rules.StrongZeroPartials;
import org.atled.rules.SystemRules;
import org.atled.rules.TapeRules;
import org.atled.rules.VectorRules;
import org.atled.rules.ZerosRules;

/**
 * What is known about the derivative of an operation without looking into it: the rule classes, written down in one list
 * each, and the calls that have no derivative. Immutable, safe for use by several threads. A mistake in a rule class is
 * an {@link InvalidRuleException} when this class is initialized.
 */
public final class Rules {
    private static final PrimalMethods PLATFORM = new PlatformMethods();

    private static final List<Class<?>> SCALAR = List.of(
            ElementaryPartials.class,
            MathPartials.class,
            StrictMathPartials.class,
            FastMathPartials.class,
            StrongZeroPartials.class);

    private static final List<Class<?>> STRUCTURAL = List.of(
            SystemRules.class,
            DoubleArraysRules.class,
            FloatArraysRules.class,
            ReferenceArraysRules.class,
            DoubleArrayRules.class,
            FloatArrayRules.class,
            ReferenceArrayRules.class,
            StreamSumRules.class,
            DoubleRules.class,
            FloatRules.class,
            NumberRules.class,
            OptionalRules.class,
            OptionalDoubleRules.class);

    static final List<Class<?>> CONTAINERS = List.of(
            IterationRules.class,
            IteratorRules.class,
            CollectionRules.class,
            ListRules.class,
            ListEndsRules.class,
            DequeRules.class,
            PriorityQueueRules.class,
            VectorRules.class,
            MapRules.class,
            MapEntryRules.class,
            NavigableMapRules.class,
            CollectionConstructorRules.class,
            MapConstructorRules.class,
            ListFactoryRules.class,
            ArrayListViewRules.class,
            CollectionsRules.class,
            ShadowedTapeRules.class,
            TapeRules.class,
            CotangentsRules.class,
            SolutionSearchRules.class,
            ZerosRules.class,
            ShadowsRules.class,
            GradientsRules.class);

    private static final Map<Operator, ScalarRule> BY_OPERATOR = OperatorRuleReader.read(ArithmeticPartials.class);
    private static final Rules BUILT_IN = new Rules(
            readAll(SCALAR, ScalarRuleReader::read),
            readAll(concat(STRUCTURAL, CONTAINERS), StructuralRuleReader::read),
            Map.of());

    private final Map<MethodReference, ScalarRule> scalar;
    private final Map<MethodReference, StructuralRule> structural;
    private final Map<MethodReference, MethodReference> substitutes;

    private Rules(
            Map<MethodReference, ScalarRule> scalar,
            Map<MethodReference, StructuralRule> structural,
            Map<MethodReference, MethodReference> substitutes) {
        this.scalar = scalar;
        this.structural = structural;
        this.substitutes = substitutes;
    }

    /** The rules that come with Atled. */
    public static Rules builtIn() {
        return BUILT_IN;
    }

    /**
     * These rules and those that users wrote.
     *
     * @param classes annotated {@code org.atled.DerivativeOf}
     * @param methods where the methods are that they are for
     * @throws InvalidRuleException for a mistake in one of them, or if there are two rules for one method
     */
    public Rules with(List<ClassOutline> classes, PrimalMethods methods) {
        Map<MethodReference, ScalarRule> moreScalar = new LinkedHashMap<>(scalar);
        Map<MethodReference, StructuralRule> moreStructural = new LinkedHashMap<>(structural);
        Map<MethodReference, MethodReference> moreSubstitutes = new LinkedHashMap<>(substitutes);
        for (ClassOutline type : classes) {
            UserRules rules = UserRules.read(type, methods);
            rules.scalar().forEach((method, rule) -> add(moreScalar, method, rule, type));
            rules.structural().forEach((method, rule) -> add(moreStructural, method, rule, type));
            rules.substitutes().forEach((method, rule) -> add(moreSubstitutes, method, rule, type));
        }
        return new Rules(Map.copyOf(moreScalar), Map.copyOf(moreStructural), Map.copyOf(moreSubstitutes));
    }

    /** The partials of a static method that maps numbers to a number. */
    public Optional<ScalarRule> of(MethodReference method) {
        return Optional.ofNullable(scalar.get(method));
    }

    /**
     * The static method to call instead in code that is differentiated, with the same operands; empty if there is none.
     *
     * @param caller internal name of the class that calls: a substitute may call what it stands for
     */
    public Optional<MethodReference> substitute(Op.Invoke call, String caller) {
        Optional<MethodReference> own = call.kind() == Op.InvokeKind.STATIC
                ? Optional.ofNullable(substitutes.get(call.method()))
                : Optional.empty();
        return own.filter(method -> !method.owner().equals(caller)).or(() -> Substitutes.of(call));
    }

    /** The partials of an opcode; {@link ScalarRule#ZERO} for comparisons and what has to do with integers. */
    public static ScalarRule of(Operator operator) {
        return BY_OPERATOR.get(operator);
    }

    /**
     * The rule of a method that reads or writes arrays, boxes or containers, {@code clone} of an array type included; of a
     * constructor by {@code <init>}. The rule for arrays of
     * references serves all of them, whatever the class of the elements.
     */
    public Optional<StructuralRule> structural(MethodReference method) {
        return Optional.ofNullable(structural.get(ofReferenceArray(method)));
    }

    /**
     * Whether a call may be given active values and leaves them alone: it prints or formats them, and nothing that
     * comes of it has a derivative. Constructors of exceptions are such calls as well, and are not known here.
     */
    public boolean isSink(MethodReference method) {
        return InactiveCalls.SINKS.contains(method);
    }

    /** Whether a call reads active values and returns what has no derivative, such as {@code Double.isNaN}. */
    public boolean isInactive(MethodReference method) {
        boolean zeroRule = of(method).isPresent() && !method.result().isFloating();
        return zeroRule || InactiveCalls.READERS.contains(method) || InactiveCalls.readsContainer(method);
    }

    /** Whether a call gives the bits of a number, which may be compared and nothing else. */
    public boolean isBitCast(MethodReference method) {
        return InactiveCalls.BIT_CASTS.contains(method);
    }

    /** Why a call must not be given active values and what to do instead, if so. */
    public Optional<Refusal> forbidden(MethodReference method) {
        String owner = method.owner().substring(method.owner().lastIndexOf('/') + 1);
        String name = method.name().equals("<init>") ? "new " + owner : owner + "." + method.name();
        if (isBitCast(method)) {
            return Optional.of(new Refusal(
                    "AtledBitCast",
                    name + " takes a number apart into bits, which has no derivative. Compute with the number itself,"
                            + " or keep values that depend on a differentiated parameter out of this call."));
        }
        if (Substitutes.isOfStream(method) && !Substitutes.isStreamOperation(method)) {
            return Optional.of(new Refusal(
                    "AtledStream",
                    name
                            + " is not among the methods of streams that are differentiated, and active values take part in"
                            + " it. Write it with map, filter, sorted, reduce or collect, or as a loop."));
        }
        boolean isKnown = structural(method).isPresent() || isSink(method) || isInactive(method);
        if (isKnown || !InactiveCalls.isOfContainer(method)) {
            return isKnown ? Optional.empty() : BeyondReach.of(method.owner(), name);
        }
        return Optional.of(new Refusal(
                "AtledContainer",
                name
                        + " has no derivative rule, and active values take part in it. Keep them in an ArrayList, an"
                        + " ArrayDeque or a HashMap, and write a loop that gets, sets, adds or removes one at a"
                        + " time."));
    }

    private static MethodReference ofReferenceArray(MethodReference method) {
        boolean references = method.owner().startsWith("[[") || method.owner().startsWith("[L");
        return references ? new MethodReference("[Ljava/lang/Object;", method.name(), method.descriptor()) : method;
    }

    static <R> Map<MethodReference, R> readAll(
            List<Class<?>> classes, BiFunction<RuleClass, PrimalMethods, Map<MethodReference, R>> reader) {
        Map<MethodReference, R> all = new LinkedHashMap<>();
        for (Class<?> type : classes) {
            RuleClass rules = RuleClass.of(type);
            reader.apply(rules, PLATFORM).forEach((method, rule) -> add(all, method, rule, rules.outline()));
        }
        return Map.copyOf(all);
    }

    private static List<Class<?>> concat(List<Class<?>> one, List<Class<?>> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static <R> void add(Map<MethodReference, R> all, MethodReference method, R rule, ClassOutline from) {
        if (all.put(method, rule) != null) {
            throw new InvalidRuleException(from, "another class has a rule for " + method + ". Remove one.");
        }
    }
}
