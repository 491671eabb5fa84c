package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.analysis.Carriers;
import org.atled.compiler.analysis.Caught;
import org.atled.compiler.analysis.Entry;
import org.atled.compiler.analysis.ObjectLayout;
import org.atled.compiler.analysis.Primals;
import org.atled.compiler.analysis.Slot;
import org.atled.compiler.analysis.Specialization;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.bytecode.DeclaredFields;
import org.atled.compiler.bytecode.FieldLayouts;
import org.atled.compiler.bytecode.UnreadableClassException;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;
import org.atled.compiler.rule.Substitutes;
import org.atled.compiler.transform.CatchEverything;
import org.atled.compiler.transform.CheckReceiver;
import org.atled.compiler.transform.LongLoops;
import org.atled.compiler.transform.Widths;

/**
 * Primal methods, lifted and prepared once each. Plain ones show where in the user's source something is; with small
 * methods inlined they make faster derivatives.
 */
final class Preparation implements Primals {
    private static final Type THROWABLE = Type.object("java/lang/Throwable");
    private static final Type ENUM = Type.object("java/lang/Enum");

    private final ClassFiles classes;
    private final SyntheticPrimals synthetic;
    private final NestedDerivatives nested;
    private final Pipeline pipeline;
    private final FieldKinds fields;
    private final boolean inlines;
    private final InlinableMethods inlinable;
    private final Rules rules;
    private final Map<MethodReference, Optional<Function>> functions = new HashMap<>();
    private final Map<MethodReference, Absence> absences = new HashMap<>();
    /** {@code null} if none are taken apart. */
    private final LongLoops loops;

    private Preparation(ClassFiles classes, Rules rules, Pipeline pipeline, boolean inlines, NestedDerivatives nested) {
        this.rules = rules;
        this.classes = classes;
        this.synthetic = new SyntheticPrimals(classes);
        this.nested = nested;
        this.pipeline = pipeline;
        this.fields = new DeclaredFields(classes);
        this.inlines = inlines;
        this.inlinable = new InlinableMethods(classes, rules);
        this.loops = null;
    }

    private Preparation(Preparation other, LongLoops loops) {
        this.rules = other.rules;
        this.classes = other.classes;
        this.synthetic = other.synthetic;
        this.nested = other.nested;
        this.pipeline = other.pipeline;
        this.fields = other.fields;
        this.inlines = other.inlines;
        this.inlinable = other.inlinable;
        this.functions.putAll(other.functions);
        this.absences.putAll(other.absences);
        this.loops = loops;
    }

    /** The same with loops taken apart. */
    Preparation with(LongLoops apart) {
        return new Preparation(this, apart);
    }

    static Preparation plain(ClassFiles classes, Rules rules, Pipeline pipeline) {
        return plain(classes, rules, pipeline, new NestedDerivatives(classes, rules, pipeline));
    }

    static Preparation plain(ClassFiles classes, Rules rules, Pipeline pipeline, NestedDerivatives nested) {
        return new Preparation(classes, rules, pipeline, false, nested);
    }

    static Preparation inlined(ClassFiles classes, Rules rules, Pipeline pipeline) {
        return inlined(classes, rules, pipeline, new NestedDerivatives(classes, rules, pipeline));
    }

    /** For a derivative that is made because of another one. */
    static Preparation inlined(ClassFiles classes, Rules rules, Pipeline pipeline, NestedDerivatives nested) {
        return new Preparation(classes, rules, pipeline, true, nested);
    }

