package org.atled.compiler.rule;

import java.util.ArrayList;
import java.util.List;

/** Runs the methods of a structural rule on values and shadows given one per operand, as derivative code passes them. */
record StructuralRuleProbe(StructuralRule rule) {
    Object pushforward(Object[] operands, Object[] tangents, Object result) {
        return call(rule.pushforward().orElseThrow(), operands, tangents, result, null);
    }

    Object shadow(Object[] operands, Object[] shadows, Object result) {
        return call(rule.shadow().orElseThrow(), operands, shadows, result, null);
    }

    Object pullback(Object[] operands, Object[] cotangents, Object result, Object resultCotangent) {
        return call(rule.pullback().orElseThrow(), operands, cotangents, result, resultCotangent);
    }

    private static Object call(
            RuleMethod method, Object[] operands, Object[] shadows, Object result, Object resultCotangent) {
        List<Object> arguments = new ArrayList<>();
        for (RuleArgument argument : method.arguments()) {
            arguments.add(
                    switch (argument.role()) {
                        case PRIMAL -> operands[argument.operand()];
                        case SHADOW -> shadows[argument.operand()];
                        case RESULT -> result;
                        case RESULT_SHADOW -> resultCotangent;
                    });
        }
        return RuleProbe.call(method.method(), arguments);
    }
}
