package org.atled.compiler.random;

import java.util.List;

/** Draws statements that change variables, elements and references. */
final class Assignments {
    private final Draw draw;
    private final Expressions expressions;

    Assignments(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    Code assignment(Scope scope) {
        return draw.<Code>one(
                () -> number(scope),
                () -> number(scope),
                () -> number(scope),
                () -> compound(scope),
                () -> compound(scope),
                () -> reference(scope),
                () -> reference(scope),
                () -> swap(scope),
                () -> library(scope),
                () -> call(scope),
                () -> integer(scope));
    }

    private Code number(Scope scope) {
        Code target = target(scope);
        if (target == null) {
            return call(scope);
        }
        if (draw.chance(0.1)) {
            Code other = target(scope);
            return Code.statement(target, " = ", other == null ? target : other, " = ", value(scope), ";\n");
        }
        return Code.statement(target, " = ", value(scope), ";\n");
    }

    private Code value(Scope scope) {
        return expressions.number(scope).watched("value");
    }

    /** A variable or an element, or null if there is none. */
    private Code target(Scope scope) {
        List<String> variables = scope.assignable(Type.DOUBLE);
        List<String> arrays = scope.names(Type.ARRAY);
        List<String> matrices = scope.names(Type.MATRIX);
        if (!arrays.isEmpty() && draw.chance(0.5)) {
            draw.note(Feature.ARRAY);
            // What stands here is no number to be simplified.
            return Code.of(Code.Kind.STATEMENT, draw.pick(arrays), "[", expressions.index(scope), "]");
        }
        if (!matrices.isEmpty() && draw.chance(0.5)) {
            return Code.of(
                    Code.Kind.STATEMENT,
                    expressions.references().row(scope, draw.pick(matrices)),
                    "[",
                    expressions.index(scope),
                    "]");
        }
        return variables.isEmpty() ? null : Code.of(Code.Kind.STATEMENT, draw.pick(variables));
    }

    private Code compound(Scope scope) {
        Code target = target(scope);
        if (target == null) {
            return call(scope);
        }
        if (draw.usesFloat() && !scope.assignable(Type.FLOAT).isEmpty() && draw.chance(0.5)) {
            draw.note(Feature.FLOAT);
            String name = draw.pick(scope.assignable(Type.FLOAT));
            return Code.statement(name + draw.pick(List.of(" += ", " *= ")), value(scope), ";\n");
        }
        return draw.<Code>one(
                () -> Code.statement(target, " += ", value(scope), ";\n"),
                () -> Code.statement(target, " -= ", value(scope), ";\n"),
                () -> Code.statement(target, " *= ", value(scope), ";\n"),
                () -> Code.statement(target, " *= " + draw.literal(0.3, 0.9) + ";\n"),
                () -> Code.statement(target, " /= (2.2 + Math.cos(", expressions.leaf(scope), "));\n"),
                () -> Code.statement(target, "++;\n"));
    }

    private Code reference(Scope scope) {
        List<String> arrays = scope.assignable(Type.ARRAY);
        List<String> matrices = scope.names(Type.MATRIX);
        if (!matrices.isEmpty() && draw.chance(0.4)) {
            draw.note(Feature.ALIAS);
            return Code.statement(
                    draw.pick(matrices) + "[",
                    expressions.references().rowIndex(scope),
                    "] = ",
                    expressions.references().array(scope, 1),
                    ";\n");
        }
        if (arrays.isEmpty()) {
            return number(scope);
        }
        draw.note(Feature.ALIAS);
        return Code.statement(
                draw.pick(arrays) + " = ", expressions.references().array(scope, 2), ";\n");
    }

    private Code swap(Scope scope) {
        List<String> arrays = scope.assignable(Type.ARRAY);
        List<String> matrices = scope.names(Type.MATRIX);
        if (!matrices.isEmpty() && draw.chance(0.4)) {
            draw.note(Feature.SWAP);
            String matrix = draw.pick(matrices);
            String kept = draw.name("r");
            Code one = expressions.references().rowIndex(scope);
            Code other = expressions.references().rowIndex(scope);
            return Code.statement(
                    "double[] " + kept + " = " + matrix + "[",
                    one,
                    "];\n" + matrix + "[",
                    one,
                    "] = " + matrix + "[",
                    other,
                    "];\n" + matrix + "[",
                    other,
                    "] = " + kept + ";\n");
        }
        if (arrays.size() < 2) {
            return number(scope);
        }
        draw.note(Feature.SWAP);
        String one = draw.pick(arrays);
        String other = draw.pick(arrays);
        String kept = draw.name("r");
        return Code.statement(
                "double[] " + kept + " = " + one + ";\n" + one + " = " + other + ";\n" + other + " = " + kept + ";\n");
    }

    private Code libraryOnRows(Scope scope, String matrix) {
        draw.note(Feature.COPY);
        draw.note(Feature.ALIAS);
        int n = draw.rows() - 1;
        return draw.<Code>one(
                () -> Code.statement("System.arraycopy(" + matrix + ", 0, " + matrix + ", 1, " + n + ");\n"),
                () -> Code.statement("System.arraycopy(" + matrix + ", 1, " + matrix + ", 0, " + n + ");\n"),
                () -> Code.statement(
                        "java.util.Arrays.fill(" + matrix + ", ",
                        expressions.references().array(scope, 1),
                        ");\n"));
    }

    private Code library(Scope scope) {
        List<String> matrices = scope.names(Type.MATRIX);
        if (!matrices.isEmpty() && draw.chance(0.3)) {
            return libraryOnRows(scope, draw.pick(matrices));
        }
        if (scope.names(Type.ARRAY).isEmpty()) {
            return number(scope);
        }
        draw.note(Feature.COPY);
        Code array = expressions.references().array(scope, 0);
        int n = draw.length();
        return draw.<Code>one(
                () -> Code.statement("System.arraycopy(", array, ", 0, ", array, ", 1, " + (n - 1) + ");\n"),
                () -> Code.statement("System.arraycopy(", array, ", 1, ", array, ", 0, " + (n - 1) + ");\n"),
                () -> Code.statement(
                        "System.arraycopy(",
                        array,
                        ", 0, ",
                        expressions.references().array(scope, 0),
                        ", " + draw.between(0, 1) + ", " + draw.between(0, n - 1) + ");\n"),
                () -> Code.statement("java.util.Arrays.fill(", array, ", ", value(scope), ");\n"),
                () -> Code.statement(
                        "java.util.Arrays.fill(", array, ", 0, " + draw.between(0, n) + ", ", value(scope), ");\n"));
    }

    Code call(Scope scope) {
        return scope.callees().isEmpty()
                ? integer(scope)
                : Code.statement(expressions.call(scope, draw.pick(scope.callees())), ";\n");
    }

    private Code integer(Scope scope) {
        List<String> arrays = scope.names(Type.INTS);
        if (!arrays.isEmpty() && draw.chance(0.3)) {
            return Code.statement(
                    draw.pick(arrays) + "[",
                    expressions.index(scope),
                    "] = Math.floorMod(",
                    expressions.integer(scope),
                    ", " + draw.length() + ");\n");
        }
        List<String> variables = scope.assignable(Type.INT);
        if (variables.isEmpty()) {
            return Code.statement("count++;\n");
        }
        String name = draw.pick(variables);
        return draw.<Code>one(
                () -> Code.statement(name + "++;\n"),
                () -> Code.statement(name + " -= ", expressions.integer(scope), ";\n"),
                () -> Code.statement(name + " = ", expressions.integer(scope), ";\n"));
    }
}
