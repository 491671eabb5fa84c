package org.atled.compiler.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;

/** Reads the methods of a rule class that are differentiated in the place of others. */
final class SubstituteReader {
    private static final String ENDING = "_substitute";

    private SubstituteReader() {}

    static boolean isOne(Method rule) {
        return rule.reference().name().endsWith(ENDING);
    }

    /** The substitutes of a class, by the methods they stand for. */
    static Map<MethodReference, MethodReference> read(List<Type> owners, List<Method> rules, PrimalMethods methods) {
        Map<MethodReference, MethodReference> found = new LinkedHashMap<>();
        for (Method rule : rules) {
            if (isOne(rule)) {
                int before = found.size();
                owners.forEach(
                        owner -> find(owner, rule, methods).ifPresent(method -> found.put(method, rule.reference())));
                if (found.size() == before) {
                    throw new InvalidRuleException(
                            rule,
                            "none of the classes has a static method \"" + signature(rule)
                                    + "\" that returns the same. Correct the name and the types.");
                }
            }
        }
        return found;
    }

    private static Optional<MethodReference> find(Type owner, Method rule, PrimalMethods methods) {
        MethodReference substitute = rule.reference();
        return methods.find(owner, name(rule), substitute.parameters())
                .filter(PrimalMethods.Found::isStatic)
                .map(PrimalMethods.Found::method)
                .filter(method -> method.descriptor().equals(substitute.descriptor()));
    }

    private static String name(Method rule) {
        String name = rule.reference().name();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String signature(Method rule) {
        return rule.reference().parameters().stream()
                .map(PrimalSignature::simpleName)
                .collect(Collectors.joining(", ", name(rule) + "(", ")"));
    }
}
