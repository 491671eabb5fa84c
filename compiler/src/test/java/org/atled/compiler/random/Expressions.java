package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws numbers: smooth, and of moderate size where their operands are. */
final class Expressions {
    private final Draw draw;
    private final Conditions conditions;
    private final References references;
    private final Objects objects;
    private final Functions functions;
    private final Language language;
    private final Containers containers;
    private final Assignments assignments;

    Expressions(Draw draw) {
        this.draw = draw;
        this.conditions = new Conditions(draw, this);
        this.references = new References(draw, this);
        this.objects = new Objects(draw, this);
        this.functions = new Functions(draw, this);
        language = new Language(draw, this, functions);
        this.containers = new Containers(draw, this);
        this.assignments = new Assignments(draw, this);
    }

    Conditions conditions() {
        return conditions;
    }

    References references() {
        return references;
    }

    Objects objects() {
        return objects;
    }

    Containers containers() {
        return containers;
    }

    Assignments assignments() {
        return assignments;
    }

    Code number(Scope scope) {
        return number(scope, draw.between(0, 3));
    }

    Code number(Scope scope, int depth) {
        return draw.nested(() -> depth <= 0 ? leaf(scope) : deepNumber(scope, depth), () -> leaf(scope));
    }

    private Code deepNumber(Scope scope, int depth) {
        return draw.<Code>one(
                () -> sum(scope, depth - 1),
                () -> sum(scope, depth - 1),
                () -> product(scope, depth - 1),
                () -> product(scope, depth - 1),
                () -> quotient(scope, depth - 1),
                () -> function(scope, depth - 1),
                () -> function(scope, depth - 1),
                () -> conditional(scope, depth - 1),
                () -> kinked(scope, depth - 1),
                () -> furtherFunction(scope, depth - 1),
                () -> assigning(scope, depth - 1),
                () -> call(scope, depth - 1),
                () -> call(scope, depth - 1),
                () -> ofObject(scope, depth - 1),
                () -> ofObject(scope, depth - 1),
                () -> leaf(scope));
    }

    /** A number that an object holds, or a function gives. */
    private Code ofObject(Scope scope, int depth) {
        if (draw.isPlain()) {
            return leaf(scope);
        }
        if (draw.chance(0.15)) {
            return language.number(scope, depth);
        }
        if (scope.family().isPresent() && draw.chance(0.6)) {
            return objects.number(scope, depth);
        }
        return draw.chance(0.7) ? functions.number(scope, depth) : leaf(scope);
    }

    Code leaf(Scope scope) {
        List<Supplier<Code>> found = new ArrayList<>();
        scope.names(Type.DOUBLE).forEach(name -> found.add(() -> Code.of(Type.DOUBLE, name)));
        scope.names(Type.CONSTANT).forEach(name -> found.add(() -> Code.of(Type.DOUBLE, name)));
        scope.names(Type.ARRAY).forEach(name -> found.add(() -> element(scope, name)));
        scope.names(Type.MATRIX).forEach(name -> found.add(() -> references.matrixElement(scope, name)));
        scope.names(Type.TABLE).forEach(name -> found.add(() -> element(scope, name)));
        scope.names(Type.FLOAT).forEach(name -> found.add(() -> Code.of(Type.DOUBLE, "(double) " + name)));
        scope.names(Type.FLOATS).forEach(name -> found.add(() -> element(scope, "(double) " + name)));
        scope.names(Type.NUMBERS)
                .forEach(name -> found.add(() -> Code.of(Type.DOUBLE, name + ".get(", index(scope), ")")));
        scope.names(Type.FUNCTION)
                .forEach(name ->
                        found.add(() -> Code.of(Type.DOUBLE, name + ".applyAsDouble(" + draw.literal(0.1, 1) + ")")));
        if (found.isEmpty() || draw.chance(0.08)) {
            return draw.one(
                    () -> Code.of(Type.DOUBLE, draw.literal(0.1, 2)),
                    () -> Code.of(Type.DOUBLE, "(0.1 * ", integer(scope), ")").watched("value"));
        }
        return draw.pick(found).get();
    }

    private Code element(Scope scope, String array) {
        draw.note(Feature.ARRAY);
        return Code.of(Type.DOUBLE, array, "[", index(scope), "]");
    }

