package org.atled.processor;

import static org.atled.processor.Code.name;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code fJvp}: each active parameter is followed by its tangent; the result is the tangent of the result. */
final class JvpForm {
    private JvpForm() {}

    static Wrapper write(Primal primal) {
        Type derivative = primal.objectResult().map(o -> o.gradient().type()).orElseGet(primal::resultType);
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Jvp", derivative);
        Map<Parameter, String> tangents = new HashMap<>();
        for (Parameter parameter : primal.parameters()) {
            wrapper.parameter(parameter);
            if (parameter.active()) {
                tangents.put(parameter, wrapper.derivative(parameter, "Tangent"));
            }
        }
        ShadowArguments shadows = ShadowArguments.seeded(wrapper, tangents);
        String tape = wrapper.fresh("tape");
        Expression call = CoreCall.forward(primal, p -> p.hasShadow() ? shadows.of(p) : name(tangents.get(p)), tape);
        List<Statement> statements = new ArrayList<>();
        if (primal.objectResult().isPresent()) {
            ObjectResult result = primal.objectResult().get();
            String value = wrapper.fresh("result");
            statements.add(Code.declare(result.type(), value, call));
            statements.add(Code.giveBack(result.gradient().show(value, tape + ".returnedShadow")));
        } else {
            statements.add(Code.run(call));
        }
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
