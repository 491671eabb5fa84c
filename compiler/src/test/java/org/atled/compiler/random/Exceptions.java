package org.atled.compiler.random;

import java.util.List;

/** Draws statements that throw, and those that catch. */
final class Exceptions {
    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;

    Exceptions(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.expressions = expressions;
        this.statements = statements;
    }

    Code protectedBlock(Scope scope, int depth) {
        draw.note(Feature.TRY);
        Code tried = statements.block(scope.tried(), depth);
        return draw.<Code>one(
                () -> Code.statement("try ", tried, handlers(scope, depth)),
                () -> Code.statement("try ", tried, handlers(scope, depth)),
                () -> Code.statement("try ", tried, handlers(scope, depth), finallyBlock(scope, depth)),
                () -> Code.statement("try ", tried, finallyBlock(scope, depth)),
                () -> resource(scope, depth, tried),
                () -> assigned(scope));
    }

    private Code handlers(Scope scope, int depth) {
        String e = draw.name("e");
        if (!scope.family().isPresent()) {
            return handler("RuntimeException " + e, scope.inner(), depth);
        }
        return draw.<Code>one(
                () -> handler("RuntimeException " + e, scope.inner(), depth),
                () -> Code.statement(
                        handler("Fault " + e, coded(scope, e), depth),
                        handler("ArithmeticException | IndexOutOfBoundsException " + e, scope.inner(), depth)),
                () -> Code.statement(
                        handler("ArithmeticException " + e, scope.inner(), depth),
                        handler("RuntimeException " + e, scope.inner(), depth)),
                () -> handler("Fault " + e, coded(scope, e), depth));
    }

    private static Scope coded(Scope scope, String exception) {
        Scope inner = scope.inner();
        inner.add(exception + ".code", Type.INT, false);
        return inner;
    }

    private Code handler(String declaration, Scope inner, int depth) {
        String name = declaration.substring(declaration.lastIndexOf(' ') + 1);
        Code rethrown = draw.chance(0.12)
                ? Code.statement("if (", expressions.conditions().condition(inner), ") {\nthrow " + name + ";\n}\n")
                : Code.statement();
        return Code.statement("catch (" + declaration + ") {\n", rethrown, statements.block(inner, depth), "}\n");
    }

    /** Without jumps and throws of its own, which would hide the exception. */
    private Code finallyBlock(Scope scope, int depth) {
        draw.note(Feature.FINALLY);
        return Code.statement("finally ", statements.block(scope.closed(), Math.min(depth, 1)));
    }

    private Code resource(Scope scope, int depth, Code tried) {
        draw.note(Feature.FINALLY);
        Code closing = Code.statement("count++;\n");
        return Code.statement(
                "try (AutoCloseable " + draw.name("resource") + " = () -> {\n",
                closing,
                "}) ",
                tried,
                "catch (Exception " + draw.name("e") + ") ",
                statements.block(scope, depth));
    }

    /** One value if a computation succeeds, another if it does not. */
    private Code assigned(Scope scope) {
        String name = draw.name("d");
        Code whole = Code.statement(
                "double " + name + ";\ntry {\n",
                hazard(scope.tried()),
                name + " = ",
                expressions.number(scope).watched("value"),
                ";\n} catch (RuntimeException " + draw.name("e") + ") {\n" + name + " = ",
                expressions.number(scope).watched("value"),
                ";\n}\n");
        scope.add(name, Type.DOUBLE, true);
        return whole;
    }

    /** Throws sometimes. */
    Code hazard(Scope scope) {
        draw.note(Feature.HAZARD);
        return draw.<Code>one(
                () -> thrown(scope),
                () -> thrown(scope),
                () -> Code.statement("count += 7 / ", expressions.integer(scope).watched("integer"), ";\n"),
                () -> bounds(scope),
                () -> nothing(scope),
                () -> expressions.assignments().call(scope));
    }

    private Code thrown(Scope scope) {
        draw.note(Feature.THROW);
        String exception = scope.family().isPresent() && draw.chance(0.7)
                ? draw.pick(List.of("Fault(1)", "Fault(2)"))
                : draw.pick(List.of("ArithmeticException(\"none\")", "IllegalStateException()"));
        return Code.statement(
                "if (", expressions.conditions().condition(scope), ") {\nthrow new " + exception + ";\n}\n");
    }

    private Code bounds(Scope scope) {
        List<String> arrays = scope.names(Type.ARRAY);
        if (arrays.isEmpty()) {
            return thrown(scope);
        }
        return Code.statement(
                draw.pick(arrays) + "[",
                expressions.integer(scope).watched("integer"),
                "] " + draw.pick(List.of("=", "+=")) + " ",
                expressions.number(scope).watched("value"),
                ";\n");
    }

    private Code nothing(Scope scope) {
        List<String> arrays = scope.names(Type.ARRAY);
        if (arrays.isEmpty()) {
            return thrown(scope);
        }
        return Code.statement(
                "(",
                expressions.conditions().condition(scope),
                " ? " + draw.pick(arrays) + " : null)[",
                expressions.index(scope),
                "] = ",
                expressions.number(scope).watched("value"),
                ";\n");
    }
}
