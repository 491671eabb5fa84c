package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atled.compiler.analysis.Absence;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.transform.ConstructorFactory;
import org.atled.compiler.transform.Dispatcher;

/**
 * Primal methods that no class file holds, under names that no Java source has: factories in place of constructors, and
 * dispatchers in place of virtual calls.
 */
final class SyntheticPrimals {
    private static final String DISPATCH = "$dispatch";

    private final ClassFiles classes;
    private final Map<MethodReference, Optional<Function>> factories = new HashMap<>();
    private final Map<MethodReference, Absence> refused = new HashMap<>();
    private final Map<Dispatch, MethodReference> names = new HashMap<>();
    private final Map<MethodReference, Function> dispatchers = new HashMap<>();

    private record Dispatch(Type receiver, MethodReference method, List<String> classes) {}

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
        return method.name().equals(ConstructorFactory.NAME);
    }

    private Optional<Function> makeFactory(MethodReference constructor) {
        Optional<Function> lifted = classes.lift(constructor);
        if (lifted.isEmpty()) {
            return Optional.empty();
        }
        ConstructorFactory.Result result = ConstructorFactory.of(lifted.get(), new ConstructorCallees());
        if (result instanceof ConstructorFactory.Made made) {
            return Optional.of(made.function());
        }
        String reason = ((ConstructorFactory.Refused) result).reason();
        refused.put(
                constructor,
                new Absence(
                        "AtledConstructor",
                        "cannot be repeated to follow what goes into its fields: " + reason,
                        "Let the constructor only set fields, and do the rest in a method called afterwards."));
        return Optional.empty();
    }

    /** The static method that calls a method of receivers of these classes. */
    MethodReference dispatcher(Type receiver, Op.Invoke call, List<String> receivers) {
        return names.computeIfAbsent(new Dispatch(receiver, call.method(), receivers), key -> {
            List<Type> parameters = new ArrayList<>(List.of(receiver));
            parameters.addAll(call.method().parameters());
            MethodReference name = new MethodReference(
                    receiver.internalName(),
                    call.method().name() + DISPATCH + names.size(),
                    Type.methodDescriptor(parameters, call.method().result()));
            dispatchers.put(name, Dispatcher.apply(name, call, receivers));
            return name;
        });
    }

    /** The code of a synthetic method, before preparation; empty if this is none. */
    Optional<Function> find(MethodReference method) {
        if (isFactory(method)) {
            return factories.computeIfAbsent(ConstructorFactory.constructor(method), this::makeFactory);
        }
        return Optional.ofNullable(dispatchers.get(method));
    }

    private final class ConstructorCallees implements ConstructorFactory.Callees {
        @Override
        public Optional<Function> find(Op.Invoke call, String receiver) {
            boolean isVirtual = call.kind() == Op.InvokeKind.VIRTUAL || call.kind() == Op.InvokeKind.INTERFACE;
            MethodReference method = call.method();
            return isVirtual && !classes.isFixed(method)
                    ? classes.lift(new MethodReference(receiver, method.name(), method.descriptor()))
                    : classes.lift(method);
        }

        @Override
        public FieldReference declared(FieldReference named) {
            return classes.layouts()
                    .find(named.owner(), named.name(), named.type())
                    .map(field -> new FieldReference(field.owner(), field.name(), field.type()))
                    .orElse(named);
        }
    }
}
