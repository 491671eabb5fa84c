package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code fTaylor}: the Taylor coefficients of a function of one number, or of several that move along a line, each
 * followed by its speed.
 */
final class TaylorForm {
    private TaylorForm() {}

    /** Whether all variables and the result are of type {@code double}. */
    static boolean applies(Primal primal) {
        Shape number = new Shape(false, 0);
        return primal.result().filter(number::equals).isPresent()
                && primal.active().stream()
                        .allMatch(p -> p.shape().filter(number::equals).isPresent());
    }

    static Wrapper write(Primal primal) {
        Shape vector = new Shape(false, 1);
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Taylor", vector.type());
        Map<Parameter, String> speeds = new LinkedHashMap<>();
        boolean several = primal.active().size() > 1;
        for (Parameter parameter : primal.parameters()) {
            wrapper.parameter(parameter);
            if (parameter.active() && several) {
                speeds.put(parameter, wrapper.derivative(parameter, "Tangent"));
            }
        }
        String order = wrapper.integer("k");
        wrapper.add(call("Series", "requireOrder", string(order), name(order)));
        String tape = wrapper.fresh("tape");
        String value = wrapper.fresh("value");
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            arguments.add(name(parameter.name()));
            if (parameter.active()) {
                Expression speed = several ? name(speeds.get(parameter)) : number(1);
                arguments.add(call("Series", "line", speed, name(order)));
            }
        }
        arguments.add(name(tape));
        List<Statement> statements = List.of(
                Code.declare(PrimitiveType.doubleType(), value, Code.callOwn(primal.own("taylor"), arguments)),
                Code.giveBack(
                        call("Series", "coefficients", name(value), Code.field(tape, "returnedShadow"), name(order))));
        wrapper.withTape(tape, statements);
        wrapper.document(Documentation.taylor(primal, speeds, order));
        return wrapper;
    }
}
