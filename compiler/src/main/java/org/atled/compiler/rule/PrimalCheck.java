package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atled.compiler.ir.MethodReference;
import org.atled.rules.SinceJdk;

/** Checks that the method a rule is for exists, so that a misspelt name is found when rules are read. */
final class PrimalCheck {
    private PrimalCheck() {}

    /** Whether {@code owner} has a method of this signature, static unless it has a receiver. */
    static boolean exists(Class<?> owner, PrimalSignature primal) {
        return find(owner, primal)
                .filter(method -> method.equals(primal.in(owner)))
                .isPresent();
    }

    /** The method of {@code owner} with this name and these parameters, which may return a more special type. */
    static Optional<MethodReference> find(Class<?> owner, PrimalSignature primal) {
        if (owner.isArray()) {
            boolean isClone = primal.name().equals("clone") && primal.hasReceiver();
            return isClone ? Optional.of(primal.in(owner)) : Optional.empty();
        }
        Class<?>[] types = primal.declaredTypes().toArray(Class<?>[]::new);
        try {
            if (primal.isConstructor()) {
                owner.getConstructor(types);
                return Optional.of(primal.in(owner));
            }
            Method method = owner.getMethod(primal.name(), types);
            return Modifier.isStatic(method.getModifiers()) != primal.hasReceiver()
                            && primal.result().isAssignableFrom(method.getReturnType())
                    ? Optional.of(primal.in(owner, method.getReturnType()))
                    : Optional.empty();
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }

    /** Refuses a declared primal that none or not all of the classes have. */
    static void require(List<Class<?>> owners, Method declaration) {
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        owners.stream()
                .filter(owner -> !isFuture(declaration) && !exists(owner, primal))
                .forEach(owner -> refuse(owner.getName() + " has", declaration, primal));
    }

    /** Refuses a declared primal that none of the classes has. */
    static void requireAny(List<Class<?>> owners, Method declaration) {
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        if (!isFuture(declaration)
                && owners.stream().noneMatch(owner -> find(owner, primal).isPresent())) {
            String names = owners.stream().map(Class::getName).collect(Collectors.joining(", "));
            refuse(owners.size() == 1 ? names + " has" : "of " + names + " there is", declaration, primal);
        }
    }

    private static boolean isFuture(Method declaration) {
        SinceJdk since = declaration.getAnnotation(SinceJdk.class);
        return since != null && Runtime.version().feature() < since.value();
    }

    private static void refuse(String whatHas, Method declaration, PrimalSignature primal) {
        throw new InvalidRuleException(
                declaration,
                whatHas + " no public " + (primal.isConstructor() ? "constructor" : "method") + " \"" + primal
                        + "\". Correct the name and the types of the declaration.");
    }
}
