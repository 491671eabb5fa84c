package org.atled.processor;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Numbers that can carry a derivative: {@code double} or {@code float}, alone or in arrays.
 *
 * @param single whether {@code float}
 * @param rank number of array dimensions, 0 for a scalar
 */
record Shape(boolean single, int rank) {
    /** The shape of a type, or empty if it cannot carry a derivative. */
    static Optional<Shape> of(TypeMirror type) {
        int rank = 0;
        TypeMirror element = type;
        while (element.getKind() == TypeKind.ARRAY) {
            element = ((javax.lang.model.type.ArrayType) element).getComponentType();
            rank++;
        }
        return switch (element.getKind()) {
            case DOUBLE -> Optional.of(new Shape(false, rank));
            case FLOAT -> Optional.of(new Shape(true, rank));
            default -> Optional.empty();
        };
    }

    boolean isScalar() {
        return rank == 0;
    }

    Shape withRank(int other) {
        return new Shape(single, other);
    }

    Type type() {
        Type type = element();
        for (int i = 0; i < rank; i++) {
            type = new ArrayType(type);
        }
        return type;
    }

    PrimitiveType element() {
        return single ? PrimitiveType.floatType() : PrimitiveType.doubleType();
    }

    /** As class files have it, {@code [D}. */
    String descriptor() {
        return "[".repeat(rank) + (single ? "F" : "D");
    }

    /** {@code 1.0} or {@code 1.0f}. */
    Expression literal(String digits) {
        return new DoubleLiteralExpr(single ? digits + "f" : digits);
    }

    /** {@code new double[length]} for rank 1, {@code new double[length][]} for rank 2. */
    Expression newArray(Expression length) {
        NodeList<ArrayCreationLevel> levels = NodeList.nodeList(new ArrayCreationLevel(length));
        for (int i = 1; i < rank; i++) {
            levels.add(new ArrayCreationLevel());
        }
        return new ArrayCreationExpr(element(), levels, null);
    }

    /** {@code new double[rows][columns]}, for rank 2. */
    Expression newMatrix(Expression rows, Expression columns) {
        return new ArrayCreationExpr(
                element(), NodeList.nodeList(new ArrayCreationLevel(rows), new ArrayCreationLevel(columns)), null);
    }

    /** The tape's field for a returned tangent of this shape. */
    String tapeField() {
        return rank > 0 ? "returnedShadow" : single ? "returnedFloat" : "returnedDouble";
    }

    @Override
    public String toString() {
        return type().asString();
    }
}
