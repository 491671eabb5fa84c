package org.atled.compiler.rule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.rule.RuleArgument.Role;

/** A method of a structural rule, its parameters resolved against one primal. */
record StructuralMethod(Method rule, RuleKind kind, PrimalSignature primal, List<RuleArgument> arguments) {
    private static final String RESULT = "result";

    /** Resolves the parameters of {@code rule}, if all of them are known and of the right types. */
    static Optional<StructuralMethod> match(Method rule, RuleKind kind, PrimalSignature primal) {
        List<RuleArgument> arguments = new ArrayList<>();
        List<String> names = PrimalSignature.namesOf(rule);
        for (int i = 0; i < names.size(); i++) {
            Optional<RuleArgument> argument = resolve(names.get(i), kind, primal);
            if (argument.isEmpty() || !accepts(rule.getParameterTypes()[i], argument.get(), primal)) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return Optional.of(new StructuralMethod(rule, kind, primal, arguments));
    }

    private static Optional<RuleArgument> resolve(String name, RuleKind kind, PrimalSignature primal) {
        if (name.equals(RESULT)) {
            return Optional.of(new RuleArgument(Role.RESULT, Partial.RESULT));
        }
        if (kind == RuleKind.PULLBACK && name.equals(RESULT + kind.shadowSuffix())) {
            return Optional.of(new RuleArgument(Role.RESULT_SHADOW, Partial.RESULT));
        }
        int operand = primal.indexOf(name);
        if (operand >= 0) {
            return Optional.of(new RuleArgument(Role.PRIMAL, operand));
        }
        for (int i = 0; i < primal.names().size(); i++) {
            if (name.equals(primal.names().get(i) + kind.shadowSuffix())) {
                return Optional.of(new RuleArgument(Role.SHADOW, i));
            }
        }
        return Optional.empty();
    }

    /**
     * A value has its own type, but {@code clone} is declared to return less than it does. Shadows of numbers and of arrays
     * of numbers have the type of what they shadow, those of other references the type that the rule knows them to have.
     */
    private static boolean accepts(Class<?> parameter, RuleArgument argument, PrimalSignature primal) {
        boolean isResult = argument.operand() == Partial.RESULT;
        Class<?> type = isResult ? primal.result() : primal.types().get(argument.operand());
        boolean isShadow = argument.role() == Role.SHADOW || argument.role() == Role.RESULT_SHADOW;
        if (isShadow && !type.isPrimitive() && !type.isArray()) {
            return !parameter.isPrimitive();
        }
        return isResult ? type.isAssignableFrom(parameter) : type == parameter;
    }

    /** Refuses a method that returns something else than its kind does. */
    void requireResult() {
        Class<?> expected = kind == RuleKind.PULLBACK ? numberParameter() : shadowOfResult();
        if (!expected.isAssignableFrom(rule.getReturnType())) {
            throw new InvalidRuleException(
                    rule, "as a rule of \"" + primal + "\" it must return " + expected.getSimpleName() + ".");
        }
    }

    private Class<?> shadowOfResult() {
        Class<?> result = primal.result();
        if (result.isPrimitive()) {
            boolean isNumber = result == double.class || result == float.class;
            return isNumber && kind == RuleKind.PUSHFORWARD ? result : void.class;
        }
        return result.isArray() ? result : Object.class;
    }

    private Class<?> numberParameter() {
        List<Class<?>> numbers = primal.types().stream()
                .filter(type -> type == double.class || type == float.class)
                .toList();
        if (numbers.size() > 1) {
            throw new InvalidRuleException(
                    rule,
                    "it can return only one cotangent, \"" + primal + "\" has several number parameters. Pass them in "
                            + "an array.");
        }
        return numbers.isEmpty() ? void.class : numbers.get(0);
    }

    RuleMethod toRuleMethod() {
        return new RuleMethod(PrimalSignature.reference(rule), arguments);
    }
}
