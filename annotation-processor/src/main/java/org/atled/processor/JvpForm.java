package org.atled.processor;

import static org.atled.processor.Code.name;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code fJvp}: each active parameter is followed by its tangent; the result is the tangent of the result. */
final class JvpForm {
    private JvpForm() {}

    static Wrapper write(Primal primal) {
        Type result = primal.result().map(Shape::type).orElseGet(VoidType::new);
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Jvp", result);
        Map<Parameter, String> tangents = new HashMap<>();
        for (Parameter parameter : primal.parameters()) {
            wrapper.parameter(parameter);
            if (parameter.active()) {
                tangents.put(
                        parameter, wrapper.parameter(parameter.shape().orElseThrow(), parameter.name() + "Tangent"));
            }
        }
        ShadowArguments shadows = ShadowArguments.seeded(wrapper, tangents);
        String tape = wrapper.fresh("tape");
        Expression call =
                CoreCall.forward(primal, p -> p.isActiveArray() ? shadows.of(p) : name(tangents.get(p)), tape);
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.run(call));
        primal.result().ifPresent(shape -> statements.add(Code.giveBack(returned(shape, tape))));
        wrapper.withTape(tape, statements);
        wrapper.document(Documentation.jvp(primal, tangents));
        return wrapper;
    }

    private static Expression returned(Shape shape, String tape) {
        Expression field = Code.field(tape, shape.tapeField());
        return shape.isScalar() ? field : new CastExpr(shape.type(), field);
    }
}
