package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;

import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradient of a scalar-valued primal as a method to differentiate once more: value and gradient are functions of the
 * variables like any other. Checks of arguments stay outside, in the methods for users.
 */
final class FirstOrder {
    private final Primal primal;
    private final Map<Parameter, Parameter> gradients = new HashMap<>();
    private Parameter tape;
    private final Map<Parameter, String> unseen = new HashMap<>();
    private final Primal method;

    FirstOrder(Primal primal) {
        this.primal = primal;
        this.method = describe();
    }

    private Primal describe() {
        Names names = new Names();
        primal.parameters().forEach(parameter -> names.fresh(parameter.name()));
        List<Parameter> parameters = new ArrayList<>();
        StringBuilder descriptor = new StringBuilder("(");
        for (Parameter parameter : primal.parameters()) {
            parameters.add(parameter);
            descriptor.append(parameter.descriptor());
            if (parameter.active()) {
                Parameter gradient = gradient(parameter, names);
                gradients.put(parameter, gradient);
                parameters.add(gradient);
                descriptor.append(gradient.descriptor());
            }
        }
        tape = tape(names.fresh("tape"));
        parameters.add(tape);
        descriptor
                .append(tape.descriptor())
                .append(')')
                .append(primal.result().orElseThrow().descriptor());
        return new Primal(
                primal.element(),
                primal.owner(),
                primal.own("firstOrder"),
                0,
                descriptor.toString(),
                false,
                parameters,
                primal.result(),
                Optional.empty(),
                primal.typeParameters(),
                primal.thrown(),
                primal.throwsChecked(),
                false,
                false,
                true,
                primal.deprecated(),
                true,
                1,
                false,
                0);
    }

    /** An object that holds numbers, which nobody asks for derivatives by. */
    private static Parameter tape(String name) {
        return new Parameter(
                name,
                Code.type("Tape"),
                Code.type("Tape"),
                "Lorg/atled/runtime/Tape;",
                Optional.empty(),
                Optional.of(new ObjectGradient(Code.type("Object"), Optional.empty())),
                false);
    }

    private static Parameter gradient(Parameter parameter, Names names) {
        Shape shape = place(parameter);
        return new Parameter(
                names.fresh(parameter.name() + "Gradient"),
                shape.type(),
                shape.type(),
                shape.descriptor(),
                Optional.of(shape),
                Optional.empty(),
                true);
    }

    /** What holds the derivative by a variable: an array of its shape, of length 1 for a scalar. */
    static Shape place(Parameter parameter) {
        Shape shape = parameter.shape().orElseThrow();
        return shape.withRank(Math.max(1, shape.rank()));
    }

    /** What is differentiated once more. */
    Primal method() {
        return method;
    }

    /** The parameter of the method that receives the derivative by a variable. */
    Parameter gradientBy(Parameter variable) {
        return gradients.get(variable);
    }

    /** The parameter of the method that takes its tape. */
    Parameter tape() {
        return tape;
    }

    /** The method with its body. */
    Wrapper write() {
        Wrapper wrapper = new Wrapper(method, method.name(), method.resultType()).confined();
        method.parameters().forEach(wrapper::parameter);
        for (Parameter object : primal.unseen()) {
            String shadow = wrapper.fresh(object.name() + "Shadow");
            wrapper.add(Code.declare(
                    object.shadowType(),
                    shadow,
                    Code.cast(object.shadowType(), call("Cotangents", "zerosLike", name(object.name())))));
            unseen.put(object, shadow);
        }
        String value = wrapper.fresh("value");
        Optional<Expression> one = Optional.of(primal.result().orElseThrow().literal("1.0"));
        wrapper.add(Code.declare(
                method.resultType(), value, CoreCall.reverse(primal, this::shadow, one, false, tape.name())));
        List<Parameter> scalars = primal.activeScalars();
        for (int i = scalars.size() - 1; i >= 0; i--) {
            wrapper.add(Code.assign(
                    Code.element(gradientBy(scalars.get(i)).name(), number(0)),
                    CoreCall.pop(scalars.get(i).shape().orElseThrow(), tape.name())));
        }
        wrapper.add(Code.giveBack(name(value)));
        return wrapper;
    }

    private Expression shadow(Parameter parameter) {
        return name(gradients.containsKey(parameter) ? gradientBy(parameter).name() : unseen.get(parameter));
    }
}
