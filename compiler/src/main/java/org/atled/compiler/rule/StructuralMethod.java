package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.RuleArgument.Role;

/** A method of a structural rule, its parameters resolved against one primal. */
record StructuralMethod(Method rule, RuleKind kind, PrimalSignature primal, List<RuleArgument> arguments) {
    private static final String RESULT = "result";

    /** Resolves the parameters of {@code rule}, if all of them are known and of the right types. */
    static Optional<StructuralMethod> match(Method rule, RuleKind kind, PrimalSignature primal) {
        List<RuleArgument> arguments = new ArrayList<>();
        List<String> names = rule.parameters().orElseThrow();
        for (int i = 0; i < names.size(); i++) {
            Optional<RuleArgument> argument = resolve(names.get(i), kind, primal);
            if (argument.isEmpty() || !accepts(rule.reference().parameters().get(i), argument.get(), primal)) {
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
    private static boolean accepts(Type parameter, RuleArgument argument, PrimalSignature primal) {
        boolean isResult = argument.operand() == Partial.RESULT;
        Type type = isResult ? primal.result() : primal.types().get(argument.operand());
        boolean isShadow = argument.role() == Role.SHADOW || argument.role() == Role.RESULT_SHADOW;
        if (isShadow && type.isReference() && !type.isArray()) {
            return parameter.isReference();
        }
        return type.equals(parameter) || isResult && isObject(type) && parameter.isReference();
    }

    /** Refuses a method that returns something else than its kind does. */
    void requireResult() {
        Type expected = kind == RuleKind.PULLBACK ? numberParameter() : shadowOfResult();
        Type returned = rule.reference().result();
        if (!expected.equals(returned) && !(isObject(expected) && returned.isReference())) {
            throw new InvalidRuleException(
                    rule,
                    "as a rule of \"" + primal + "\" it must return " + PrimalSignature.simpleName(expected) + ".");
        }
    }

    private static boolean isObject(Type type) {
        return type.equals(Type.OBJECT);
    }

    private Type shadowOfResult() {
        Type result = primal.result();
        if (!result.isReference()) {
            return result.isFloating() && kind == RuleKind.PUSHFORWARD ? result : Type.VOID;
        }
        return result.isArray() ? result : Type.OBJECT;
    }

    private Type numberParameter() {
        List<Type> numbers = primal.types().stream().filter(Type::isFloating).toList();
        if (numbers.size() > 1) {
            throw new InvalidRuleException(
                    rule,
                    "it can return only one cotangent, \"" + primal + "\" has several number parameters. Pass them in "
                            + "an array.");
        }
        return numbers.isEmpty() ? Type.VOID : numbers.get(0);
    }

    RuleMethod toRuleMethod() {
        return new RuleMethod(rule.reference(), arguments);
    }
}
