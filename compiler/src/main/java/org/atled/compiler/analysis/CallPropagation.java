package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;
import org.atled.compiler.rule.Alias;
import org.atled.compiler.rule.Partial;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.rule.StructuralRule;

/** Carries activity through calls, and decides how each call is treated. */
final class CallPropagation {
    private final ActivityFacts facts;
    private final ControlFlow flow;
    private final Closure closure;
    private final Rules rules;
    private final CalleeChoice callees;
    private final TextPropagation texts;
    private final Observers observers;
    private final Instruction made;
    private final Set<Value> madeHere;
    private final Set<Instruction> guarded = Collections.newSetFromMap(new IdentityHashMap<>());

    CallPropagation(ActivityFacts facts, ControlFlow flow, Closure closure) {
        this.facts = facts;
        this.flow = flow;
        this.closure = closure;
        this.rules = closure.primals().rules();
        this.texts = new TextPropagation(facts, closure);
        this.observers = new Observers(facts, closure);
        this.callees = new CalleeChoice(facts, flow, closure, texts);
        this.made = made();
        this.madeHere = MadeHere.in(flow, rules);
        flow.reversePostorder().stream()
                .filter(block -> !block.handlers().isEmpty())
                .forEach(block -> guarded.addAll(block.instructions()));
    }

