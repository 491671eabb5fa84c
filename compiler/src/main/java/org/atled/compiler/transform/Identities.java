package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Laws by which an operation is one of its operands or a simpler operation, for all operands: infinities, zeros of
 * both signs and NaN included. So {@code x + 0.0} stays (−0.0 would become 0.0), as does {@code 0.0 * x}.
 */
final class Identities {
    /**
     * What an operation is.
     *
     * @param value the value it is, or {@code null}
     * @param op otherwise the operation it is
     */
    record Simpler(Value value, Op op, List<Value> operands) {
        static Simpler of(Value value) {
            return new Simpler(value, null, List.of());
        }

        static Simpler of(Operator operator, Value... operands) {
            return new Simpler(null, new Op.Arithmetic(operator), List.of(operands));
        }

        static Simpler of(Constant constant) {
            return new Simpler(null, new Op.Literal(constant), List.of());
        }
    }

    private final Definitions definitions;

    Identities(Definitions definitions) {
        this.definitions = definitions;
    }

    /** What an instruction is, {@code null} if no law applies. */
    Simpler simpler(Instruction instruction) {
        if (instruction.op() instanceof Op.Arithmetic arithmetic) {
            Value a = instruction.operand(0);
            Value b = instruction.operand(instruction.operands().size() - 1);
            return a.type().isFloating()
                    ? ofFloating(arithmetic.operator(), a, b)
                    : ofInteger(arithmetic.operator(), a, b);
        } else if (instruction.op() instanceof Op.Accumulate) {
            Value a = instruction.operand(0);
            Value b = instruction.operand(1);
            return is(a, 0.0) ? Simpler.of(b) : is(b, 0.0) ? Simpler.of(a) : null;
        } else if (instruction.op() instanceof Op.ArrayLength) {
            Instruction array = definitions.of(instruction.operand(0));
            return array != null && array.op() instanceof Op.NewArray ? Simpler.of(array.operand(0)) : null;
        }
        return null;
    }

    private Simpler ofFloating(Operator operator, Value a, Value b) {
        return switch (operator) {
            case FADD, DADD -> ofSum(operator == Operator.DADD ? Operator.DSUB : Operator.FSUB, a, b);
            case FSUB, DSUB -> ofDifference(operator == Operator.DSUB ? Operator.DADD : Operator.FADD, a, b);
            case FMUL -> ofProduct(Operator.FNEG, a, b);
            case DMUL -> ofProduct(Operator.DNEG, a, b);
            case FDIV -> ofQuotient(Operator.FNEG, a, b);
            case DDIV -> ofQuotient(Operator.DNEG, a, b);
            case FNEG, DNEG -> same(inner(operator, a));
            case D2F -> same(inner(Operator.F2D, a));
            default -> null;
        };
    }

    private Simpler ofSum(Operator difference, Value a, Value b) {
        Operator negation = negation(a.type());
        if (is(a, -0.0) || is(b, -0.0)) {
            return Simpler.of(is(a, -0.0) ? b : a);
        } else if (inner(negation, b) != null) {
            return Simpler.of(difference, a, inner(negation, b));
        }
        return inner(negation, a) == null ? null : Simpler.of(difference, b, inner(negation, a));
    }

    private Simpler ofDifference(Operator sum, Value a, Value b) {
        if (is(b, 0.0)) {
            return Simpler.of(a);
        }
        Value negated = inner(negation(b.type()), b);
        return negated == null ? null : Simpler.of(sum, a, negated);
    }

    private Simpler ofProduct(Operator negation, Value a, Value b) {
        if (is(a, 1) || is(b, 1)) {
            return Simpler.of(is(a, 1) ? b : a);
        }
        return is(a, -1) || is(b, -1) ? Simpler.of(negation, is(a, -1) ? b : a) : null;
    }

    private Simpler ofQuotient(Operator negation, Value a, Value b) {
        return is(b, 1) ? Simpler.of(a) : is(b, -1) ? Simpler.of(negation, a) : null;
    }

    private static Operator negation(Type type) {
        return type.equals(Type.DOUBLE) ? Operator.DNEG : Operator.FNEG;
    }

    private Simpler ofInteger(Operator operator, Value a, Value b) {
        return switch (operator) {
            case IADD, LADD -> is(a, 0) ? Simpler.of(b) : is(b, 0) ? Simpler.of(a) : null;
            case ISUB, LSUB, IXOR, LXOR ->
                a.equals(b) ? zero(a) : is(b, 0) ? Simpler.of(a) : is(a, 0) && isXor(operator) ? Simpler.of(b) : null;
            case IMUL, LMUL ->
                is(a, 1) ? Simpler.of(b) : is(b, 1) ? Simpler.of(a) : is(a, 0) || is(b, 0) ? zero(a) : null;
            case IDIV, LDIV -> is(b, 1) ? Simpler.of(a) : null;
            case IREM, LREM -> is(b, 1) ? zero(a) : null;
            case IAND, LAND ->
                is(a, -1) || a.equals(b)
                        ? Simpler.of(b)
                        : is(b, -1) ? Simpler.of(a) : is(a, 0) || is(b, 0) ? zero(a) : null;
            case IOR, LOR -> is(a, 0) || a.equals(b) ? Simpler.of(b) : is(b, 0) ? Simpler.of(a) : null;
            case ISHL, ISHR, IUSHR, LSHL, LSHR, LUSHR -> is(b, 0) ? Simpler.of(a) : null;
            case INEG, LNEG -> same(inner(operator, a));
            case L2I -> same(inner(Operator.I2L, a));
            default -> null;
        };
    }

    private static boolean isXor(Operator operator) {
        return operator == Operator.IXOR || operator == Operator.LXOR;
    }

    private static Simpler same(Value value) {
        return value == null ? null : Simpler.of(value);
    }

    private static Simpler zero(Value like) {
        return Simpler.of(like.type().equals(Type.INT) ? new Constant.OfInt(0) : new Constant.OfLong(0));
    }

    /** The operand, if a value is the result of this operator, else {@code null}. */
    private Value inner(Operator operator, Value value) {
        Instruction instruction = definitions.of(value);
        boolean isInner = instruction != null && instruction.op().equals(new Op.Arithmetic(operator));
        return isInner ? instruction.operand(0) : null;
    }

    /** Whether a value is this number, of whatever type, and of the same sign if zero. */
    private boolean is(Value value, double number) {
        Constant constant = definitions.constant(value);
        return new Constant.OfDouble(number).equals(constant)
                || new Constant.OfFloat((float) number).equals(constant)
                || new Constant.OfInt((int) number).equals(constant)
                || new Constant.OfLong((long) number).equals(constant);
    }
}
