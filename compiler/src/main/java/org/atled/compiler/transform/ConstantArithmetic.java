package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Constant.OfDouble;
import org.atled.compiler.ir.Constant.OfFloat;
import org.atled.compiler.ir.Constant.OfInt;
import org.atled.compiler.ir.Constant.OfLong;
import org.atled.compiler.ir.Operator;
import org.atled.compiler.ir.Terminator;

/** The JVM's arithmetic on constants. Java's operators are exactly those opcodes. */
final class ConstantArithmetic {
    private ConstantArithmetic() {}

    /** The result of an operation, {@code null} if it throws. */
    static Constant evaluate(Operator operator, List<Constant> operands) {
        Constant a = operands.get(0);
        Constant b = operands.get(operands.size() - 1);
        if (operator.mayThrow() && (b.equals(new OfInt(0)) || b.equals(new OfLong(0)))) {
            return null;
        } else if (a instanceof OfInt x && b instanceof OfInt y) {
            return ofInts(operator, x.value(), y.value());
        } else if (a instanceof OfLong x) {
            // The distance of a shift is an int.
            return ofLongs(operator, x.value(), b instanceof OfInt y ? y.value() : ((OfLong) b).value());
        } else if (a instanceof OfFloat x && b instanceof OfFloat y) {
            return ofFloats(operator, x.value(), y.value());
        } else if (a instanceof OfDouble x && b instanceof OfDouble y) {
            return ofDoubles(operator, x.value(), y.value());
        }
        throw new IllegalArgumentException(operator + " on " + operands);
    }

    private static Constant ofInts(Operator operator, int x, int y) {
        return switch (operator) {
            case IADD -> new OfInt(x + y);
            case ISUB -> new OfInt(x - y);
            case IMUL -> new OfInt(x * y);
            case IDIV -> new OfInt(x / y);
            case IREM -> new OfInt(x % y);
            case INEG -> new OfInt(-x);
            case ISHL -> new OfInt(x << y);
            case ISHR -> new OfInt(x >> y);
            case IUSHR -> new OfInt(x >>> y);
            case IAND -> new OfInt(x & y);
            case IOR -> new OfInt(x | y);
            case IXOR -> new OfInt(x ^ y);
            case I2L -> new OfLong(x);
            case I2F -> new OfFloat(x);
            case I2D -> new OfDouble(x);
            case I2B -> new OfInt((byte) x);
            case I2C -> new OfInt((char) x);
            case I2S -> new OfInt((short) x);
            default -> throw new IllegalArgumentException(operator + " on int");
        };
    }

    private static Constant ofLongs(Operator operator, long x, long y) {
        return switch (operator) {
            case LADD -> new OfLong(x + y);
            case LSUB -> new OfLong(x - y);
            case LMUL -> new OfLong(x * y);
            case LDIV -> new OfLong(x / y);
            case LREM -> new OfLong(x % y);
            case LNEG -> new OfLong(-x);
            case LSHL -> new OfLong(x << y);
            case LSHR -> new OfLong(x >> y);
            case LUSHR -> new OfLong(x >>> y);
            case LAND -> new OfLong(x & y);
            case LOR -> new OfLong(x | y);
            case LXOR -> new OfLong(x ^ y);
            case L2I -> new OfInt((int) x);
            case L2F -> new OfFloat(x);
            case L2D -> new OfDouble(x);
            case LCMP -> new OfInt(Long.compare(x, y));
            default -> throw new IllegalArgumentException(operator + " on long");
        };
    }

    private static Constant ofFloats(Operator operator, float x, float y) {
        return switch (operator) {
            case FADD -> new OfFloat(x + y);
            case FSUB -> new OfFloat(x - y);
            case FMUL -> new OfFloat(x * y);
            case FDIV -> new OfFloat(x / y);
            case FREM -> new OfFloat(x % y);
            case FNEG -> new OfFloat(-x);
            case F2I -> new OfInt((int) x);
            case F2L -> new OfLong((long) x);
            case F2D -> new OfDouble(x);
            case FCMPL -> new OfInt(compare(x, y, -1));
            case FCMPG -> new OfInt(compare(x, y, 1));
            default -> throw new IllegalArgumentException(operator + " on float");
        };
    }

    private static Constant ofDoubles(Operator operator, double x, double y) {
        return switch (operator) {
            case DADD -> new OfDouble(x + y);
            case DSUB -> new OfDouble(x - y);
            case DMUL -> new OfDouble(x * y);
            case DDIV -> new OfDouble(x / y);
            case DREM -> new OfDouble(x % y);
            case DNEG -> new OfDouble(-x);
            case D2I -> new OfInt((int) x);
            case D2L -> new OfLong((long) x);
            case D2F -> new OfFloat((float) x);
            case DCMPL -> new OfInt(compare(x, y, -1));
            case DCMPG -> new OfInt(compare(x, y, 1));
            default -> throw new IllegalArgumentException(operator + " on double");
        };
    }

    private static int compare(double x, double y, int ifUnordered) {
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : ifUnordered;
    }

    /** Whether a branch on these constants is taken; both are {@code int}, the second 0 where the opcode compares so. */
    static boolean holds(Terminator.Condition condition, int x, int y) {
        return switch (condition) {
            case IFEQ, IF_ICMPEQ -> x == y;
            case IFNE, IF_ICMPNE -> x != y;
            case IFLT, IF_ICMPLT -> x < y;
            case IFGE, IF_ICMPGE -> x >= y;
            case IFGT, IF_ICMPGT -> x > y;
            case IFLE, IF_ICMPLE -> x <= y;
            default -> throw new IllegalArgumentException(condition + " on int");
        };
    }
}
