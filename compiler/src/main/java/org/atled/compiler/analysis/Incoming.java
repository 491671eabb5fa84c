package org.atled.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Type;

/**
 * Which lambdas of the project may come into differentiated code from outside, where they were made: those of a type that
 * the arguments of the annotated method, or a constant that is read, may lead to. One that is missed is a clear error when
 * it is called.
 */
final class Incoming {
    private static final String ALL = "java/lang/Object";

    private final Primals primals;
    private final Set<String> types = new TreeSet<>();
    private final Set<FieldReference> fields = new HashSet<>();
    private final Set<String> lambdas = new HashSet<>();
    private final Map<Type, List<String>> candidates = new HashMap<>();

    Incoming(Primals primals) {
        this.primals = primals;
    }

    void addArguments(Specialization root) {
        if (!root.isStatic() || root.method().parameters().stream().anyMatch(Incoming::mayLead)) {
            types.addAll(primals.heldByArguments(root.method()));
        }
    }

    private static boolean mayLead(Type type) {
        return type.leaf().isReference() && !type.equals(Type.object("java/lang/String"));
    }

    /** What a constant holds; true if there may be more then. */
    boolean add(FieldReference field) {
        return mayLead(field.type()) && fields.add(field) && types.addAll(primals.heldBy(field));
    }

    /** How much has been said of it. */
    int size() {
        return types.size();
    }

    /** The classes of lambdas that a receiver of this type may be of. What they have captured comes in with them. */
    Set<String> lambdas(Type receiver) {
        Set<String> found = new TreeSet<>();
        if (types.isEmpty()) {
            return found;
        }
        List<String> all = candidates.computeIfAbsent(receiver, primals::projectLambdas);
        for (String each : all) {
            if (isIncoming(each)) {
                found.add(each);
                if (lambdas.add(each)) {
                    types.addAll(primals.heldBy(each));
                }
            }
        }
        return found;
    }

    private boolean isIncoming(String lambda) {
        return types.contains(ALL) || types.stream().anyMatch(type -> primals.isSubtype(lambda, Type.object(type)));
    }
}
