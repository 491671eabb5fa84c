package org.atled.compiler.transform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Type;

/** Numbers at which arithmetic goes wrong if it does. */
final class SampleConstants {
    private static final double[] NUMBERS = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        -3,
        0.1,
        1e-320,
        Double.MIN_VALUE,
        1e300,
        -1e300,
        1e19,
        -1e10,
        3e38,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    private static final long[] INTEGERS = {
        0,
        1,
        -1,
        2,
        -2,
        7,
        31,
        32,
        33,
        64,
        127,
        128,
        -129,
        40_000,
        70_000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private SampleConstants() {}

    static List<Constant> of(Type type) {
        Stream<Constant> constants = switch (type.descriptor()) {
            case "I" -> Arrays.stream(INTEGERS).mapToObj(n -> new Constant.OfInt((int) n));
            case "J" -> Arrays.stream(INTEGERS).mapToObj(Constant.OfLong::new);
            case "F" -> Arrays.stream(NUMBERS).mapToObj(n -> new Constant.OfFloat((float) n));
            case "D" -> Arrays.stream(NUMBERS).mapToObj(Constant.OfDouble::new);
            default -> throw new IllegalArgumentException(type.toString());
        };
        return constants.toList();
    }
}
