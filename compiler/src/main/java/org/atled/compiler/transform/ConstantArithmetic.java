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
        List<Number> numbers = operands.stream().map(Constant::number).toList();
        if (operator.mayThrow() && numbers.get(numbers.size() - 1).longValue() == 0) {
            return null;
        }
        return constant(Evaluation.evaluate(operator, numbers));
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
