package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Verifier;
import org.atled.compiler.ir.interpreter.Interpreter;
import org.junit.jupiter.api.Test;

/** Random functions do the same in the interpreter and as bytecode. */
class LowerRandomTest {
    private interface Execution {
        Object run(Object... arguments) throws Throwable;
    }

    @Test
    void bytecodeDoesWhatTheInterpreterDoes() {
        for (long seed = 0; seed < Integer.getInteger("atled.functions", 500); seed++) {
            Function function = RandomFunction.of(new SplittableRandom(seed));
            Verifier.verify(function);
            Interpreter interpreter = new Interpreter(getClass().getClassLoader());
            String expected = outcome(arguments -> interpreter.call(function, arguments));
            String actual;
            try {
                Lowered lowered = Lowered.of(function);
                actual = outcome(lowered::call);
            } catch (RuntimeException | LinkageError e) {
                throw new AssertionError("seed " + seed + ": " + function, e);
            }
            assertThat(actual).as("seed %d: %s", seed, function).isEqualTo(expected);
        }
    }

    /** Result or exception, and what is in the arrays afterwards. */
    private static String outcome(Execution execution) {
        int[] ints = {2, -1, 3, 0};
        double[] one = {0.5, -2, 1.25, 3};
        double[] other = {1.5, 0.75};
        String result;
        try {
            result = execution.run(ints, one, other).toString();
        } catch (Throwable e) {
            result = e.getClass().getName();
        }
        return result + Arrays.toString(ints) + Arrays.toString(one) + Arrays.toString(other);
    }
}
