package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.bytecode.ClassOutline.Method;
import org.atled.compiler.ir.Type;
import org.atled.rules.Singular;

/**
 * What a partial's name and parameters say: {@code pow_dp(double x, double result)} is the derivative of {@code pow} by
 * {@code p}, computed from {@code x} and the value.
 *
 * @param parameters those it takes from the primal, without {@code result}
 */
record PartialName(Method rule, String primal, String parameter, List<String> parameters, boolean takesResult) {
    private static final String SEPARATOR = "_d";
    private static final String RESULT = "result";

    static PartialName of(Method rule) {
        int separator = rule.reference().name().lastIndexOf(SEPARATOR);
        if (separator <= 0
                || separator + SEPARATOR.length() == rule.reference().name().length()) {
            throw new InvalidRuleException(
                    rule, "a partial is named after method and parameter. Rename it <method>_d<parameter>.");
        }
        List<String> names = rule.parameters().orElseThrow();
        boolean takesResult = !names.isEmpty() && names.get(names.size() - 1).equals(RESULT);
        return new PartialName(
                rule,
                rule.reference().name().substring(0, separator),
                rule.reference().name().substring(separator + SEPARATOR.length()),
                takesResult ? names.subList(0, names.size() - 1) : names,
                takesResult);
    }

    /** The primal that has the parameters of the partial, or the single one it is the derivative by. */
    PrimalSignature impliedPrimal() {
        Type result = rule.reference().result();
        return parameters.isEmpty()
                ? PrimalSignature.ofStatic(primal, List.of(parameter), List.of(result), result)
                : PrimalSignature.ofStatic(
                        primal, parameters, rule.reference().parameters().subList(0, parameters.size()), result);
    }

    /** Whether this can be a partial of {@code candidate}: names, order and types agree. */
    boolean fits(PrimalSignature candidate) {
        int last = -1;
        for (int i = 0; i < parameters.size(); i++) {
            int operand = candidate.indexOf(parameters.get(i));
            if (operand <= last
                    || !candidate
                            .types()
                            .get(operand)
                            .equals(rule.reference().parameters().get(i))) {
                return false;
            }
            last = operand;
        }
        return candidate.indexOf(parameter) >= 0 && rule.reference().result().equals(candidate.result());
    }

    /** This as a partial of {@code candidate}, which it {@linkplain #fits fits}. */
    Partial partialOf(PrimalSignature candidate) {
        int operand = candidate.indexOf(parameter);
        List<Type> types = rule.reference().parameters();
        if (!candidate.types().get(operand).isFloating() || !candidate.result().isFloating()) {
            throw new InvalidRuleException(
                    rule,
                    "only float and double have a derivative, \"" + candidate + "\" by " + parameter
                            + " has none. Remove it.");
        }
        if (takesResult && !types.get(types.size() - 1).equals(candidate.result())) {
            throw new InvalidRuleException(
                    rule, "the value is of type " + candidate.result() + ". Give the parameter result that type.");
        }
        List<Integer> arguments = new ArrayList<>();
        parameters.forEach(name -> arguments.add(candidate.indexOf(name)));
        if (takesResult) {
            arguments.add(Partial.RESULT);
        }
        return new Partial(
                operand,
                rule.reference(),
                arguments,
                rule.annotation(Singular.class).isPresent());
    }
}
