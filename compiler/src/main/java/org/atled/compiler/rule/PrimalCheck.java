package org.atled.compiler.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.atled.rules.SinceJdk;

/** Checks that the method a rule is for exists, so that a misspelt name is found when rules are read. */
record PrimalCheck(PrimalMethods methods) {

    /** Whether {@code owner} has a method of exactly this signature, static unless it has a receiver. */
    boolean exists(Type owner, PrimalSignature primal) {
        return find(owner, primal)
                .filter(method -> method.equals(primal.in(owner)))
                .isPresent();
    }

    /** The method of {@code owner} with this name and these parameters, which may return a more special type. */
    Optional<MethodReference> find(Type owner, PrimalSignature primal) {
        if (owner.isArray()) {
            boolean isClone = primal.name().equals("clone") && primal.hasReceiver();
            return isClone ? Optional.of(primal.in(owner)) : Optional.empty();
        }
        if (primal.isConstructor()) {
            return methods.find(owner, "<init>", primal.types()).map(PrimalMethods.Found::method);
        }
        return methods.find(owner, primal.name(), primal.declaredTypes())
                .filter(found -> found.isStatic() != primal.hasReceiver())
                .map(PrimalMethods.Found::method)
                .filter(method -> methods.isSubtype(method.result(), primal.result()));
    }

    /** Refuses a declared primal that none or not all of the classes have. */
    void require(List<Type> owners, Method declaration) {
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        owners.stream()
                .filter(owner -> !isFuture(declaration) && !exists(owner, primal))
                .forEach(owner -> refuse(owner + " has", declaration, primal));
    }

    /** Refuses a declared primal that none of the classes has. */
    void requireAny(List<Type> owners, Method declaration) {
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        if (!isFuture(declaration)
                && owners.stream().noneMatch(owner -> find(owner, primal).isPresent())) {
            String names = owners.stream().map(Type::toString).collect(Collectors.joining(", "));
            refuse(owners.size() == 1 ? names + " has" : "of " + names + " there is", declaration, primal);
        }
    }

    private static boolean isFuture(Method declaration) {
        return declaration
                .annotation(SinceJdk.class)
                .map(since -> (int) since.values().get("value"))
                .filter(since -> Runtime.version().feature() < since)
                .isPresent();
    }

    private static void refuse(String whatHas, Method declaration, PrimalSignature primal) {
        throw new InvalidRuleException(
                declaration,
                whatHas + " no public " + (primal.isConstructor() ? "constructor" : "method") + " \"" + primal
                        + "\". Correct the name and the types of the declaration.");
    }
}
