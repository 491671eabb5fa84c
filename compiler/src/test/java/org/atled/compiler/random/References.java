package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws references to arrays: new ones, copies, and other names of arrays that are there. */
final class References {
    private final Draw draw;
    private final Expressions expressions;

    References(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    Code array(Scope scope, int depth) {
        List<Supplier<Code>> found = new ArrayList<>();
        List<String> names = scope.names(Type.ARRAY);
        for (String name : names) {
            found.add(() -> Code.of(Type.ARRAY, name));
            found.add(() -> Code.of(Type.ARRAY, name));
        }
        scope.names(Type.MATRIX).forEach(name -> found.add(() -> row(scope, name)));
        scope.names(Type.CUBE).forEach(name -> found.add(() -> row(scope, name + "[" + draw.between(0, 1) + "]")));
        Code contained = expressions.containers().array(scope);
        if (contained != null) {
            found.add(() -> contained);
        }
        if (depth > 0 || found.isEmpty()) {
            found.add(() -> fresh(scope));
        }
        if (depth > 0) {
            found.add(() -> copy(scope));
            found.add(() -> chosen(scope, depth));
        }
        if (depth > 1) {
            scope.callees().stream()
                    .filter(callee -> callee.result() == Type.ARRAY)
                    .forEach(callee -> found.add(() -> expressions.call(scope, callee)));
        }
        draw.note(Feature.ARRAY);
        return draw.pick(found).get();
    }

    private Code chosen(Scope scope, int depth) {
        draw.note(Feature.ALIAS);
        return Code.of(
                Type.ARRAY,
                "(",
                expressions.conditions().condition(scope),
                " ? ",
                array(scope, depth - 1),
                " : ",
                array(scope, depth - 1),
                ")");
    }

    private Code fresh(Scope scope) {
        if (draw.chance(0.15)) {
            return Code.of(Type.ARRAY, "new double[" + (draw.length() + draw.between(0, 1)) + "]");
        }
        if (draw.chance(0.15)) {
            return Code.of(
                    Type.ARRAY,
                    "new double[" + draw.length() + " + Math.floorMod(",
                    expressions.integer(scope),
                    ", 3)]");
        }
        List<Object> parts = new ArrayList<>(List.of("new double[] {"));
        for (int i = 0; i < draw.length(); i++) {
            parts.add(i > 0 ? ", " : "");
            parts.add(expressions.number(scope, draw.between(0, 1)));
        }
        parts.add("}");
        return new Code(Code.Kind.ARRAY, null, parts);
    }

    private Code copy(Scope scope) {
        draw.note(Feature.COPY);
        List<String> tables = scope.names(Type.TABLE);
        Code source = !tables.isEmpty() && draw.chance(0.2) ? Code.of(Type.ARRAY, draw.pick(tables)) : array(scope, 0);
        return draw.<Code>one(
                () -> Code.of(Type.ARRAY, source, ".clone()"),
                () -> Code.of(Type.ARRAY, "java.util.Arrays.copyOf(", source, ", " + (draw.length() + 1) + ")"),
                () -> Code.of(
                        Type.ARRAY,
                        "java.util.Arrays.copyOfRange(",
                        source,
                        ", 1, " + (draw.length() + draw.between(1, 2)) + ")"));
    }

    Code row(Scope scope, String matrix) {
        draw.note(Feature.MATRIX);
        return Code.of(Type.ARRAY, matrix, "[", rowIndex(scope), "]");
    }

    Code rowIndex(Scope scope) {
        return draw.chance(0.5)
                ? Code.of(Type.INT, String.valueOf(draw.between(0, draw.rows() - 1)))
                : Code.of(Type.INT, "Math.floorMod(", expressions.integer(scope), ", " + draw.rows() + ")");
    }

    Code matrixElement(Scope scope, String matrix) {
        return Code.of(Type.DOUBLE, row(scope, matrix), "[", expressions.index(scope), "]");
    }

    Code cube(Scope scope) {
        draw.note(Feature.CUBE);
        List<String> names = scope.names(Type.CUBE);
        if (!names.isEmpty() && draw.chance(0.5)) {
            return Code.of(Type.CUBE, draw.pick(names));
        }
        return draw.chance(0.4)
                ? Code.of(Type.CUBE, "new double[2][" + draw.rows() + "][" + draw.length() + "]")
                : Code.of(Type.CUBE, "new double[][][] {", matrix(scope), ", ", matrix(scope), "}");
    }

    Code floats(Scope scope) {
        draw.note(Feature.FLOAT_ARRAY);
        List<String> names = scope.names(Type.FLOATS);
        return !names.isEmpty() && draw.chance(0.5)
                ? Code.of(Type.FLOATS, draw.pick(names), draw.chance(0.3) ? ".clone()" : "")
                : Code.of(
                        Type.FLOATS,
                        "java.util.Arrays.copyOf(new float[] {(float) (1.0 * ",
                        expressions.leaf(scope),
                        ")}, " + (draw.length() + 1) + ")");
    }

    Code matrix(Scope scope) {
        draw.note(Feature.MATRIX);
        List<String> names = new ArrayList<>(scope.names(Type.MATRIX));
        scope.names(Type.CUBE).forEach(name -> names.add(name + "[" + draw.between(0, 1) + "]"));
        if (!names.isEmpty() && draw.chance(0.6)) {
            return draw.<Code>one(
                    () -> Code.of(Type.MATRIX, draw.pick(names)),
                    () -> Code.of(Type.MATRIX, draw.pick(names)),
                    () -> Code.of(Type.MATRIX, draw.pick(names), ".clone()"),
                    () -> Code.of(
                            Type.MATRIX, "java.util.Arrays.copyOf(" + draw.pick(names) + ", " + draw.rows() + ")"),
                    () -> Code.of(
                            Type.MATRIX,
                            "(",
                            expressions.conditions().condition(scope),
                            " ? " + draw.pick(names) + " : ",
                            Code.of(Type.MATRIX, draw.pick(names)),
                            ")"));
        }
        if (draw.chance(0.3)) {
            return Code.of(Type.MATRIX, "new double[" + draw.rows() + "][" + draw.length() + "]");
        }
        List<Object> parts = new ArrayList<>(List.of("new double[][] {"));
        for (int i = 0; i < draw.rows(); i++) {
            parts.add(i > 0 ? ", " : "");
            parts.add(array(scope, draw.between(0, 1)));
        }
        parts.add("}");
        return new Code(Code.Kind.MATRIX, null, parts);
    }
}
