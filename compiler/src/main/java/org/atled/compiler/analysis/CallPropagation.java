package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final MethodReference BOX_DOUBLE =
            new MethodReference("java/lang/Double", "valueOf", "(D)Ljava/lang/Double;");
    private static final MethodReference BOX_FLOAT =
            new MethodReference("java/lang/Float", "valueOf", "(F)Ljava/lang/Float;");

    private final ActivityFacts facts;
    private final ControlFlow flow;
    private final Closure closure;
    private final Rules rules;
    private final Set<Value> madeHere;
    private final Set<Instruction> guarded = Collections.newSetFromMap(new IdentityHashMap<>());

    CallPropagation(ActivityFacts facts, ControlFlow flow, Closure closure) {
        this.facts = facts;
        this.flow = flow;
        this.closure = closure;
        this.rules = closure.primals().rules();
        this.madeHere = MadeHere.in(flow, rules);
        flow.reversePostorder().stream()
                .filter(block -> !block.handlers().isEmpty())
                .forEach(block -> guarded.addAll(block.instructions()));
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
        } else if (isBoxing(method)) {
            if (facts.isActive(instruction.operand(0))) {
                facts.note(facts.region(instruction.result()).markBoxed());
            }
        } else if (isHarmless(method, rules)) {
            carryText(instruction);
            leave(instruction, method);
        } else {
            call(instruction, invoke);
        }
    }

    /** Text that is made of active numbers, or of such text; a builder is the text it holds. */
    void carryText(Instruction instruction) {
        if (instruction.operands().stream().anyMatch(this::isRead)) {
            boolean appends = instruction.op() instanceof Op.Invoke invoke && invoke.kind() == Op.InvokeKind.VIRTUAL;
            if (appends && instruction.operand(0).type().isReference()) {
                facts.note(facts.region(instruction.operand(0)).markText());
            }
            if (instruction.result() != null && instruction.result().type().isReference()) {
                facts.note(facts.region(instruction.result()).markText());
            }
        }
    }

    /** Whether a text made of this value has active numbers in it. */
    private boolean isRead(Value value) {
        boolean isActive = facts.isActive(value);
        return isActive
                || value.type().isReference()
                        && (facts.region(value).isBoxed() || facts.region(value).isText());
    }

    /** The end of a catching variant, if it is one: what it holds is lost sight of until a handler gets it. */
    private void leave(Instruction instruction, MethodReference method) {
        if (method.equals(Caught.PUT) && facts.region(instruction.operand(0)).isBoxed()) {
            closure.throwHolder();
        }
    }

    /** An exception caught is one that was thrown somewhere. */
    void catchAny(Value exception) {
        if (closure.throwsHolders()) {
            facts.note(facts.region(exception).markBoxed());
        }
    }

    static boolean isBoxing(MethodReference method) {
        return method.equals(BOX_DOUBLE) || method.equals(BOX_FLOAT);
    }

    /** Whether active values may go there and nothing comes back: printing, formatting, comparing. */
    static boolean isHarmless(MethodReference method, Rules rules) {
        return rules.isSink(method) || rules.isInactive(method);
    }

    /** Whether this is the constructor of an exception: what it is given is for the message, and ends there. */
    static boolean makesThrowable(MethodReference method, Primals primals) {
        return method.name().equals("<init>") && primals.isThrowable(method.owner());
    }

    private void structural(Instruction instruction, StructuralRule rule) {
        List<Value> operands = instruction.operands();
        rule.aliases().forEach(alias -> unify(instruction, alias));
        List<Region> written = new ArrayList<>();
        rule.writes().forEach(operand -> written.add(facts.region(operands.get(operand))));
        written.forEach(region -> facts.note(region.markWritten()));
        if (instruction.result() != null && instruction.result().type().isReference()) {
            written.add(facts.region(instruction.result()));
        }
        boolean active = rule.movesNumbers() && operands.stream().anyMatch(facts::isActive);
        if (active) {
            written.forEach(region -> facts.note(region.activate()));
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
        Optional<Specialization> callee =
                callee(instruction, invoke).map(found -> guarded.contains(instruction) ? found.catching() : found);
        if (callee.isEmpty()) {
            opaque(instruction, invoke);
            return;
        }
        Summary summary = closure.summary(callee.get(), facts.site(instruction));
        apply(summary, instruction);
        boolean active = summary.resultActive()
                || summary.nodes().stream().anyMatch(Summary.Node::active)
                || callee.get().hasActiveParameter();
        boolean returnsShadow =
                summary.result() >= 0 && summary.nodes().get(summary.result()).active();
        facts.treatments.put(
                instruction,
                active ? new Treatment.Differentiated(callee.get(), returnsShadow) : new Treatment.Untouched());
    }

    /** The specialization this calls, if its code is to be analysed. */
    private Optional<Specialization> callee(Instruction instruction, Op.Invoke invoke) {
        if (invoke.kind() != Op.InvokeKind.STATIC
                || rules.forbidden(invoke.method()).isPresent()) {
            return Optional.empty();
        }
        List<Boolean> active = new ArrayList<>();
        instruction.operands().forEach(operand -> active.add(facts.isActive(operand)));
        Specialization callee = new Specialization(invoke.method(), active);
        boolean seesMemory = !invoke.method().owner().startsWith("java/")
                && (instruction.operands().stream().anyMatch(CallPropagation::mayHoldNumbers)
                        || instruction.result() != null && mayHoldNumbers(instruction.result()));
        boolean worthwhile = callee.hasActiveParameter() || seesMemory;
        return worthwhile && closure.canAnalyze(invoke.method()) ? Optional.of(callee) : Optional.empty();
    }

    private static boolean mayHoldNumbers(Value value) {
        return value.type().isReference() && Carriers.mayHoldNumbers(value.type());
    }

    /** A call of code that is not analysed: what it gets it may write and keep, what it returns is a constant. */
    private void opaque(Instruction instruction, Op.Invoke invoke) {
        for (Value operand : instruction.operands()) {
            if (operand.type().isReference() && operand.type() != Type.NULL) {
                facts.note(facts.region(operand).leak());
            }
        }
        if (instruction.result() != null && instruction.result().type().isReference()) {
            Region region = facts.region(instruction.result());
            facts.note(region.leak());
            facts.note(region.markConstant("the array returned by " + Naming.of(invoke.method())));
            if (instruction.operands().stream().anyMatch(this::isText)) {
                facts.note(region.markText());
            }
        }
        if (makesThrowable(invoke.method(), closure.primals())
                && instruction.operands().stream().anyMatch(this::isHeld)) {
            facts.note(facts.region(instruction.operand(0)).markBoxed());
        }
        facts.treatments.put(instruction, new Treatment.Untouched());
    }

    private boolean isText(Value value) {
        return value.type().isReference() && facts.region(value).isText();
    }

    /** Whether an object made with this value holds an active one. */
    private boolean isHeld(Value value) {
        return value.type().isReference() ? facts.region(value).isBoxed() : facts.isActive(value);
    }

    private void apply(Summary summary, Instruction instruction) {
        Map<Integer, Region> mapped = new HashMap<>();
        for (int i = 0; i < summary.parameters().size(); i++) {
            int node = summary.parameters().get(i);
            if (node >= 0) {
                map(summary, node, facts.region(instruction.operand(i)), mapped, instruction);
            }
        }
        if (instruction.result() != null && summary.result() >= 0) {
            map(summary, summary.result(), facts.region(instruction.result()), mapped, instruction);
        } else if (instruction.result() != null && summary.resultActive()) {
            facts.vary(instruction.result());
        }
    }

    private void map(Summary summary, int index, Region region, Map<Integer, Region> mapped, Instruction instruction) {
        Region known = mapped.putIfAbsent(index, region);
        if (known != null) {
            facts.unify(known, region);
            return;
        }
        Summary.Node node = summary.nodes().get(index);
        if (node.active()) {
            facts.note(region.activate());
        }
        if (node.written()) {
            facts.note(region.markWritten());
        }
        if (node.leaked()) {
            facts.note(region.leak());
        }
        if (node.activeStore() != null && !isOnlyMadeHere(summary, index, instruction)) {
            facts.note(region.markActiveStore(node.activeStore()));
        }
        if (node.boxed()) {
            facts.note(region.markBoxed());
        }
        if (node.text()) {
            facts.note(region.markText());
        }
        if (node.constant() != null) {
            facts.note(region.markConstant(node.constant()));
        }
        if (node.pointee() >= 0) {
            map(summary, node.pointee(), region.pointee(), mapped, instruction);
        }
    }

    /** Whether all that a region of the callee stands for in this call are arrays made here. */
    private boolean isOnlyMadeHere(Summary summary, int index, Instruction instruction) {
        for (int i = 0; i < summary.parameters().size(); i++) {
            if (summary.parameters().get(i) == index && !madeHere.contains(instruction.operand(i))) {
                return false;
            }
        }
        return summary.nodes().stream().noneMatch(node -> node.pointee() == index);
    }
}