    NestedDerivatives nested() {
        return nested;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public Optional<Function> find(MethodReference method) {
        Optional<Function> apart = apart(method);
        if (apart.isPresent()) {
            return apart;
        }
        Optional<Function> known = functions.get(method);
        if (known == null) {
            known = prepare(method);
            functions.put(method, known);
        }
        return known;
    }

    private Optional<Function> apart(MethodReference method) {
        return loops == null ? Optional.empty() : loops.find(method);
    }

    private Optional<Function> prepare(MethodReference method) {
        try {
            Optional<Function> lifted = lift(method);
            if (lifted.isEmpty()) {
                absences.put(method, why(method));
                return Optional.empty();
            }
            return Optional.of(
                    pipeline.prepare(lifted.get(), rules, (call, receiver) -> inlinable(method, call, receiver)));
        } catch (UnreadableClassException unreadable) {
            absences.put(method, Absence.unreadable(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Function> lift(MethodReference method) {
        MethodReference original = Caught.original(method);
        Optional<Function> lifted = apart(original)
                .or(() -> synthetic.find(original))
                .or(() -> nested.find(original))
                .or(() -> code(original))
                .map(CheckReceiver::apply)
                .map(this::alongOneDirection);
        return Caught.isVariant(method) ? lifted.map(CatchEverything::apply) : lifted;
    }

    /** What class files say that a method computes, or what is differentiated in its place. */
    private Optional<Function> code(MethodReference method) {
        Optional<MethodReference> solution = classes.solution(method);
        if (solution.isEmpty()) {
            return classes.lift(method);
        }
        return classes.lift(solution.get()).map(code -> new Function(method, classes.isStatic(method), code.blocks()));
    }

    /** Code along several directions is not differentiated again: it would be longer still. */
    private Function alongOneDirection(Function function) {
        return Widths.one(function, nested::isWidth);
    }

    private Optional<Function> inlinable(MethodReference caller, Op.Invoke call, Type receiver) {
        // What is kept of a body would be on the tape whichever class the receiver is of.
        return inlines && !isDispatcher(caller) && !nested.isCore(call.method())
                ? inlinable
                        .find(call, receiver, caller.owner())
                        .map(body -> Pipeline.substitute(alongOneDirection(body), rules))
                : Optional.empty();
    }

    private Absence why(MethodReference method) {
        if (!classes.hasClass(method.owner())) {
            return Absence.MISSING_CLASS;
        }
        if (!classes.hasMethod(method)) {
            return Absence.MISSING_METHOD;
        }
        if (classes.solution(method).isPresent()) {
            return Absence.UNWRITTEN_SOLUTION;
        }
        return classes.isNative(method) ? Absence.NATIVE : Absence.ABSTRACT;
    }

    @Override
    public Absence absence(MethodReference method) {
        if (!absences.containsKey(method)) {
            find(method);
        }
        return absences.get(method);
    }

    @Override
    public Optional<Slot> slot(FieldReference field) {
        if (classes.hierarchy().isSubtype(Type.object(field.owner()), ENUM)) {
            return Optional.empty();
        }
        return classes.layouts()
                .find(field.owner(), field.name(), field.type())
                .map(found -> slot(found, fields.of(field) == FieldKinds.Kind.FINAL));
    }

    private static Slot slot(FieldLayouts.Field found, boolean isFinal) {
        return new Slot(found.owner() + "." + found.name(), found.index(), found.isConstant(), isFinal);
    }

    @Override
    public ObjectLayout layout(String internalName) {
        List<FieldLayouts.Field> fields = classes.layouts().of(internalName);
        return new ObjectLayout(FieldLayouts.count(fields, true), FieldLayouts.count(fields, false));
    }

    @Override
    public Optional<MethodReference> select(String internalName, MethodReference method) {
        return classes.isFixed(method)
                ? classes.resolve(method)
                : classes.resolve(new MethodReference(internalName, method.name(), method.descriptor()));
    }

    @Override
    public boolean isFixed(MethodReference method) {
        return classes.isFixed(method);
    }

    @Override
    public boolean isOfInterface(MethodReference method) {
        return classes.hierarchy().isInterface(method.owner());
    }

    @Override
    public List<String> implementations(Type type) {
        List<String> found = new ArrayList<>(classes.concreteSubtypes(type));
        found.removeIf(each -> Carriers.isOfJdk(each) || Substitutes.isOne(each));
        return found;
    }

    @Override
    public List<String> projectLambdas(Type type) {
        List<String> found = new ArrayList<>(classes.projectLambdas(type));
        found.removeIf(each -> isOfAtled(classes.enclosing(each)));
        return found;
    }

    @Override
    public boolean knowsProjectLambdas() {
        return classes.home().filter(classes::canEdit).isPresent();
    }

    /** Where Atled itself is built, its classes are in a directory too. */
    private static boolean isOfAtled(String internalName) {
        return internalName.startsWith("org/atled/runtime/") || Substitutes.isOne(internalName);
    }

    @Override
    public Set<String> heldByArguments(MethodReference method) {
        return classes.heldByArguments(source(method));
    }

    @Override
    public Set<String> heldBy(FieldReference field) {
        return classes.heldBy(field);
    }

    @Override
    public Set<String> heldBy(String internalName) {
        return classes.heldBy(internalName);
    }

    @Override
    public boolean isSubtype(String internalName, Type type) {
        return classes.hierarchy().isSubtype(Type.object(internalName), type);
    }

    @Override
    public Optional<MethodReference> factory(MethodReference constructor) {
        Optional<MethodReference> factory = synthetic.factory(constructor);
        Absence refusal = synthetic.refusal(constructor);
        if (refusal != null) {
            absences.put(constructor, refusal);
        }
        return factory;
    }

    @Override
    public boolean isFactory(MethodReference method) {
        return SyntheticPrimals.isFactory(method);
    }

    /** What to differentiate for a method that a companion asks for. */
    Specialization root(CompanionClass.CoreMethod core) {
        MethodReference method = entry(core.primal());
        boolean isStatic = !method.equals(core.primal()) || classes.isStatic(method);
        return new Specialization(method, isStatic, core.active());
    }

    /** An annotated method or, if a class of the project overrides it, its {@link Entry}. */
    private MethodReference entry(MethodReference method) {
        if (!classes.hasMethod(method) || classes.isStatic(method) || isFixed(method)) {
            return method;
        }
        boolean isOverridden = implementations(Type.ofClassEntry(method.owner())).stream()
                .anyMatch(each -> select(each, method)
                        .filter(selected -> !selected.equals(method))
                        .isPresent());
        return isOverridden ? Entry.of(method) : method;
    }

    /** The classes that objects with this method are known to be of, but for the one that declares it. */
    List<String> subclasses(MethodReference method) {
        List<String> found = implementations(Type.ofClassEntry(method.owner()));
        found.remove(method.owner());
        return found;
    }

    @Override
    public MethodReference dispatcher(Type receiver, Op.Invoke call, List<String> receivers, List<String> others) {
        return synthetic.dispatcher(receiver, call, receivers, others);
    }

    @Override
    public MethodReference refusal(MethodReference method, boolean isStatic) {
        return synthetic.refusal(method, isStatic);
    }

    @Override
    public String parameterName(MethodReference method, int index) {
        MethodReference source = source(method);
        boolean hasReceiver = !source.name().equals("<init>") && !classes.isStatic(source);
        if (hasReceiver && index == 0) {
            return "this";
        }
        int place = hasReceiver ? index - 1 : index;
        return classes.parameterName(source, place).orElse("number " + (place + 1));
    }

    /** The method of a class file that a primal stands for: what it catches, makes or dispatches to. */
    MethodReference source(MethodReference method) {
        return synthetic.source(original(method));
    }

    /** The method that one is a variant or a part of. */
    MethodReference original(MethodReference method) {
        MethodReference original = Caught.original(method);
        return loops == null ? original : loops.source(original);
    }

    boolean isDispatcher(MethodReference method) {
        return synthetic.isDispatcher(method);
    }

    @Override
    public boolean isSynchronized(MethodReference method) {
        return classes.isSynchronized(Caught.original(method));
    }

    @Override
    public int line(MethodReference method) {
        return classes.firstLine(source(method));
    }

    @Override
    public boolean isLambda(String internalName) {
        return classes.isLambdaClass(internalName) || Substitutes.isOne(internalName);
    }

    @Override
    public boolean isOfProject(String internalName) {
        return classes.project().contains(internalName);
    }

    @Override
    public boolean isThrowable(String internalName) {
        return classes.hierarchy().isSubtype(Type.object(internalName), THROWABLE);
    }
}
