package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws references to objects, numbers out of them, and statements that change them. */
final class Objects {
    private final Draw draw;
    private final Expressions expressions;

    Objects(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    Code node(Scope scope, int depth) {
        draw.note(Feature.OBJECT);
        List<Supplier<Code>> found = new ArrayList<>();
        for (String name : scope.names(Type.NODE)) {
            found.add(() -> Code.of(Type.NODE, name));
            found.add(() -> Code.of(Type.NODE, Code.of(Type.NODE, name), draw.pick(List.of(".next()", ".self()"))));
        }
        scope.names(Type.NODES).forEach(name -> found.add(() -> element(scope, name)));
        if (found.isEmpty() || depth > 0) {
            found.add(() -> fresh(scope));
        }
        if (depth > 0) {
            found.add(() -> chosen(scope, Type.NODE, depth));
            found.add(() -> Code.of(
                    Type.NODE,
                    node(scope, depth - 1),
                    ".with(",
                    expressions.number(scope, 1).watched("value"),
                    ")"));
            calls(scope, Type.NODE, found);
        }
        return draw.pick(found).get();
    }

    private void calls(Scope scope, Type result, List<Supplier<Code>> found) {
        scope.callees().stream()
                .filter(callee -> callee.result() == result)
                .forEach(callee -> found.add(() -> expressions.call(scope, callee)));
    }

    private Code chosen(Scope scope, Type type, int depth) {
        draw.note(Feature.ALIAS);
        return Code.of(
                type,
                "(",
                expressions.conditions().condition(scope),
                " ? ",
                expressions.ofType(scope, type, depth - 1),
                " : ",
                expressions.ofType(scope, type, depth - 1),
                ")");
    }

    Code element(Scope scope, String nodes) {
        draw.note(Feature.OBJECT_ARRAY);
        return Code.of(Type.NODE, nodes, "[", expressions.references().rowIndex(scope), "]");
    }

    private Code fresh(Scope scope) {
        String name = draw.chance(0.3) ? "Heavy" : "Node";
        if (name.equals("Heavy")) {
            draw.note(Feature.SUBCLASS);
        }
        List<String> nodes = scope.names(Type.NODE);
        List<Object> parts = new ArrayList<>();
        parts.add("new " + name + "(");
        parts.add(expressions.number(scope, draw.between(0, 1)));
        parts.add(", ");
        parts.add(expressions.references().array(scope, 0));
        parts.add(", ");
        parts.add(nodes.isEmpty() || draw.chance(0.3) ? "null" : Code.of(Type.NODE, draw.pick(nodes)));
        for (Type type : scope.family().given()) {
            parts.add(", ");
            parts.add(expressions.ofType(scope, type, 0));
        }
        parts.add(")");
        return new Code(Code.Kind.NODE, null, parts);
    }

    Code nodes(Scope scope, int depth) {
        draw.note(Feature.OBJECT_ARRAY);
        List<String> names = scope.names(Type.NODES);
        if (!names.isEmpty() && draw.chance(0.6)) {
            return Code.of(Type.NODES, draw.pick(names), draw.chance(0.2) ? ".clone()" : "");
        }
        List<Object> parts = new ArrayList<>(List.of("new Node[] {"));
        for (int i = 0; i < draw.rows(); i++) {
            parts.add(i > 0 ? ", " : "");
            parts.add(node(scope, Math.min(depth, 1)));
        }
        parts.add("}");
        return new Code(Code.Kind.NODES, null, parts);
    }

    Code pair(Scope scope, int depth) {
        draw.note(Feature.RECORD);
        List<Supplier<Code>> found = new ArrayList<>();
        scope.names(Type.PAIR).forEach(name -> found.add(() -> Code.of(Type.PAIR, name)));
        if (found.isEmpty() || depth > 0) {
            found.add(() -> Code.of(
                    Type.PAIR,
                    "new Pair(",
                    expressions.number(scope, draw.between(0, 1)),
                    ", ",
                    expressions.references().array(scope, 0),
                    ", ",
                    node(scope, 0),
                    ")"));
        }
        if (depth > 0) {
            found.add(() -> chosen(scope, Type.PAIR, depth));
            found.add(() -> Code.of(Type.PAIR, pair(scope, depth - 1), ".scaled(", expressions.leaf(scope), ")"));
            calls(scope, Type.PAIR, found);
        }
        return draw.pick(found).get();
    }

    Code law(Scope scope, int depth) {
        draw.note(Feature.DISPATCH);
        List<Supplier<Code>> found = new ArrayList<>();
        scope.names(Type.LAW).forEach(name -> found.add(() -> Code.of(Type.LAW, name)));
        if (found.isEmpty() || depth > 0) {
            found.add(() -> Code.of(Type.LAW, "new Bent(", expressions.number(scope, 1), ")"));
            found.add(() -> Code.of(
                    Type.LAW,
                    "new " + draw.pick(List.of("Linear", "Odd")) + "(",
                    expressions.number(scope, 1),
                    ", ",
                    expressions.references().array(scope, 0),
                    ")"));
        }
        if (depth > 0) {
            found.add(() -> chosen(scope, Type.LAW, depth));
            calls(scope, Type.LAW, found);
        }
        return draw.pick(found).get();
    }

    Code mode(Scope scope) {
        draw.note(Feature.ENUM);
        List<String> names = scope.names(Type.MODE);
        return !names.isEmpty() && draw.chance(0.5)
                ? Code.of(Type.MODE, draw.pick(names))
                : Code.of(Type.MODE, "Mode.of(", expressions.integer(scope).watched("integer"), ")");
    }

    /** A number that an object holds or computes. */
    Code number(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, node(scope, depth), ".get()"),
                () -> Code.of(Type.DOUBLE, node(scope, depth), ".x"),
                () -> Code.of(Type.DOUBLE, node(scope, depth), ".x"),
                () -> Code.of(Type.DOUBLE, law(scope, depth), ".energy(", expressions.number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, mode(scope), ".scale(", expressions.number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, pair(scope, depth), draw.pick(List.of(".u", ".u()", ".v()[0]"))));
    }
}
