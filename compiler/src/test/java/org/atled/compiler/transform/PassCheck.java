package org.atled.compiler.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Parser;
import org.atled.compiler.ir.Verifier;

/** The two ways to test a pass: text against text, and behaviour on random functions. */
final class PassCheck {
    private static final List<List<Integer>> ARGUMENTS =
            List.of(List.of(0, 1, 2, 3), List.of(-1, 0, 1, 0), List.of(5, -3, 0, 2));

    private PassCheck() {}

    /** Checks that the pass turns one function into the other, given without {@code function} lines. */
    static void rewrites(String signature, UnaryOperator<Function> pass, String before, String after) {
        Function function = parse(signature, before);
        Function result = pass.apply(function);
        assertThat(result.toString()).isEqualTo(parse(signature, after).toString());
        Verifier.verify(result);
    }

    static void keeps(String signature, UnaryOperator<Function> pass, String text) {
        rewrites(signature, pass, text, text);
    }

    /** A verified function from blocks of text. */
    static Function parse(String signature, String blocks) {
        Function function = Parser.parse("function demo.Test." + signature + " static\n" + blocks);
        Verifier.verify(function);
        return function;
    }

    /** Checks that a function is valid and does the same as another one, as far as both run in a while. */
    static void behavesLike(Function expected, Function actual) {
        behavesLike(expected, actual, Map.of());
    }

    /** The same for functions that call others. */
    static void behavesLike(Function expected, Function actual, Map<MethodReference, Function> callees) {
        Verifier.verify(actual);
        for (List<Integer> arguments : ARGUMENTS) {
            List<Object> trace = Execution.of(expected, callees, arguments, 200);
            List<Object> other = Execution.of(actual, callees, arguments, 4000);
            boolean isCutOff = trace.isEmpty() || trace.get(trace.size() - 1) instanceof Integer;
            if (isCutOff) {
                assertThat(other).as("%s", actual).startsWith(trace.toArray());
            } else {
                assertThat(other).as("%s", actual).isEqualTo(trace);
            }
        }
    }
}
