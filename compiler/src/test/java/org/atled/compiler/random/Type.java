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
        return this == DOUBLE || this == FLOAT || this == ARRAY || this == MATRIX;
    }

    @Override
    public String toString() {
        return source;
    }
}
