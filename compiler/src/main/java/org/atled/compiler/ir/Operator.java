package org.atled.compiler.ir;

import static org.atled.compiler.ir.Type.DOUBLE;
import static org.atled.compiler.ir.Type.FLOAT;
import static org.atled.compiler.ir.Type.INT;
import static org.atled.compiler.ir.Type.LONG;

import java.util.List;
import java.util.Locale;

/** Arithmetic of the JVM on primitive values, one constant per opcode (JVMS 6.5), in opcode order. */
public enum Operator {
    IADD(96, INT, INT, INT),
    LADD(97, LONG, LONG, LONG),
    FADD(98, FLOAT, FLOAT, FLOAT),
    DADD(99, DOUBLE, DOUBLE, DOUBLE),
    ISUB(100, INT, INT, INT),
    LSUB(101, LONG, LONG, LONG),
    FSUB(102, FLOAT, FLOAT, FLOAT),
    DSUB(103, DOUBLE, DOUBLE, DOUBLE),
    IMUL(104, INT, INT, INT),
    LMUL(105, LONG, LONG, LONG),
    FMUL(106, FLOAT, FLOAT, FLOAT),
    DMUL(107, DOUBLE, DOUBLE, DOUBLE),
    IDIV(108, INT, INT, INT),
    LDIV(109, LONG, LONG, LONG),
    FDIV(110, FLOAT, FLOAT, FLOAT),
    DDIV(111, DOUBLE, DOUBLE, DOUBLE),
    IREM(112, INT, INT, INT),
    LREM(113, LONG, LONG, LONG),
    FREM(114, FLOAT, FLOAT, FLOAT),
    DREM(115, DOUBLE, DOUBLE, DOUBLE),
    INEG(116, INT, INT),
    LNEG(117, LONG, LONG),
    FNEG(118, FLOAT, FLOAT),
    DNEG(119, DOUBLE, DOUBLE),
    ISHL(120, INT, INT, INT),
    LSHL(121, LONG, LONG, INT),
    ISHR(122, INT, INT, INT),
    LSHR(123, LONG, LONG, INT),
    IUSHR(124, INT, INT, INT),
    LUSHR(125, LONG, LONG, INT),
    IAND(126, INT, INT, INT),
    LAND(127, LONG, LONG, LONG),
    IOR(128, INT, INT, INT),
    LOR(129, LONG, LONG, LONG),
    IXOR(130, INT, INT, INT),
    LXOR(131, LONG, LONG, LONG),
    I2L(133, LONG, INT),
    I2F(134, FLOAT, INT),
    I2D(135, DOUBLE, INT),
    L2I(136, INT, LONG),
    L2F(137, FLOAT, LONG),
    L2D(138, DOUBLE, LONG),
    F2I(139, INT, FLOAT),
    F2L(140, LONG, FLOAT),
    F2D(141, DOUBLE, FLOAT),
    D2I(142, INT, DOUBLE),
    D2L(143, LONG, DOUBLE),
    D2F(144, FLOAT, DOUBLE),
    I2B(145, INT, INT),
    I2C(146, INT, INT),
    I2S(147, INT, INT),
    LCMP(148, INT, LONG, LONG),
    FCMPL(149, INT, FLOAT, FLOAT),
    FCMPG(150, INT, FLOAT, FLOAT),
    DCMPL(151, INT, DOUBLE, DOUBLE),
    DCMPG(152, INT, DOUBLE, DOUBLE);

    private final int opcode;
    private final Type result;
    private final List<Type> operands;

    Operator(int opcode, Type result, Type... operands) {
        this.opcode = opcode;
        this.result = result;
        this.operands = List.of(operands);
    }

    public int opcode() {
        return opcode;
    }

    public Type result() {
        return result;
    }

    public List<Type> operands() {
        return operands;
    }

    /** Whether this throws {@link ArithmeticException} on a zero divisor. */
    public boolean mayThrow() {
        return this == IDIV || this == LDIV || this == IREM || this == LREM;
    }

    /** The name in printed functions: {@code dadd}. */
    public String mnemonic() {
        return name().toLowerCase(Locale.ROOT);
    }
}
