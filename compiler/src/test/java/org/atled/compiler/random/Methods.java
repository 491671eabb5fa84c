package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** Draws methods of given shapes, static or of objects. */
final class Methods {
    private final Draw draw;
    private final Statements statements;
    private final Branches branches;

    Methods(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.statements = statements;
        this.branches = new Branches(draw, expressions, statements);
    }

    /**
     * A helper method, which can be left out when the program is shrunk.
     *
     * @param shapes all methods of the program, each after those it can call
     * @param fields of {@code this}, beside those of every {@code Node}
     */
    Code method(
            String modifiers,
            MethodShape shape,
            List<MethodShape> shapes,
            List<Family.Member> fields,
            boolean callsSuper) {
        Scope scope = Scope.of(draw.family(), shape, callees(shapes, shapes.indexOf(shape)));
        receiver(scope, shape, fields);
        List<Object> parts = new ArrayList<>();
        parts.add(modifiers + signature(shape) + " {\n");
        parameters(scope, shape);
        lastResort(shape, fields, parts);
        if (callsSuper && shape.result() == Type.DOUBLE) {
            parts.add("double s = super." + shape.name() + "(" + String.join(", ", names(shape)) + ");\n");
            scope.add("s", Type.DOUBLE, true);
        }
        body(scope, shape.owner() == null ? draw.between(2, 8) : draw.between(0, 4), 1, parts);
        return new Code(Code.Kind.METHOD, null, parts);
    }

    /** The method that is differentiated, which stays, whatever is left out when the program is shrunk. */
    Code entry(MethodShape shape, List<MethodShape> callees) {
        Scope scope = Scope.of(draw.family(), shape, callees);
        List<Object> parts = new ArrayList<>();
        parts.add("static " + signature(shape) + " {\n");
        parameters(scope, shape);
        body(scope, draw.between(6, 22), 3, parts);
        return new Code(Code.Kind.CLASS, null, parts);
    }

    private void body(Scope scope, int most, int declarations, List<Object> parts) {
        draw.allow(most);
        for (int i = 0; i < declarations; i++) {
            parts.add(statements.declaration(scope));
        }
        parts.addAll(statements.list(scope, 99, 3));
        parts.add(branches.result(scope));
        parts.add("}\n");
    }

    private static void receiver(Scope scope, MethodShape shape, List<Family.Member> fields) {
        scope.addFields(fields);
        if (shape.owner() == Type.NODE) {
            scope.addFinal("this", Type.NODE);
            scope.add("next()", Type.NODE, false);
        }
    }

    /** Where a recursion ends, nothing is called. */
    private void lastResort(MethodShape shape, List<Family.Member> fields, List<Object> parts) {
        if (shape.isRecursive()) {
            Scope leaf = Scope.of(draw.family(), shape, List.of());
            receiver(leaf, shape, fields);
            parameters(leaf, shape);
            parts.add("if (depth <= 0) {\n");
            parts.add(branches.result(leaf));
            parts.add("}\n");
        }
    }

    /** Methods before, and recursively itself and the one after: its depth bounds how often. */
    private static List<MethodShape> callees(List<MethodShape> shapes, int i) {
        List<MethodShape> callees = new ArrayList<>();
        for (int k = 0; k < shapes.size(); k++) {
            boolean isRecursive = shapes.get(i).isRecursive() && shapes.get(k).isRecursive();
            if (k < i && !shapes.get(k).isRecursive() || isRecursive && k <= i + 1) {
                callees.add(shapes.get(k));
            }
        }
        return callees;
    }

    static String signature(MethodShape shape) {
        List<String> names = names(shape);
        List<String> declarations = new ArrayList<>();
        int first = shape.isRecursive() ? 1 : 0;
        if (shape.isRecursive()) {
            declarations.add("int depth");
        }
        for (int i = first; i < names.size(); i++) {
            declarations.add(shape.parameters().get(i - first) + " " + names.get(i));
        }
        return shape.result() + " " + shape.name() + "(" + String.join(", ", declarations) + ")";
    }

    private static List<String> names(MethodShape shape) {
        List<String> names = new ArrayList<>();
        if (shape.isRecursive()) {
            names.add("depth");
        }
        shape.parameters().forEach(type -> names.add("p" + names.size()));
        return names;
    }

    private static void parameters(Scope scope, MethodShape shape) {
        List<String> names = names(shape);
        int first = shape.isRecursive() ? 1 : 0;
        if (shape.isRecursive()) {
            scope.add("depth", Type.INT, false);
        }
        for (int i = first; i < names.size(); i++) {
            scope.add(names.get(i), shape.parameters().get(i - first), true);
        }
    }
}
