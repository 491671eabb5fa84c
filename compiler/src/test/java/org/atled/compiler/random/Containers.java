package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws containers of the JDK, of numbers and of arrays. They never lose what they are created with. */
final class Containers {
    private final Draw draw;
    private final Expressions expressions;

    Containers(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    private Code filled(Scope scope, Type type, String before, int count, String after) {
        draw.note(Feature.CONTAINER);
        List<String> names = scope.names(type);
        if (!names.isEmpty() && draw.chance(0.5)) {
            return Code.of(type, draw.pick(names));
        }
        List<Object> parts = new ArrayList<>(List.of(before));
        for (int i = 0; i < count; i++) {
            parts.add(i > 0 ? ", " : "");
            parts.add(
                    type == Type.NUMBERS
                            ? expressions.number(scope, 1).watched("value")
                            : expressions.references().array(scope, 1));
        }
        parts.add(after);
        return new Code(type.kind(), null, parts);
    }

    Code numbers(Scope scope) {
        String list = draw.pick(List.of("ArrayList", "LinkedList"));
        return filled(
                scope,
                Type.NUMBERS,
                "new java.util." + list + "<Double>(java.util.Arrays.<Double>asList(",
                draw.length(),
                "))");
    }

    Code rows(Scope scope) {
        return filled(scope, Type.ROWS, "new java.util.ArrayList<double[]>(java.util.List.of(", draw.rows(), "))");
    }

    Code queue(Scope scope) {
        return filled(scope, Type.QUEUE, "new java.util.ArrayDeque<double[]>(java.util.List.of(", draw.rows(), "))");
    }

    /** A new map, so that it is filled where it is declared. */
    Code map(Scope scope) {
        String map = draw.pick(List.of("HashMap", "LinkedHashMap", "TreeMap"));
        List<String> names = scope.names(Type.MAP);
        return names.isEmpty() || draw.chance(0.2)
                ? Code.of(Type.MAP, "new java.util." + map + "<Integer, double[]>()")
                : Code.of(Type.MAP, draw.pick(names));
    }

    Code filledMap(Scope scope, Statements statements) {
        draw.note(Feature.CONTAINER);
        List<Object> parts = new ArrayList<>();
        parts.add(statements.declare(scope, Type.MAP, map(scope)));
        List<String> names = scope.names(Type.MAP);
        for (int i = 0; i < draw.rows(); i++) {
            parts.add(Code.statement(
                    names.get(names.size() - 1) + ".put(" + i + ", ",
                    expressions.references().array(scope, 1),
                    ");\n"));
        }
        return new Code(Code.Kind.STATEMENT, null, parts);
    }

    Code statement(Scope scope, int depth, Statements statements) {
        List<Supplier<Code>> found = new ArrayList<>();
        scope.names(Type.NUMBERS).forEach(name -> found.add(() -> numbersStatement(scope, name, depth, statements)));
        scope.names(Type.ROWS).forEach(name -> found.add(() -> rowsStatement(scope, name, depth, statements)));
        scope.names(Type.QUEUE).forEach(name -> found.add(() -> queueStatement(scope, name)));
        scope.names(Type.MAP).forEach(name -> found.add(() -> mapStatement(scope, name, depth, statements)));
        return found.isEmpty()
                ? statements.declaration(scope)
                : draw.pick(found).get();
    }

    private Code value(Scope scope) {
        return expressions.number(scope).watched("value");
    }

    private Code numbersStatement(Scope scope, String name, int depth, Statements statements) {
        return draw.<Code>one(
                () -> Code.statement(name + ".add(", value(scope), ");\n"),
                () -> Code.statement(name + ".set(", expressions.index(scope), ", ", value(scope), ");\n"),
                () -> Code.statement(
                        name + ".add(0, ", value(scope), ");\n" + name + ".remove(" + name + ".size() - 1);\n"),
                () -> Code.statement("java.util.Collections.reverse(" + name + ");\n"),
                () -> Code.statement("java.util.Collections.rotate(" + name + ", 1);\n"),
                () -> over(scope, Type.DOUBLE, name, depth, statements));
    }

    /** A loop over elements, in which the container does not change. */
    private Code over(Scope scope, Type type, String elements, int depth, Statements statements) {
        String element = draw.name("e");
        Scope inner = scope.loop(draw.name("none")).closed();
        inner.add(element, type, true);
        String declared = type == Type.DOUBLE && draw.chance(0.5) ? "Double" : type.toString();
        return Code.statement(
                "for (" + declared + " " + element + " : " + elements + ") ", statements.block(inner, depth - 1));
    }

    private Code rowsStatement(Scope scope, String name, int depth, Statements statements) {
        return draw.<Code>one(
                () -> Code.statement(name + ".add(", expressions.references().array(scope, 1), ");\n"),
                () -> Code.statement(
                        name + ".set(",
                        expressions.references().rowIndex(scope),
                        ", ",
                        expressions.references().array(scope, 1),
                        ");\n"),
                () -> Code.statement("java.util.Collections.swap(" + name + ", 0, 1);\n"),
                () -> over(scope, Type.ARRAY, name, depth, statements));
    }

    private Code queueStatement(Scope scope, String name) {
        return draw.<Code>one(
                () -> Code.statement(
                        name + draw.pick(List.of(".addLast(", ".addFirst(", ".add(", ".push(")),
                        expressions.references().array(scope, 1),
                        ");\n"),
                () -> Code.statement(name + ".addLast(" + name + ".pollFirst());\n"),
                () -> Code.statement(name + ".addFirst(" + name + ".removeLast());\n"));
    }

    private Code mapStatement(Scope scope, String name, int depth, Statements statements) {
        return draw.<Code>one(
                () -> Code.statement(
                        name + ".put(",
                        expressions.references().rowIndex(scope),
                        ", ",
                        expressions.references().array(scope, 1),
                        ");\n"),
                () -> Code.statement(
                        name + ".putIfAbsent(",
                        expressions.integer(scope).watched("integer"),
                        ", ",
                        expressions.references().array(scope, 1),
                        ");\n"),
                () -> over(scope, Type.ARRAY, name + ".values()", depth, statements));
    }

    /** An array that a container holds, {@code null} if there is no container. */
    Code array(Scope scope) {
        List<Supplier<Code>> found = new ArrayList<>();
        for (Type type : List.of(Type.ROWS, Type.MAP)) {
            scope.names(type)
                    .forEach(name -> found.add(() -> Code.of(
                            Type.ARRAY, name + ".get(", expressions.references().rowIndex(scope), ")")));
        }
        scope.names(Type.QUEUE).forEach(name -> found.add(() -> Code.of(Type.ARRAY, name + ".peekFirst()")));
        scope.names(Type.QUEUE).forEach(name -> found.add(() -> Code.of(Type.ARRAY, name + ".getLast()")));
        return found.isEmpty() ? null : draw.pick(found).get();
    }
}
