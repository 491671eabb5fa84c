package org.atled.compiler.random;

/** Types of variables in generated programs. Arrays have at least the length the program was drawn with. */
enum Type {
    DOUBLE("double", Code.Kind.DOUBLE),
    FLOAT("float", Code.Kind.FLOAT),
    INT("int", Code.Kind.INT),
    LONG("long", Code.Kind.LONG),
    BOOLEAN("boolean", Code.Kind.BOOLEAN),
    ARRAY("double[]", Code.Kind.ARRAY),
    MATRIX("double[][]", Code.Kind.MATRIX),
    /** Indices: all elements are within the bounds of every array. */
    INTS("int[]", Code.Kind.INTS),
    /** A constant number, and constant numbers that are only read. */
    CONSTANT("@org.atled.NoDerivative double", Code.Kind.DOUBLE),
    TABLE("@org.atled.NoDerivative double[]", Code.Kind.ARRAY),
    CUBE("double[][][]", Code.Kind.CUBE),
    FLOATS("float[]", Code.Kind.FLOATS),
    /** The program's class of objects, which has a subclass, and arrays of such objects. */
    NODE("Node", Code.Kind.NODE),
    NODES("Node[]", Code.Kind.NODES),
    /** The program's record. */
    PAIR("Pair", Code.Kind.PAIR),
    /** The program's interface with several implementations. */
    LAW("Law", Code.Kind.LAW),
    /** The program's enum. */
    MODE("Mode", Code.Kind.MODE),
    FUNCTION("java.util.function.DoubleUnaryOperator", Code.Kind.FUNCTION),
    OPERATOR("java.util.function.DoubleBinaryOperator", Code.Kind.OPERATOR),
    /** The program's functional interface. */
    RULE("Rule", Code.Kind.RULE),
    FUNCTIONS("java.util.function.DoubleUnaryOperator[]", Code.Kind.FUNCTIONS),
    /** At least as many numbers as every array. */
    NUMBERS("java.util.List<Double>", Code.Kind.NUMBERS),
    /** At least as many arrays as every matrix has rows, as in the following. */
    ROWS("java.util.List<double[]>", Code.Kind.ROWS),
    QUEUE("java.util.ArrayDeque<double[]>", Code.Kind.QUEUE),
    /** The keys are the indices of rows. */
    MAP("java.util.Map<Integer, double[]>", Code.Kind.MAP),
    VOID("void", Code.Kind.STATEMENT);

    private final String source;
    private final Code.Kind kind;

    Type(String source, Code.Kind kind) {
        this.source = source;
        this.kind = kind;
    }

    Code.Kind kind() {
        return kind;
    }

    boolean isActive() {
        return switch (this) {
            case DOUBLE, FLOAT, ARRAY, MATRIX, CUBE, FLOATS -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return source;
    }
}
