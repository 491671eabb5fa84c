package org.atled.compiler.ir;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * What every operator and every condition computes, on boxed values: Java's own operators, which the language defines
 * by these opcodes. An {@code int} value is an {@link Integer} even where it stands for a smaller type.
 */
public final class Evaluation {
    private static final Map<Operator, Rule> RULES = new EnumMap<>(Operator.class);

    /** Operands in, result out. */
    private interface Rule {
        Object apply(List<?> operands);
    }

    private interface FloatBinaryOperator {
        float apply(float a, float b);
    }

    private interface Shift {
        long apply(long a, int distance);
    }

    static {
        ints(Operator.IADD, (a, b) -> a + b);
        ints(Operator.ISUB, (a, b) -> a - b);
        ints(Operator.IMUL, (a, b) -> a * b);
        ints(Operator.IDIV, (a, b) -> a / b);
        ints(Operator.IREM, (a, b) -> a % b);
        ints(Operator.ISHL, (a, b) -> a << b);
        ints(Operator.ISHR, (a, b) -> a >> b);
        ints(Operator.IUSHR, (a, b) -> a >>> b);
        ints(Operator.IAND, (a, b) -> a & b);
        ints(Operator.IOR, (a, b) -> a | b);
        ints(Operator.IXOR, (a, b) -> a ^ b);
        longs(Operator.LADD, (a, b) -> a + b);
        longs(Operator.LSUB, (a, b) -> a - b);
        longs(Operator.LMUL, (a, b) -> a * b);
        longs(Operator.LDIV, (a, b) -> a / b);
        longs(Operator.LREM, (a, b) -> a % b);
        longs(Operator.LAND, (a, b) -> a & b);
        longs(Operator.LOR, (a, b) -> a | b);
        longs(Operator.LXOR, (a, b) -> a ^ b);
        shifts(Operator.LSHL, (a, b) -> a << b);
        shifts(Operator.LSHR, (a, b) -> a >> b);
        shifts(Operator.LUSHR, (a, b) -> a >>> b);
        floats(Operator.FADD, (a, b) -> a + b);
        floats(Operator.FSUB, (a, b) -> a - b);
        floats(Operator.FMUL, (a, b) -> a * b);
        floats(Operator.FDIV, (a, b) -> a / b);
        floats(Operator.FREM, (a, b) -> a % b);
        doubles(Operator.DADD, (a, b) -> a + b);
        doubles(Operator.DSUB, (a, b) -> a - b);
        doubles(Operator.DMUL, (a, b) -> a * b);
        doubles(Operator.DDIV, (a, b) -> a / b);
        doubles(Operator.DREM, (a, b) -> a % b);
        Evaluation.<Integer>unary(Operator.INEG, a -> -a);
        Evaluation.<Long>unary(Operator.LNEG, a -> -a);
        Evaluation.<Float>unary(Operator.FNEG, a -> -a);
        Evaluation.<Double>unary(Operator.DNEG, a -> -a);
        Evaluation.<Integer>unary(Operator.I2L, a -> (long) a);
        Evaluation.<Integer>unary(Operator.I2F, a -> (float) a);
        Evaluation.<Integer>unary(Operator.I2D, a -> (double) a);
        Evaluation.<Integer>unary(Operator.I2B, a -> (int) (byte) (int) a);
        Evaluation.<Integer>unary(Operator.I2C, a -> (int) (char) (int) a);
        Evaluation.<Integer>unary(Operator.I2S, a -> (int) (short) (int) a);
        Evaluation.<Long>unary(Operator.L2I, a -> (int) (long) a);
        Evaluation.<Long>unary(Operator.L2F, a -> (float) a);
        Evaluation.<Long>unary(Operator.L2D, a -> (double) a);
        Evaluation.<Float>unary(Operator.F2I, a -> (int) (float) a);
        Evaluation.<Float>unary(Operator.F2L, a -> (long) (float) a);
        Evaluation.<Float>unary(Operator.F2D, a -> (double) a);
        Evaluation.<Double>unary(Operator.D2I, a -> (int) (double) a);
        Evaluation.<Double>unary(Operator.D2L, a -> (long) (double) a);
        Evaluation.<Double>unary(Operator.D2F, a -> (float) (double) a);
        RULES.put(Operator.LCMP, in -> Long.compare((Long) in.get(0), (Long) in.get(1)));
        RULES.put(Operator.FCMPL, in -> compare((Float) in.get(0), (Float) in.get(1), -1));
        RULES.put(Operator.FCMPG, in -> compare((Float) in.get(0), (Float) in.get(1), 1));
        RULES.put(Operator.DCMPL, in -> compare((Double) in.get(0), (Double) in.get(1), -1));
        RULES.put(Operator.DCMPG, in -> compare((Double) in.get(0), (Double) in.get(1), 1));
    }

    private Evaluation() {}

    /**
     * The result of an operator.
     *
     * @throws ArithmeticException on an integer division by zero
     */
    public static Object evaluate(Operator operator, List<?> operands) {
        return RULES.get(operator).apply(operands);
    }

    /** Whether a branch condition holds. Operands that are references are compared by identity. */
    public static boolean holds(Terminator.Condition condition, List<?> operands) {
        Object first = operands.get(0);
        return switch (condition) {
            case IFNULL -> first == null;
            case IFNONNULL -> first != null;
            case IF_ACMPEQ -> first == operands.get(1);
            case IF_ACMPNE -> first != operands.get(1);
            default -> holds(condition, (Integer) first, condition.arity() == 1 ? 0 : (Integer) operands.get(1));
        };
    }

    private static boolean holds(Terminator.Condition condition, int a, int b) {
        return switch (condition) {
            case IFEQ, IF_ICMPEQ -> a == b;
            case IFNE, IF_ICMPNE -> a != b;
            case IFLT, IF_ICMPLT -> a < b;
            case IFGE, IF_ICMPGE -> a >= b;
            case IFGT, IF_ICMPGT -> a > b;
            case IFLE, IF_ICMPLE -> a <= b;
            default -> throw new AssertionError(condition);
        };
    }

    private static int compare(double a, double b, int unordered) {
        // Not Double.compare, which orders -0.0 before 0.0.
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : unordered;
    }

    private static void ints(Operator operator, IntBinaryOperator rule) {
        RULES.put(operator, in -> rule.applyAsInt((Integer) in.get(0), (Integer) in.get(1)));
    }

    private static void longs(Operator operator, LongBinaryOperator rule) {
        RULES.put(operator, in -> rule.applyAsLong((Long) in.get(0), (Long) in.get(1)));
    }

    private static void shifts(Operator operator, Shift rule) {
        RULES.put(operator, in -> rule.apply((Long) in.get(0), (Integer) in.get(1)));
    }

    private static void floats(Operator operator, FloatBinaryOperator rule) {
        RULES.put(operator, in -> rule.apply((Float) in.get(0), (Float) in.get(1)));
    }

    private static void doubles(Operator operator, DoubleBinaryOperator rule) {
        RULES.put(operator, in -> rule.applyAsDouble((Double) in.get(0), (Double) in.get(1)));
    }

    @SuppressWarnings("unchecked") // The verifier has checked that the operand is of the operator's type.
    private static <T> void unary(Operator operator, Function<T, Object> rule) {
        RULES.put(operator, in -> rule.apply((T) in.get(0)));
    }
}
