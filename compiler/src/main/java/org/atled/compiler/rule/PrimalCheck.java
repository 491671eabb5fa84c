package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.atled.rules.SinceJdk;

/** Checks that the method a rule is for exists, so that a misspelt name is found when rules are read. */
final class PrimalCheck {
    private PrimalCheck() {}

    /** Whether {@code owner} has a method of this signature, static unless it has a receiver. */
    static boolean exists(Class<?> owner, PrimalSignature primal) {
        if (owner.isArray()) {
            return primal.name().equals("clone") && primal.hasReceiver();
        }
        try {
            Class<?>[] types = primal.declaredTypes().toArray(Class<?>[]::new);
            Method method = owner.getMethod(primal.name(), types);
            return Modifier.isStatic(method.getModifiers()) != primal.hasReceiver()
                    && method.getReturnType() == primal.result();
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }

    /** Refuses a declared primal that none or not all of the classes have. */
    static void require(List<Class<?>> owners, Method declaration) {
        SinceJdk since = declaration.getAnnotation(SinceJdk.class);
        if (since != null && Runtime.version().feature() < since.value()) {
            return;
        }
        PrimalSignature primal = PrimalSignature.declaredBy(declaration);
        for (Class<?> owner : owners) {
            if (!exists(owner, primal)) {
                throw new InvalidRuleException(
                        declaration,
                        owner.getName() + " has no public method \"" + primal
                                + "\". Correct the name and the types of the declaration.");
            }
        }
    }
}
