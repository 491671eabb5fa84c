package org.atled.compiler.random;

import java.util.List;

/** Draws truth values, of constants and of active values. */
final class Conditions {
    private final Draw draw;
    private final Expressions expressions;

    Conditions(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    /** A decision of the program. */
    Code condition(Scope scope) {
        return truth(scope, draw.between(0, 2)).watched("condition");
    }

    Code truth(Scope scope, int depth) {
        if (depth <= 0) {
            return comparison(scope);
        }
        return draw.<Code>one(
                () -> Code.of(Type.BOOLEAN, "(", truth(scope, depth - 1), " && ", truth(scope, depth - 1), ")"),
                () -> Code.of(Type.BOOLEAN, "(", truth(scope, depth - 1), " || ", truth(scope, depth - 1), ")"),
                () -> Code.of(Type.BOOLEAN, "!", truth(scope, 0)),
                () -> comparison(scope),
                () -> comparison(scope));
    }

    private Code comparison(Scope scope) {
        List<String> flags = scope.names(Type.BOOLEAN);
        if (!flags.isEmpty() && draw.chance(0.15)) {
            return Code.of(Type.BOOLEAN, draw.pick(flags));
        }
        if (draw.chance(0.35)) {
            String operator = draw.pick(List.of(" < ", " >= ", " == ", " != "));
            return Code.of(
                    Type.BOOLEAN, "(", expressions.integer(scope), operator, String.valueOf(draw.between(0, 3)), ")");
        }
        draw.note(Feature.ACTIVE_CONDITION);
        String operator = draw.pick(List.of(" < ", " > ", " <= ", " >= "));
        Code other = draw.one(() -> expressions.leaf(scope), () -> Code.of(Type.DOUBLE, draw.literal(0.1, 1)));
        return Code.of(Type.BOOLEAN, "(", expressions.number(scope, draw.between(0, 1)), operator, other, ")");
    }

    /** Hardly ever true. */
    Code fault(Scope scope) {
        return draw.<Code>one(
                        () -> Code.of(Type.BOOLEAN, "Double.isNaN(", expressions.leaf(scope), ")"),
                        () -> Code.of(Type.BOOLEAN, "!(Math.abs(", expressions.leaf(scope), ") < 1e3)"),
                        () -> Code.of(Type.BOOLEAN, "(", expressions.leaf(scope), " > 500)"))
                .watched("condition");
    }
}
