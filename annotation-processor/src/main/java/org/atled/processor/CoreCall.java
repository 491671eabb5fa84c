package org.atled.processor;

import static org.atled.processor.Code.name;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Code that calls the core methods of a primal and takes its results off the tape. */
final class CoreCall {
    private CoreCall() {}

    /** A call of the forward core; tangents for every active parameter and every object. */
    static Expression forward(Primal primal, Function<Parameter, Expression> tangents, String tape) {
        return forward(primal, parameter -> name(parameter.name()), tangents, tape);
    }

    /** The same with other arguments than variables of the parameters' names. */
    static Expression forward(
            Primal primal,
            Function<Parameter, Expression> values,
            Function<Parameter, Expression> tangents,
            String tape) {
        return Code.callOwn(primal.own("forward"), interleaved(primal, 1, values, (p, i) -> tangents.apply(p), tape));
    }

    /** A call of the forward core for several directions; tangents by parameter and direction. */
    static Expression chunk(
            Primal primal,
            int directions,
            Function<Parameter, Expression> values,
            BiFunction<Parameter, Integer, Expression> tangents,
            String tape) {
        return Code.callOwn(primal.own("chunk" + directions), interleaved(primal, directions, values, tangents, tape));
    }

    private static List<Expression> interleaved(
            Primal primal,
            int directions,
            Function<Parameter, Expression> values,
            BiFunction<Parameter, Integer, Expression> tangents,
            String tape) {
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            arguments.add(values.apply(parameter));
            for (int i = 0; (parameter.active() || parameter.isUnseen()) && i < directions; i++) {
                arguments.add(tangents.apply(parameter, i));
            }
        }
        arguments.add(name(tape));
        return arguments;
    }

    /** A call of the reverse core; shadows for every active array and every object, a cotangent unless the primal is {@code void}. */
    static Expression reverse(
            Primal primal,
            Function<Parameter, Expression> shadows,
            Optional<Expression> cotangent,
            boolean accumulate,
            String tape) {
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            arguments.add(name(parameter.name()));
            if (parameter.hasShadow()) {
                arguments.add(shadows.apply(parameter));
            }
        }
        cotangent.ifPresent(arguments::add);
        arguments.add(new BooleanLiteralExpr(accumulate));
        arguments.add(name(tape));
        return Code.callOwn(primal.own("reverse"), arguments);
    }

    /**
     * Takes the cotangents of the active scalars off the tape, the last one first, into new local variables.
     *
     * @return the variables by parameter
     */
    static Map<Parameter, Expression> popScalars(
            Wrapper wrapper, String suffix, String tape, List<Statement> statements) {
        List<Parameter> scalars = wrapper.primal().activeScalars();
        Map<Parameter, Expression> variables = new HashMap<>();
        for (int i = scalars.size() - 1; i >= 0; i--) {
            Parameter scalar = scalars.get(i);
            String variable = wrapper.fresh(scalar.name() + suffix);
            Shape shape = scalar.shape().orElseThrow();
            statements.add(Code.declare(shape.type(), variable, pop(shape, tape)));
            variables.put(scalar, name(variable));
        }
        return variables;
    }

    /** The tape holds every scalar cotangent as a {@code double}. */
    static Expression pop(Shape shape, String tape) {
        Expression popped = Code.call(tape, "popDouble");
        return shape.single() ? new CastExpr(PrimitiveType.floatType(), popped) : popped;
    }
}
