package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Evaluation;
import org.atled.compiler.ir.Operator;

/** The JVM's arithmetic, on constants. */
final class ConstantArithmetic {
    private ConstantArithmetic() {}

    /** The result of an operation on numbers, {@code null} if it throws. */
    static Constant evaluate(Operator operator, List<Constant> operands) {
        List<Object> numbers = operands.stream().map(ConstantArithmetic::number).toList();
        Object divisor = numbers.get(numbers.size() - 1);
        if (operator.mayThrow() && ((Number) divisor).longValue() == 0) {
            return null;
        }
        return constant(Evaluation.evaluate(operator, numbers));
    }

    /** The boxed number a constant is. */
    static Object number(Constant constant) {
        if (constant instanceof Constant.OfInt literal) {
            return literal.value();
        } else if (constant instanceof Constant.OfLong literal) {
            return literal.value();
        } else if (constant instanceof Constant.OfFloat literal) {
            return literal.value();
        } else if (constant instanceof Constant.OfDouble literal) {
            return literal.value();
        }
        throw new IllegalArgumentException(constant + " is no number");
    }

    private static Constant constant(Object number) {
        if (number instanceof Integer value) {
            return new Constant.OfInt(value);
        } else if (number instanceof Long value) {
            return new Constant.OfLong(value);
        } else if (number instanceof Float value) {
            return new Constant.OfFloat(value);
        }
        return new Constant.OfDouble((Double) number);
    }
}
