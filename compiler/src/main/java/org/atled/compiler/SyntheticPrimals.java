package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.analysis.Caught;
import org.atled.compiler.analysis.Entry;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.ExactReceivers;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.transform.BlankConstruction;
import org.atled.compiler.transform.ConstructorFactory;
import org.atled.compiler.transform.Dispatcher;
import org.atled.compiler.transform.RepeatedCalls;

/**
 * Primal methods that no class file holds, under names that no Java source has: factories in place of constructors, and
 * dispatchers in place of virtual calls.
 */
final class SyntheticPrimals {
    private static final String DISPATCH = "$dispatch";
    private static final String REFUSED = "$refused";

    private final ClassFiles classes;
    private final Map<MethodReference, Optional<Function>> factories = new HashMap<>();
    private final Map<MethodReference, Absence> refused = new HashMap<>();
    private final Map<Dispatch, MethodReference> names = new HashMap<>();
    private final Map<MethodReference, Function> dispatchers = new HashMap<>();
    private final Map<MethodReference, MethodReference> dispatched = new HashMap<>();

    private record Dispatch(Type receiver, MethodReference method, List<String> classes, List<String> others) {}

    SyntheticPrimals(ClassFiles classes) {
        this.classes = classes;
    }

    /** The factory of a constructor, empty if there is none. */
    Optional<MethodReference> factory(MethodReference constructor) {
        return factories.computeIfAbsent(constructor, this::makeFactory).map(Function::name);
    }

    /** Why a constructor has no factory. */
    Absence refusal(MethodReference constructor) {
        return refused.get(constructor);
    }

    static boolean isFactory(MethodReference method) {
        return Caught.original(method).name().equals(ConstructorFactory.NAME);
    }

    boolean isDispatcher(MethodReference method) {
        return dispatched.containsKey(method) || Entry.isOne(method);
    }

    /** What the source calls where a synthetic method is called; the method itself if it is not synthetic. */
    MethodReference source(MethodReference method) {
        return isFactory(method)
                ? ConstructorFactory.constructor(method)
                : dispatched.getOrDefault(method, Entry.method(method));
    }

    private Optional<Function> makeFactory(MethodReference constructor) {
        Optional<Function> lifted = classes.lift(constructor);
        if (lifted.isEmpty()) {
            return Optional.empty();
        }
        ConstructorCallees callees = new ConstructorCallees();
        ConstructorFactory.Result result = ConstructorFactory.of(lifted.get(), callees);
        Optional<String> obstacle = result instanceof ConstructorFactory.Refused refusal
                ? Optional.of(refusal.reason())
                : RepeatedCalls.obstacle((ConstructorFactory.Made) result, callees);
        if (obstacle.isEmpty()) {
            return Optional.of(((ConstructorFactory.Made) result).function());
        }
        Optional<Function> once = BlankConstruction.of(lifted.get(), callees);
        if (once.isEmpty()) {
            refuse(constructor, obstacle.get());
        }
        return once;
    }

    private void refuse(MethodReference constructor, String reason) {
        refused.put(
                constructor,
                new Absence(
                        "AtledConstructor",
                        "cannot be repeated to follow what goes into its fields: " + reason,
                        "Let the constructor only set fields, and do the rest in a method called afterwards."));
    }

    /** The static method that calls a method of receivers of these classes, and refuses to for the others. */
    MethodReference dispatcher(Type receiver, Op.Invoke call, List<String> receivers, List<String> others) {
        return names.computeIfAbsent(new Dispatch(receiver, call.method(), receivers, others), key -> {
            List<Type> parameters = new ArrayList<>(List.of(receiver));
            parameters.addAll(call.method().parameters());
            MethodReference name = new MethodReference(
                    receiver.internalName(),
                    call.method().name() + DISPATCH + names.size(),
                    Type.methodDescriptor(parameters, call.method().result()));
            dispatchers.put(name, Dispatcher.apply(name, call, receivers, others));
            dispatched.put(name, call.method());
            return name;
        });
    }

    /** The static method that throws in the place of a method. */
    MethodReference refusal(MethodReference method, boolean isStatic) {
        List<Type> parameters = new ArrayList<>(isStatic ? List.of() : List.of(Type.ofClassEntry(method.owner())));
        parameters.addAll(method.parameters());
        MethodReference name = new MethodReference(
                method.owner(), method.name() + REFUSED, Type.methodDescriptor(parameters, method.result()));
        dispatchers.computeIfAbsent(name, key -> Dispatcher.refusal(key, method));
        dispatched.put(name, method);
        return name;
    }

    /** The code of a synthetic method, before preparation; empty if this is none. */
    Optional<Function> find(MethodReference method) {
        if (isFactory(method)) {
            return factories.computeIfAbsent(ConstructorFactory.constructor(method), this::makeFactory);
        }
        return Entry.isOne(method) ? Optional.of(entry(method)) : Optional.ofNullable(dispatchers.get(method));
    }

    private Function entry(MethodReference name) {
        MethodReference method = Entry.method(name);
        boolean isInterface = classes.hierarchy().isInterface(method.owner());
        Op.InvokeKind kind = isInterface ? Op.InvokeKind.INTERFACE : Op.InvokeKind.VIRTUAL;
        return Dispatcher.entry(name, new Op.Invoke(kind, method, isInterface), classes.firstLine(method));
    }

    private final class ConstructorCallees implements ConstructorFactory.Callees {
        private final ExactReceivers receivers = new ExactReceivers(classes);

        @Override
        public Optional<Function> find(Op.Invoke call, String receiver) {
            return receivers.find(call, receiver);
        }

        @Override
        public List<String> receivers(Type type) {
            return type.isArray() || type.equals(Type.NULL) ? List.of() : classes.concreteSubtypes(type);
        }

        @Override
        public boolean isFixed(MethodReference method) {
            return classes.isFixed(method);
        }

        @Override
        public FieldReference declared(FieldReference named) {
            return receivers.declared(named);
        }
    }
}
