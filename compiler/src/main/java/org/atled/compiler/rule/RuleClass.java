package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The methods of a rule class, in an order that does not depend on the JVM, checked to be callable from anywhere. */
record RuleClass(Class<?> type) {

    /** Abstract methods: the primals the class declares. */
    List<Method> declarations() {
        return methods()
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .peek(RuleClass::requireNames)
                .toList();
    }

    /** Static methods: the rules. Private ones that are not named as rules are for the rules' own use. */
    List<Method> rules() {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new InvalidRuleException(type, "derivative code calls it from other packages. Make it public.");
        }
        return methods()
                .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !Modifier.isPrivate(method.getModifiers())
                        || method.getName().contains("_"))
                .peek(RuleClass::requirePublicStatic)
                .peek(RuleClass::requireNames)
                .toList();
    }

    private Stream<Method> methods() {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString));
    }

    private static void requirePublicStatic(Method rule) {
        if (!Modifier.isPublic(rule.getModifiers()) || !Modifier.isStatic(rule.getModifiers())) {
            throw new InvalidRuleException(rule, "derivative code calls it. Make it public and static.");
        }
    }

    private static void requireNames(Method method) {
        if (!Stream.of(method.getParameters()).allMatch(Parameter::isNamePresent)) {
            throw new InvalidRuleException(
                    method, "the class file has no parameter names. Compile it with the option -parameters of javac.");
        }
    }
}
