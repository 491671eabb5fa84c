package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the two gradient methods of a scalar-valued primal: one into arrays given by the user, one into new ones. */
final class GradientForms {
    private GradientForms() {}

    /** {@code double fGradient(p, …, pGradient, …)}: returns the value, overwrites the gradient. */
    static Wrapper into(Primal primal) {
        Shape result = primal.result().orElseThrow();
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Gradient", result.type());
        primal.parameters().forEach(wrapper::parameter);
        Map<Parameter, String> given = new LinkedHashMap<>();
        for (Parameter parameter : primal.active()) {
            given.put(
                    parameter,
                    parameter.isActiveScalar()
                            ? wrapper.parameter(
                                    parameter.shape().orElseThrow().withRank(1), parameter.name() + "Gradient")
                            : wrapper.derivative(parameter, "Gradient"));
        }
        ShadowArguments shadows = ShadowArguments.overwritten(wrapper, given);
        ScalarPlaces.require(wrapper, given, shadows);
        String tape = wrapper.fresh("tape");
        Expression call = CoreCall.reverse(primal, shadows::of, Optional.of(result.literal("1.0")), false, tape);
        wrapper.withTape(
                tape,
                ForwardGradient.applies(primal)
                        ? new ForwardGradient(primal)
                                .write(wrapper, given, tape, () -> intoBody(wrapper, given, shadows, tape, call))
                        : intoBody(wrapper, given, shadows, tape, call));
        wrapper.document(Documentation.gradientInto(primal, given));
        return wrapper;
    }

    private static List<Statement> intoBody(
            Wrapper wrapper, Map<Parameter, String> given, ShadowArguments shadows, String tape, Expression call) {
        List<Parameter> scalars = wrapper.primal().activeScalars();
        if (scalars.isEmpty() && shadows.afterwards().isEmpty()) {
            return List.of(Code.giveBack(call));
        }
        List<Statement> statements = new ArrayList<>();
        String value = wrapper.fresh("value");
        statements.add(Code.declare(wrapper.primal().result().orElseThrow().type(), value, call));
        for (int i = scalars.size() - 1; i >= 0; i--) {
            Shape shape = scalars.get(i).shape().orElseThrow();
            statements.add(Code.assign(Code.element(given.get(scalars.get(i)), number(0)), CoreCall.pop(shape, tape)));
        }
        statements.addAll(shadows.afterwards());
        statements.add(Code.giveBack(name(value)));
        return statements;
    }

    /**
     * {@code double[] fGradient(p, …)}: returns the gradient.
     *
     * @param into name of the method that fills given arrays
     */
    static Wrapper fresh(Primal primal, Results results, String into) {
        Wrapper wrapper = freshHead(primal, results);
        Map<Parameter, String> gradients = newShadows(wrapper, "Gradient", true);
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(parameter -> arguments.add(name(parameter.name())));
        primal.active().forEach(parameter -> arguments.add(name(gradients.get(parameter))));
        wrapper.add(Code.callOwn(into, arguments));
        List<Expression> values = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            String gradient = gradients.get(parameter);
            values.add(parameter.isActiveScalar() ? Code.element(gradient, number(0)) : name(gradient));
        }
        wrapper.add(Code.giveBack(results.pack(values)));
        wrapper.document(Documentation.gradient(primal));
        return wrapper;
    }

    /** The same without a body. */
    static Wrapper freshHead(Primal primal, Results results) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Gradient", results.type());
        primal.parameters().forEach(wrapper::parameter);
        return wrapper;
    }

    /**
     * Declares new zero arrays, one for each distinct active array and, on demand, one for each active scalar.
     *
     * @return their names
     */
    static Map<Parameter, String> newShadows(Wrapper wrapper, String suffix, boolean scalars) {
        Primal primal = wrapper.primal();
        Map<Parameter, String> names = new LinkedHashMap<>();
        primal.active().stream()
                .filter(p -> scalars || p.isActiveArray())
                .forEach(p -> names.put(p, wrapper.fresh(p.name() + suffix)));
        String zeros = primal.isDeep() ? wrapper.fresh("zeros") : null;
        if (primal.isDeep()) {
            wrapper.add(Code.declare(Code.type("Zeros"), zeros, Code.create("Zeros", List.of())));
        } else {
            primal.activeArrays()
                    .forEach(p -> wrapper.add(call("Arguments", "requireNonNull", string(p.name()), name(p.name()))));
        }
        List<Parameter> earlier = new ArrayList<>();
        names.forEach((parameter, name) -> {
            Shape shape = parameter.shape().orElseThrow();
            wrapper.add(Code.declare(
                    shape.withRank(Math.max(1, shape.rank())).type(),
                    name,
                    newShadow(parameter, earlier, names, zeros)));
            earlier.add(parameter);
        });
        return names;
    }

    private static Expression newShadow(
            Parameter parameter, List<Parameter> earlier, Map<Parameter, String> names, String zeros) {
        Shape shape = parameter.shape().orElseThrow();
        if (shape.isScalar()) {
            return shape.withRank(1).newArray(number(1));
        }
        if (zeros != null) {
            return call(zeros, "like", string(parameter.name()), name(parameter.name()));
        }
        return Sharing.choose(
                parameter,
                earlier,
                other -> name(names.get(other)),
                shape.newArray(Code.field(parameter.name(), "length")));
    }
}
