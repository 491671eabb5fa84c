package org.atled.compiler.random;

import java.util.List;

/** Draws statements that declare, link, walk and tell apart objects, and that declare functions. */
final class ObjectStatements {
    private static final List<Type> TYPES = List.of(
            Type.NODE,
            Type.NODE,
            Type.NODE,
            Type.NODES,
            Type.PAIR,
            Type.LAW,
            Type.MODE,
            Type.FUNCTION,
            Type.FUNCTION,
            Type.OPERATOR,
            Type.RULE,
            Type.FUNCTIONS,
            Type.NUMBERS,
            Type.ROWS,
            Type.QUEUE,
            Type.MAP,
            Type.CUBE,
            Type.FLOATS);

    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;

    ObjectStatements(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.expressions = expressions;
        this.statements = statements;
    }

    Code declaration(Scope scope) {
        if (draw.chance(0.2)) {
            return captured(scope);
        }
        if (draw.chance(0.1)) {
            draw.note(Feature.BOX);
            String name = draw.name("d");
            Code value = expressions.number(scope).watched("value");
            scope.add(name, Type.DOUBLE, true);
            return Code.statement("Double " + name + " = ", value, ";\n");
        }
        Type type = draw.pick(TYPES);
        if (type == Type.MAP) {
            return expressions.containers().filledMap(scope, statements);
        }
        boolean isPossible = type != Type.FLOATS || draw.usesFloat();
        return isPossible ? statements.declare(scope, type, expressions.ofType(scope, type, 2)) : captured(scope);
    }

    /** A variable that lambdas can use. */
    private Code captured(Scope scope) {
        Type type = draw.pick(List.of(Type.DOUBLE, Type.ARRAY, Type.NODE, Type.INT, Type.FUNCTION, Type.PAIR));
        Code value = expressions.ofType(scope, type, 1);
        String name = draw.name("c");
        scope.addFinal(name, type);
        return Code.statement(
                "final " + type + " " + name + " = ", type == Type.DOUBLE ? value.watched("value") : value, ";\n");
    }

    Code statement(Scope scope, int depth) {
        if (scope.names(Type.NODE).isEmpty()) {
            return declaration(scope);
        }
        Code node = expressions.objects().node(scope, 0);
        return draw.<Code>one(
                () -> assigned(scope, node),
                () -> assigned(scope, node),
                () -> Code.statement(node, ".with(", expressions.number(scope).watched("value"), ");\n"),
                () -> linked(scope, node),
                () -> replaced(scope),
                () -> replaced(scope),
                () -> walk(scope, depth),
                () -> over(scope, depth),
                () -> told(scope, node, depth),
                () -> modes(scope, depth));
    }

    private Code assigned(Scope scope, Code node) {
        List<Family.Member> fields = scope.family().node().stream()
                .filter(field -> field.isAssignable() && field.type() != Type.INT)
                .toList();
        if (fields.isEmpty()) {
            return linked(scope, node);
        }
        Family.Member field = draw.pick(fields);
        Code value = expressions.ofType(scope, field.type(), 2);
        return Code.statement(
                node, "." + field.name() + " = ", field.type() == Type.DOUBLE ? value.watched("value") : value, ";\n");
    }

    private Code linked(Scope scope, Code node) {
        draw.note(Feature.CYCLE);
        return Code.statement(node, ".next = ", expressions.objects().node(scope, draw.between(0, 1)), ";\n");
    }

    /** Another object in a variable or an array. */
    private Code replaced(Scope scope) {
        List<String> arrays = scope.names(Type.NODES);
        if (!arrays.isEmpty() && draw.chance(0.5)) {
            return Code.statement(
                    expressions.objects().element(scope, draw.pick(arrays)),
                    " = ",
                    expressions.objects().node(scope, 1),
                    ";\n");
        }
        Type type = draw.pick(List.of(Type.NODE, Type.NODE, Type.PAIR, Type.LAW, Type.FUNCTION, Type.RULE));
        List<String> variables = scope.assignable(type);
        return variables.isEmpty()
                ? declaration(scope)
                : Code.statement(draw.pick(variables) + " = ", expressions.ofType(scope, type, 1), ";\n");
    }

    private Code walk(Scope scope, int depth) {
        draw.note(Feature.CYCLE);
        String node = draw.name("w");
        String i = draw.name("i");
        Code start = expressions.objects().node(scope, 0);
        Scope inner = scope.loop(draw.name("none")).closed();
        inner.add(node, Type.NODE, false);
        inner.add(i, Type.INT, false);
        return Code.statement(
                "Node " + node + " = ",
                start,
                ";\nfor (int " + i + " = 0; " + i + " < " + draw.between(1, 4) + " && " + node + " != null; " + i
                        + "++) {\n",
                statements.block(inner, depth - 1),
                node + " = " + node + ".next;\n}\n");
    }

    private Code over(Scope scope, int depth) {
        String node = draw.name("n");
        Code nodes = expressions.objects().nodes(scope, 0);
        Scope inner = scope.loop(draw.name("none")).closed();
        inner.add(node, Type.NODE, false);
        return Code.statement("for (Node " + node + " : ", nodes, ") ", statements.block(inner, depth - 1));
    }

    private Code told(Scope scope, Code node, int depth) {
        String heavy = draw.name("n");
        Scope inner = scope.inner();
        inner.add(heavy, Type.NODE, false);
        inner.add(heavy + ".h", Type.DOUBLE, scope.family().heavy().get(0).isAssignable());
        return draw.<Code>one(
                () -> Code.statement(
                        "if ((Object) ", node, " instanceof Heavy " + heavy + ") ", statements.block(inner, depth - 1)),
                () -> Code.statement(
                        "Object " + heavy + "o = ",
                        node,
                        ";\nif (" + heavy + "o instanceof Heavy) {\nHeavy " + heavy + " = (Heavy) " + heavy + "o;\n",
                        statements.block(inner, depth - 1),
                        "}\n"),
                () -> Code.statement(
                        "if (",
                        node,
                        " == ",
                        expressions.objects().node(scope, 0),
                        ") ",
                        statements.block(scope, depth - 1)));
    }

    private Code modes(Scope scope, int depth) {
        draw.note(Feature.SWITCH);
        Scope inner = scope.inSwitch();
        return Code.statement(
                "switch (",
                expressions.objects().mode(scope),
                ") {\ncase SLOW: ",
                statements.block(inner, depth - 1),
                draw.chance(0.5) ? "break;\n" : "",
                "case FAST: ",
                statements.block(inner, depth - 1),
                draw.chance(0.5) ? "default:\n" : "",
                "}\n");
    }
}