    private Code sum(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "(", number(scope, depth), " + ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(", number(scope, depth), " - ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(- ", number(scope, depth), ")"),
                () -> Code.of(
                        Type.DOUBLE,
                        "(",
                        draw.literal(0.1, 0.9),
                        " * ",
                        number(scope, depth),
                        " + ",
                        leaf(scope),
                        ")"));
    }

    private Code product(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "(0.5 * ", number(scope, depth), " * ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(", number(scope, depth), " * ", leaf(scope), ")"),
                () -> Code.of(Type.DOUBLE, "(", number(scope, depth), " * ", draw.literal(0.1, 1), ")"),
                () -> Code.of(Type.DOUBLE, "Math.fma(0.5, ", number(scope, depth), ", ", number(scope, depth), ")"));
    }

    private Code quotient(Scope scope, int depth) {
        Code one = number(scope, depth);
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "(", one, " / ", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(", one, " / 1.7)"),
                () -> Code.of(Type.DOUBLE, "(1 / ", positive(scope, depth), ")"));
    }

    /** A number of at least one. */
    private Code positive(Scope scope, int depth) {
        List<String> variables = scope.names(Type.DOUBLE);
        if (!variables.isEmpty() && draw.chance(0.6)) {
            String name = draw.pick(variables);
            return Code.of(Type.DOUBLE, "(1.2 + " + name + " * " + name + ")");
        }
        return Code.of(Type.DOUBLE, "(2.5 + Math.sin(", number(scope, depth), "))");
    }

    private Code function(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "Math.sin(", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.cos(", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.tanh(", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.atan(", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.exp(0.2 * ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.sqrt(", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.log(", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.hypot(", positive(scope, depth), ", ", leaf(scope), ")"),
                () -> Code.of(Type.DOUBLE, "Math.atan2(", leaf(scope), ", ", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.pow(", positive(scope, depth), ", 1.5)"),
                () -> Code.of(Type.DOUBLE, "Math.pow(", leaf(scope), ", 2)"));
    }

    private Code furtherFunction(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "Math.cbrt(", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.log1p(", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.log10(", positive(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.expm1(0.2 * ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.sinh(0.3 * ", leaf(scope), ")"),
                () -> Code.of(Type.DOUBLE, "Math.cosh(0.3 * ", leaf(scope), ")"),
                () -> Code.of(Type.DOUBLE, "Math.asin(0.6 * Math.cos(", number(scope, depth), "))"),
                () -> Code.of(Type.DOUBLE, "Math.acos(0.5 * Math.sin(", number(scope, depth), "))"),
                () -> Code.of(Type.DOUBLE, "Math.toRadians(20 * ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "StrictMath.sin(", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "Math.pow(", positive(scope, depth), ", 0.3 * ", leaf(scope), ")"));
    }

    /** Changes a variable or an element on the way. */
    private Code assigning(Scope scope, int depth) {
        List<String> variables = scope.assignable(Type.DOUBLE);
        List<String> arrays = scope.names(Type.ARRAY);
        if (variables.isEmpty() || !arrays.isEmpty() && draw.chance(0.4)) {
            return arrays.isEmpty() ? number(scope, depth) : assigning(scope, depth, element(scope, draw.pick(arrays)));
        }
        return assigning(scope, depth, Code.of(Type.DOUBLE, draw.pick(variables)));
    }

    private Code assigning(Scope scope, int depth, Code target) {
        // What is assigned to is no number to be simplified.
        Code variable = new Code(Code.Kind.STATEMENT, null, target.parts());
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "(", variable, " = ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(", variable, " += ", number(scope, depth), ")"),
                () -> Code.of(Type.DOUBLE, "(", variable, " *= 0.7)"),
                () -> Code.of(Type.DOUBLE, "(", variable, "++)"),
                () -> Code.of(Type.DOUBLE, "(--", variable, ")"));
    }

    private Code conditional(Scope scope, int depth) {
        return Code.of(
                Type.DOUBLE,
                "(",
                conditions.condition(scope),
                " ? ",
                number(scope, depth),
                " : ",
                number(scope, depth),
                ")");
    }

    /** Smooth but at single points. */
    private Code kinked(Scope scope, int depth) {
        return draw.<Code>one(
                () -> watchedCall("max", number(scope, depth), number(scope, depth)),
                () -> watchedCall("min", number(scope, depth), number(scope, depth)),
                () -> watchedCall("abs", number(scope, depth)),
                () -> Code.of(Type.DOUBLE, "Math.floor(", number(scope, depth), ")")
                        .watched("step"),
                () -> Code.of(Type.DOUBLE, "(0.1 * ", integer(scope), ")").watched("value"),
                () -> draw.isPlain()
                        ? leaf(scope)
                        : Code.of(Type.DOUBLE, "java.util.Arrays.stream(", references.array(scope, 0), ").sum()"),
                () -> Code.of(Type.DOUBLE, "TABLE[", index(scope), "]"),
                () -> mixed(scope));
    }

    /** An element of an array that may be a constant. */
    private Code mixed(Scope scope) {
        List<String> tables = scope.names(Type.TABLE);
        if (tables.isEmpty()) {
            return leaf(scope);
        }
        draw.note(Feature.ALIAS);
        return Code.of(
                Type.DOUBLE,
                "(",
                conditions.condition(scope),
                " ? " + draw.pick(tables) + " : ",
                references.array(scope, 0),
                ")[",
                index(scope),
                "]");
    }

    /** The operands are bare, so that the watched rendering can take them apart. */
    private static Code watchedCall(String name, Code... operands) {
        List<Object> plain = new ArrayList<>();
        for (Code operand : operands) {
            plain.add(plain.isEmpty() ? "" : ", ");
            plain.add(operand);
        }
        plain.add(0, Code.KINKED + name + "(");
        plain.add(")");
        return new Code(Code.Kind.DOUBLE, null, plain);
    }

    /** A call that gives this type if a callee does, else another number. */
    private Code call(Scope scope, int depth) {
        List<MethodShape> fitting = scope.callees().stream()
                .filter(callee -> callee.result() == Type.DOUBLE)
                .toList();
        return fitting.isEmpty() ? number(scope, depth) : Code.of(Type.DOUBLE, call(scope, draw.pick(fitting)));
    }

    /** The call as parts of an expression or a statement. */
    Code call(Scope scope, MethodShape callee) {
        draw.note(Feature.CALL);
        List<Object> parts = new ArrayList<>();
        if (callee.owner() != null) {
            parts.add(ofType(scope, callee.owner(), draw.between(0, 1)));
            parts.add(".");
        }
        parts.add(callee.name() + "(");
        int first = parts.size();
        if (callee.isRecursive()) {
            boolean isInner = scope.method().isRecursive();
            draw.note(Feature.RECURSION);
            parts.add(isInner ? "depth - 1" : String.valueOf(draw.between(0, 3)));
        }
        for (Type type : callee.parameters()) {
            parts.add(parts.size() > first ? ", " : "");
            parts.add(ofType(scope, type, 1));
        }
        parts.add(")");
        return new Code(callee.result().kind(), null, parts);
    }

    /** A value to be passed, returned or declared. */
    Code ofType(Scope scope, Type type, int depth) {
        return draw.nested(() -> drawnOfType(scope, type, depth), () -> drawnOfType(scope, type, 0));
    }

    private Code drawnOfType(Scope scope, Type type, int depth) {
        return switch (type) {
            case DOUBLE, CONSTANT -> number(scope, draw.between(0, depth));
            case FLOAT -> Code.of(Type.FLOAT, "(float) (1.0 * ", leaf(scope), ")");
            case INT -> integer(scope);
            case BOOLEAN -> conditions.condition(scope);
            case ARRAY -> references.array(scope, depth);
            case MATRIX -> references.matrix(scope);
            case CUBE -> references.cube(scope);
            case FLOATS -> references.floats(scope);
            case NODE -> objects.node(scope, depth);
            case NODES -> objects.nodes(scope, depth);
            case PAIR -> objects.pair(scope, depth);
            case LAW -> objects.law(scope, depth);
            case MODE -> objects.mode(scope);
            case FUNCTION -> functions.function(scope, depth);
            case OPERATOR -> functions.operator(scope);
            case RULE -> functions.rule(scope);
            case FUNCTIONS -> functions.functions(scope);
            case NUMBERS -> containers.numbers(scope);
            case ROWS -> containers.rows(scope);
            case QUEUE -> containers.queue(scope);
            case MAP -> containers.map(scope);
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    /** A small integer, of any sign. */
    Code integer(Scope scope) {
        List<String> names = scope.names(Type.INT);
        List<String> arrays = scope.names(Type.INTS);
        if (names.isEmpty() || draw.chance(0.15)) {
            return Code.of(Type.INT, String.valueOf(draw.between(0, 4)));
        }
        List<String> longs = scope.names(Type.LONG);
        return draw.<Code>one(
                () -> Code.of(Type.INT, draw.pick(names)),
                () -> Code.of(Type.INT, draw.pick(longs.isEmpty() ? names : List.of("(int) " + longs.get(0)))),
                () -> Code.of(Type.INT, "(" + draw.pick(names) + " + " + draw.between(1, 3) + ")"),
                () -> Code.of(Type.INT, "(" + draw.pick(names) + " * 2 - " + draw.pick(names) + ")"),
                () -> arrays.isEmpty()
                        ? Code.of(Type.INT, draw.pick(names))
                        : Code.of(Type.INT, draw.pick(arrays), "[", index(scope), "]"),
                () -> Code.of(Type.INT, "(int) ", Code.of(Type.DOUBLE, "(2 * ", leaf(scope), ")"))
                        .watched("integer"));
    }

    /** An integer within the bounds of every array. */
    Code index(Scope scope) {
        int length = draw.length();
        if (draw.chance(0.4)) {
            return Code.of(Type.INT, String.valueOf(draw.between(0, length - 1)));
        }
        List<String> counters = scope.assignable(Type.INT);
        if (!counters.isEmpty() && draw.chance(0.1)) {
            return Code.of(Type.INT, "(" + draw.pick(counters) + "++ & " + (length < 4 ? 1 : 3) + ")");
        }
        return draw.chance(0.02)
                ? integer(scope)
                : Code.of(Type.INT, "Math.floorMod(", integer(scope), ", " + length + ")");
    }
}
