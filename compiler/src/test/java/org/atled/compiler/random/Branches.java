package org.atled.compiler.random;

import java.util.List;

/** Draws branches and jumps. */
final class Branches {
    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;

    Branches(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.expressions = expressions;
        this.statements = statements;
    }

    Code branch(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.statement("if (", condition(scope), ") ", statements.block(scope, depth)),
                () -> Code.statement("if (", condition(scope), ") ", statements.block(scope, depth)),
                () -> Code.statement(
                        "if (",
                        condition(scope),
                        ") ",
                        statements.block(scope, depth),
                        "else ",
                        statements.block(scope, depth)),
                () -> assigned(scope, depth),
                () -> switchStatement(scope, depth),
                () -> arrowSwitch(scope, depth),
                () -> switchExpression(scope, depth));
    }

    private Code condition(Scope scope) {
        return expressions.conditions().condition(scope);
    }

    /** A variable that each branch gives its value. */
    private Code assigned(Scope scope, int depth) {
        String name = draw.name("d");
        Code one = Code.of(
                Code.Kind.BLOCK,
                "{\n" + name + " = ",
                expressions.number(scope).watched("value"),
                ";\n",
                statements.block(scope, depth),
                "}\n");
        Code other = Code.of(
                Code.Kind.BLOCK, "{\n" + name + " = ", expressions.number(scope).watched("value"), ";\n}\n");
        Code whole = Code.statement("double " + name + ";\nif (", condition(scope), ") ", one, "else ", other);
        scope.add(name, Type.DOUBLE, true);
        return whole;
    }

    private Code selector(Scope scope) {
        return Code.of(Type.INT, "Math.floorMod(", expressions.integer(scope), ", 4)")
                .watched("integer");
    }

    private Code switchStatement(Scope scope, int depth) {
        draw.note(Feature.SWITCH);
        Scope inner = scope.inSwitch();
        return Code.statement(
                "switch (",
                selector(scope),
                ") {\ncase 0: ",
                statements.block(inner, depth),
                draw.chance(0.6) ? "break;\n" : "",
                "case 2:\ncase 7: ",
                statements.block(inner, depth),
                draw.chance(0.6) ? "break;\n" : "",
                draw.chance(0.6) ? "default: " : "case 3: ",
                statements.block(inner, depth),
                "}\n");
    }

    private Code arrowSwitch(Scope scope, int depth) {
        draw.note(Feature.SWITCH);
        Scope inner = scope.inSwitch();
        return Code.statement(
                "switch (",
                condition(scope),
                " ? \"one\" : \"two\") {\ncase \"one\" -> ",
                statements.block(inner, depth),
                "case \"three\" -> ",
                statements.block(inner, depth),
                "default -> ",
                statements.block(inner, depth),
                "}\n");
    }

    private Code switchExpression(Scope scope, int depth) {
        draw.note(Feature.SWITCH);
        Scope closed = scope.closed();
        Code value = Code.of(
                Type.DOUBLE,
                "switch (",
                selector(scope),
                ") {\ncase 0, 3 -> ",
                expressions.number(scope),
                ";\ncase 1 -> {\n",
                statements.block(closed, depth),
                "yield ",
                expressions.number(scope),
                ";\n}\ndefault -> ",
                expressions.number(scope),
                ";\n}");
        return statements.declare(scope, Type.DOUBLE, value.watched("value"));
    }

    /** Leaves or continues a loop, or returns; always under a condition, so that what follows can be reached. */
    Code jump(Scope scope) {
        List<String> loops = scope.loops();
        if (scope.canReturn() && (loops.isEmpty() || draw.chance(0.3))) {
            draw.note(Feature.EARLY_RETURN);
            return Code.statement("if (", condition(scope), ") {\n", result(scope), "}\n");
        }
        if (loops.isEmpty()) {
            return Code.statement("count++;\n");
        }
        draw.note(Feature.JUMP);
        String word = draw.chance(0.5) ? "break" : "continue";
        boolean isPlain = draw.chance(0.5) && (scope.isBreakPlain() || word.equals("continue"));
        String label = isPlain ? "" : " " + draw.pick(loops);
        return Code.statement("if (", condition(scope), ") {\n" + word + label + ";\n}\n");
    }

    /** The return statement. */
    Code result(Scope scope) {
        return switch (scope.method().result()) {
            case DOUBLE ->
                Code.of(
                        Code.Kind.STATEMENT,
                        "return ",
                        expressions.number(scope).watched("value"),
                        ";\n");
            case ARRAY ->
                Code.of(Code.Kind.STATEMENT, "return ", expressions.references().array(scope, 1), ";\n");
            case MATRIX ->
                Code.of(Code.Kind.STATEMENT, "return ", expressions.references().matrix(scope), ";\n");
            case VOID -> Code.of(Code.Kind.STATEMENT, "return;\n");
            default ->
                Code.of(
                        Code.Kind.STATEMENT,
                        "return ",
                        expressions.ofType(scope, scope.method().result(), 1),
                        ";\n");
        };
    }
}
