package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code fVjp}: from the cotangent of an array result, or in place for a method that returns nothing. */
final class VjpForms {
    private VjpForms() {}

    /** For a primal that returns an array: new gradients of yCotangent·y. */
    static Wrapper ofResult(Primal primal, Results results) {
        Shape shape = primal.result().orElseThrow();
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Vjp", results.type());
        primal.parameters().forEach(wrapper::parameter);
        String cotangent = wrapper.parameter(shape, cotangentName(primal));
        wrapper.add(call("Arguments", "requireNonNull", string(cotangent), name(cotangent)));
        Map<Parameter, String> gradients = GradientForms.newShadows(wrapper, "Cotangent", false);
        ShadowArguments shadows = ShadowArguments.fresh(wrapper, gradients);
        String tape = wrapper.fresh("tape");
        String result = wrapper.fresh("result");
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.declare(
                shape.type(),
                result,
                CoreCall.reverse(primal, shadows::of, Optional.of(copy(cotangent, shape)), true, tape)));
        statements.add(
                Code.run(call("Arguments", "requireCotangent", string(cotangent), name(cotangent), name(result))));
        Map<Parameter, Expression> scalars = CoreCall.popScalars(wrapper, "Cotangent", tape, statements);
        List<Expression> values = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            values.add(parameter.isActiveScalar() ? scalars.get(parameter) : name(gradients.get(parameter)));
        }
        statements.add(Code.giveBack(results.pack(values)));
        wrapper.withTape(tape, statements);
        wrapper.document(Documentation.vjp(primal, cotangent));
        return wrapper;
    }

    /** What has no place of its own that a derivative could be left in. */
    static List<Parameter> returned(Primal primal) {
        return primal.active().stream()
                .filter(p -> p.isActiveScalar() || !p.isWritten())
                .toList();
    }

    static String cotangentName(Primal primal) {
        boolean taken = primal.parameters().stream().anyMatch(p -> p.name().equals("y"));
        return taken ? "resultCotangent" : "yCotangent";
    }

    /** Derivative code may consume a cotangent, and the primal may write an array the user passed as one. */
    private static Expression copy(String cotangent, Shape shape) {
        return shape.rank() == 1
                ? new MethodCallExpr(name(cotangent), "clone")
                : call("Shadows", "copy", name(cotangent));
    }

    /** For a primal that returns nothing: a cotangent after each active array or object, consumed or added to. */
    static Wrapper inPlace(Primal primal, Results results) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Vjp", results.type());
        Map<Parameter, String> cotangents = new LinkedHashMap<>();
        for (Parameter parameter : primal.parameters()) {
            wrapper.parameter(parameter);
            if (parameter.active() && parameter.hasShadow()) {
                cotangents.put(parameter, wrapper.derivative(parameter, "Cotangent"));
            }
        }
        ShadowArguments shadows = ShadowArguments.seeded(wrapper, cotangents);
        String tape = wrapper.fresh("tape");
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.run(CoreCall.reverse(primal, shadows::of, Optional.empty(), true, tape)));
        Map<Parameter, Expression> scalars = CoreCall.popScalars(wrapper, "Cotangent", tape, statements);
        List<Parameter> returned = returned(primal);
        if (!returned.isEmpty()) {
            statements.add(Code.giveBack(results.pack(returned.stream()
                    .map(p -> p.isActiveScalar() ? scalars.get(p) : shadows.show(p))
                    .toList())));
        }
        wrapper.withTape(tape, statements);
        wrapper.document(Documentation.vjpInPlace(primal, cotangents));
        return wrapper;
    }
}
