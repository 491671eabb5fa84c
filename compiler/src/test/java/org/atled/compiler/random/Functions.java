package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws function objects, lambdas above all, and what they are applied to. */
final class Functions {
    private final Draw draw;
    private final Expressions expressions;

    Functions(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    Code function(Scope scope, int depth) {
        List<Supplier<Code>> found = new ArrayList<>();
        scope.names(Type.FUNCTION).forEach(name -> found.add(() -> Code.of(Type.FUNCTION, name)));
        scope.names(Type.FUNCTIONS)
                .forEach(name -> found.add(() -> Code.of(
                        Type.FUNCTION, name, "[", expressions.references().rowIndex(scope), "]")));
        if (found.isEmpty() && draw.isDeep()) {
            found.add(() -> Code.of(Type.FUNCTION, "Math::sin"));
        } else if (found.isEmpty() || depth > 0) {
            found.add(() -> lambda(scope));
            found.add(() -> lambda(scope));
            found.add(() -> anonymous(scope));
            found.add(() -> methodReference(scope));
        }
        if (depth > 0) {
            found.add(() -> Code.of(
                    Type.FUNCTION,
                    function(scope, depth - 1),
                    draw.pick(List.of(".andThen(", ".compose(")),
                    function(scope, depth - 1),
                    ")"));
            found.add(() -> Code.of(
                    Type.FUNCTION,
                    "(",
                    expressions.conditions().condition(scope),
                    " ? ",
                    function(scope, depth - 1),
                    " : ",
                    function(scope, depth - 1),
                    ")"));
            scope.callees().stream()
                    .filter(callee -> callee.result() == Type.FUNCTION)
                    .forEach(callee -> found.add(() -> expressions.call(scope, callee)));
        }
        Code drawn = draw.pick(found).get();
        // Lambdas have no type of their own.
        return depth > 0 ? Code.of(Type.FUNCTION, "((" + Type.FUNCTION + ") ", drawn, ")") : typed(drawn);
    }

    private static Code typed(Code function) {
        return Code.of(Type.FUNCTION, "((" + Type.FUNCTION + ") ", function, ")");
    }

    private Code lambda(Scope scope) {
        draw.note(Feature.LAMBDA);
        String parameter = draw.name("t");
        Scope inner = inside(scope, parameter);
        if (draw.chance(0.7)) {
            return Code.of(
                    Type.FUNCTION,
                    parameter + " -> ",
                    expressions.number(inner, 2).watched("value"));
        }
        return Code.of(Type.FUNCTION, parameter + " -> {\n", body(inner), "}");
    }

    private Scope inside(Scope scope, String parameter) {
        Scope inner = scope.lambda();
        if (!inner.names(Type.DOUBLE).isEmpty() || !inner.names(Type.ARRAY).isEmpty()) {
            draw.note(Feature.CAPTURE);
        }
        inner.addFinal(parameter, Type.DOUBLE);
        return inner;
    }

    private Code body(Scope inner) {
        String name = draw.name("d");
        Code first = Code.statement(
                "double " + name + " = ", expressions.number(inner, 1).watched("value"), ";\n");
        inner.add(name, Type.DOUBLE, true);
        Code second =
                draw.isDeep() ? Code.statement() : expressions.assignments().assignment(inner);
        return Code.statement(
                first, second, "return ", expressions.number(inner, 2).watched("value"), ";\n");
    }

    private Code anonymous(Scope scope) {
        draw.note(Feature.ANONYMOUS_CLASS);
        String parameter = draw.name("t");
        Scope inner = inside(scope, parameter).withoutThis();
        return Code.of(
                Type.FUNCTION,
                "new " + Type.FUNCTION + "() {\n@Override public double applyAsDouble(double " + parameter + ") {\n",
                body(inner),
                "}\n}");
    }

    private Code methodReference(Scope scope) {
        draw.note(Feature.METHOD_REFERENCE);
        List<Supplier<Code>> found = new ArrayList<>();
        found.add(
                () -> Code.of(Type.FUNCTION, draw.pick(List.of("Math::sin", "Math::cos", "Math::tanh", "Math::atan"))));
        if (scope.family().isPresent()) {
            found.add(() -> Code.of(Type.FUNCTION, expressions.objects().law(scope, 0), "::energy"));
            found.add(() -> Code.of(Type.FUNCTION, expressions.objects().mode(scope), "::scale"));
        }
        return draw.pick(found).get();
    }

    Code operator(Scope scope) {
        draw.note(Feature.LAMBDA);
        List<String> names = scope.names(Type.OPERATOR);
        if (!names.isEmpty() && draw.chance(0.6)) {
            return Code.of(Type.OPERATOR, draw.pick(names));
        }
        if (draw.chance(0.3)) {
            return Code.of(
                    Type.OPERATOR,
                    "((" + Type.OPERATOR + ") " + draw.pick(List.of("Double::sum", "Math::hypot")) + ")");
        }
        String one = draw.name("t");
        String other = draw.name("t");
        Scope inner = inside(scope, one);
        inner.addFinal(other, Type.DOUBLE);
        return Code.of(
                Type.OPERATOR,
                "((" + Type.OPERATOR + ") (" + one + ", " + other + ") -> ",
                expressions.number(inner, 2).watched("value"),
                ")");
    }

    Code rule(Scope scope) {
        draw.note(Feature.LAMBDA);
        List<String> names = scope.names(Type.RULE);
        if (!names.isEmpty() && draw.chance(0.6)) {
            return Code.of(Type.RULE, draw.pick(names), draw.chance(0.2) ? ".twice()" : "");
        }
        if (draw.chance(0.15)) {
            return Code.of(Type.RULE, "Rule.first()");
        }
        String array = draw.name("a");
        String number = draw.name("t");
        Scope inner = inside(scope, number);
        inner.addFinal(array, Type.ARRAY);
        return Code.of(Type.RULE, "((Rule) (" + array + ", " + number + ") -> {\n", body(inner), "})");
    }

    Code functions(Scope scope) {
        List<String> names = scope.names(Type.FUNCTIONS);
        if (!names.isEmpty() && draw.chance(0.6)) {
            return Code.of(Type.FUNCTIONS, draw.pick(names));
        }
        List<Object> parts = new ArrayList<>(List.of("new " + Type.FUNCTIONS + " {"));
        for (int i = 0; i < draw.rows(); i++) {
            parts.add(i > 0 ? ", " : "");
            parts.add(function(scope, draw.between(0, 1)));
        }
        parts.add("}");
        return new Code(Code.Kind.FUNCTIONS, null, parts);
    }

    /** A function applied. */
    Code number(Scope scope, int depth) {
        return draw.<Code>one(
                () -> Code.of(
                        Type.DOUBLE, function(scope, depth), ".applyAsDouble(", expressions.number(scope, depth), ")"),
                () -> Code.of(
                        Type.DOUBLE,
                        operator(scope),
                        ".applyAsDouble(",
                        expressions.number(scope, depth),
                        ", ",
                        expressions.leaf(scope),
                        ")"),
                () -> !scope.family().isPresent()
                        ? expressions.leaf(scope)
                        : Code.of(
                                Type.DOUBLE,
                                rule(scope),
                                ".of(",
                                expressions.references().array(scope, 0),
                                ", ",
                                expressions.number(scope, depth),
                                ")"));
    }
}