    /** In a factory, the creation of the real object. */
    private Instruction made() {
        return closure.primals().isFactory(facts.method)
                ? flow.reversePostorder().stream()
                        .flatMap(block -> block.instructions().stream())
                        .filter(each -> each.op() instanceof Op.Create)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** A constant that is read. */
    void comeIn(FieldReference constant) {
        closure.comeIn(constant);
    }

    TextPropagation texts() {
        return texts;
    }

    Observers observers() {
        return observers;
    }

    ControlFlow flow() {
        return flow;
    }

    /** An active value is stored into an array. */
    void storeActive(Value array, Instruction instruction) {
        if (!madeHere.contains(array)) {
            facts.note(facts.region(array).markActiveStore(facts.site(instruction)));
        }
    }

    void visit(Instruction instruction, Op.Invoke invoke) {
        MethodReference method = invoke.method();
        var scalar = rules.of(method);
        var structural = rules.structural(method);
        if (scalar.isPresent()) {
            boolean active = scalar.get().partials().stream()
                    .anyMatch(partial -> facts.isActive(instruction.operand(partial.operand())));
            if (active) {
                facts.vary(instruction.result());
            }
            facts.treatments.put(instruction, new Treatment.Scalar(scalar.get()));
        } else if (structural.isPresent()) {
            structural(instruction, structural.get());
        } else if (isHarmless(method, rules)) {
            texts.make(instruction);
            observers.look(instruction);
            leave(instruction, method);
        } else {
            call(instruction, invoke);
        }
    }

    /** The end of a catching variant, if it is one: what it holds is lost sight of until a handler gets it. */
    private void leave(Instruction instruction, MethodReference method) {
        if (method.equals(Caught.PUT) && facts.region(instruction.operand(0)).isBoxed()) {
            closure.throwHolder();
        }
    }

    /** An exception caught is one that was thrown somewhere. */
    void catchAny(Value exception) {
        texts.caught(exception);
        if (closure.throwsHolders()) {
            facts.note(facts.region(exception).markBoxed());
        }
    }

    /** Whether active values may go there and nothing comes back: printing, formatting, comparing. */
    static boolean isHarmless(MethodReference method, Rules rules) {
        return isObserver(method) || rules.isSink(method) || rules.isInactive(method);
    }

    /** Whether this is a method of every object that looks at it and gives nothing active back. */
    private static boolean isObserver(MethodReference method) {
        return method.name().equals("getClass") && method.parameters().isEmpty() || Observers.isOne(method);
    }

    /** Whether this is the constructor of an exception: what it is given is for the message, and ends there. */
    static boolean makesThrowable(MethodReference method, Primals primals) {
        return method.name().equals("<init>") && primals.isThrowable(method.owner());
    }

    private void structural(Instruction instruction, StructuralRule rule) {
        if (instruction.operands().size() > 1) {
            observers.look(instruction);
        }
        List<Value> operands = instruction.operands();
        rule.aliases().forEach(alias -> unify(instruction, alias));
        List<Region> written = new ArrayList<>();
        rule.writes().forEach(operand -> written.add(facts.region(operands.get(operand))));
        written.forEach(region -> facts.note(region.markWritten(Region.ELEMENTS)));
        if (instruction.result() != null && instruction.result().type().isReference()) {
            written.add(facts.region(instruction.result()));
        }
        boolean active = rule.movesNumbers() && operands.stream().anyMatch(facts::isActive);
        if (active) {
            written.forEach(region -> facts.note(region.activate()));
            if (!isOfAtled(rule)) {
                // It may write what it likes into the shadow of an object.
                closure.variedFields().addAll();
            }
        }
        if (isAnySourceActive(instruction, rule)) {
            rule.writes().forEach(operand -> storeActive(operands.get(operand), instruction));
        }
        if (active
                && instruction.result() != null
                && instruction.result().type().isFloating()) {
            facts.vary(instruction.result());
        }
        facts.treatments.put(
                instruction,
                active || isActive(instruction, rule) ? new Treatment.Structural(rule) : new Treatment.Untouched());
    }

    private static boolean isOfAtled(StructuralRule rule) {
        return Stream.of(rule.shadow(), rule.pushforward(), rule.pullback())
                .flatMap(Optional::stream)
                .allMatch(each -> each.method().owner().startsWith("org/atled/rules/"));
    }

    /** Whether a shadow has to follow what the primal does. */
    private boolean isActive(Instruction instruction, StructuralRule rule) {
        return instruction.result() != null && facts.isActive(instruction.result())
                || rule.writes().stream().anyMatch(operand -> facts.isActive(instruction.operand(operand)))
                || rule.aliases().stream()
                        .flatMap(alias -> Stream.of(alias.one(), alias.other()))
                        .anyMatch(place -> facts.isActive(at(instruction, place)));
    }

    /** Whether what is written to the operands it writes may be active. */
    private boolean isAnySourceActive(Instruction instruction, StructuralRule rule) {
        if (!rule.movesNumbers()) {
            return rule.aliases().stream()
                    .filter(alias -> rule.writes().contains(alias.one().operand()))
                    .map(Alias::other)
                    .anyMatch(place -> place.operand() != Partial.RESULT && facts.isActive(at(instruction, place)));
        }
        for (int i = 0; i < instruction.operands().size(); i++) {
            if (!rule.writes().contains(i) && facts.isActive(instruction.operand(i))) {
                return true;
            }
        }
        return false;
    }

    private void unify(Instruction instruction, Alias alias) {
        Optional<Region> one = region(instruction, alias.one());
        Optional<Region> other = region(instruction, alias.other());
        if (one.isPresent() && other.isPresent()) {
            facts.unify(one.get(), other.get());
        }
    }

    /** What is at a place, unless it is the elements of an array that are no references. */
    private Optional<Region> region(Instruction instruction, Alias.Place place) {
        Value value = at(instruction, place);
        if (!place.isElement()) {
            return Optional.of(facts.region(value));
        }
        return value.type().isArray() && !Carriers.mayHoldReferences(value.type())
                ? Optional.empty()
                : Optional.of(facts.region(value).pointee());
    }

    private static Value at(Instruction instruction, Alias.Place place) {
        return place.operand() == Partial.RESULT ? instruction.result() : instruction.operand(place.operand());
    }

    private void call(Instruction instruction, Op.Invoke invoke) {
        Optional<Specialization> callee = callees.of(instruction, invoke).map(found -> caught(instruction, found));
        if (callee.isEmpty() && mayBeAnalyzedLater(instruction, invoke)) {
            facts.treatments.put(instruction, new Treatment.Untouched());
        } else if (callee.isEmpty()) {
            opaque(instruction, invoke.method());
        } else {
            analyzed(instruction, callee.get());
        }
    }

    private Specialization caught(Instruction instruction, Specialization callee) {
        return guarded.contains(instruction) ? callee.catching() : callee;
    }

    private boolean mayBeAnalyzedLater(Instruction instruction, Op.Invoke invoke) {
        boolean isInactive = Carriers.isOfJdk(invoke.method().owner())
                && instruction.operands().stream().noneMatch(facts::isActive);
        boolean isDispatched = invoke.kind() == Op.InvokeKind.VIRTUAL || invoke.kind() == Op.InvokeKind.INTERFACE;
        return !closure.isSettled() && (isInactive || isDispatched);
    }

    /** {@code new T(…)}. */
    void create(Instruction instruction, Op.Create creation) {
        Optional<StructuralRule> rule = rules.structural(creation.constructor());
        if (rule.isPresent()) {
            structural(instruction, rule.get());
            return;
        }
        if (instruction == made) {
            facts.treatments.put(instruction, new Treatment.Created());
            return;
        }
        Optional<Specialization> callee = callees.of(instruction, creation).map(found -> caught(instruction, found));
        if (closure.primals().isLambda(creation.constructor().owner())) {
            facts.note(facts.region(instruction.result()).markFunction());
        }
        if (callee.isEmpty()) {
            facts.treatments.put(instruction, new Treatment.Untouched());
            leakOperands(instruction);
            made(instruction, creation.constructor());
            boolean isThrowable = makesThrowable(creation.constructor(), closure.primals());
            if (isThrowable) {
                texts.makeThrowable(instruction, instruction.result());
            } else {
                texts.opaque(instruction, creation.constructor());
            }
            if (isThrowable && instruction.operands().stream().anyMatch(this::isHeld)) {
                facts.note(facts.region(instruction.result()).markBoxed());
            } else if (!isThrowable) {
                loseOperands(instruction);
            }
        } else {
            analyzed(instruction, callee.get());
        }
    }

    /** What a constructor that is not analysed makes of an object may be changed wherever it put it. */
    private void made(Instruction instruction, MethodReference constructor) {
        if (!Carriers.isOfJdk(constructor.owner()) && !makesThrowable(constructor, closure.primals())) {
            facts.note(facts.region(instruction.result()).leak());
            closure.instantiateBy(constructor);
        }
    }

    private void analyzed(Instruction instruction, Specialization callee) {
        Summary summary = closure.summary(callee, facts.site(instruction));
        new SummaryMapping(summary, instruction, facts, madeHere).apply();
        boolean active = summary.resultActive()
                || summary.nodes().stream().anyMatch(Summary.Node::active)
                || callee.hasActiveParameter();
        boolean returnsShadow =
                summary.result() >= 0 && summary.nodes().get(summary.result()).active();
        Treatment treatment;
        if (summary.makesFunctions()) {
            treatment = new Treatment.Differentiated(callee, returnsShadow);
        } else if (!active) {
            treatment = new Treatment.Untouched();
        } else {
            treatment = summary.isPassive() && !closure.isDispatcher(callee.method())
                    ? new Treatment.Passive(callee)
                    : new Treatment.Differentiated(callee, returnsShadow);
        }
        facts.treatments.put(instruction, treatment);
        if (summary.loses()) {
            facts.lose();
        }
    }

    private void loseOperands(Instruction instruction) {
        if (instruction.operands().stream().anyMatch(each -> facts.isActive(each) || texts.isText(each))) {
            facts.lose();
        }
    }

    private void leakOperands(Instruction instruction) {
        for (Value operand : instruction.operands()) {
            if (operand.type().isReference() && operand.type() != Type.NULL) {
                facts.note(facts.region(operand).leak());
            }
        }
    }

    /** A call of code that is not analysed: what it gets it may write and keep, what it returns is a constant. */
    private void opaque(Instruction instruction, MethodReference method) {
        leakOperands(instruction);
        if (!makesThrowable(method, closure.primals())) {
            loseOperands(instruction);
        }
        if (instruction.result() != null && instruction.result().type().isReference()) {
            Region region = facts.region(instruction.result());
            if (Carriers.mayHoldNumbers(instruction.result().type())) {
                facts.note(region.leak());
                facts.note(region.markConstant("the array returned by " + Naming.of(method)));
            }
        }
        if (makesThrowable(method, closure.primals())) {
            texts.makeThrowable(instruction, instruction.operand(0));
        } else {
            texts.opaque(instruction, method);
        }
        if (makesThrowable(method, closure.primals())
                && instruction.operands().stream().anyMatch(this::isHeld)) {
            facts.note(facts.region(instruction.operand(0)).markBoxed());
        }
        facts.treatments.put(instruction, new Treatment.Untouched());
    }

    /** Whether an object made with this value holds an active one. */
    private boolean isHeld(Value value) {
        return facts.isActive(value)
                || value.type().isReference() && facts.region(value).isBoxed();
    }
}
