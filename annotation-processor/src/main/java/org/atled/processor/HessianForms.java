package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code fHessian}: the derivative of the gradient in the direction of each number among the variables in turn. One
 * method writes into arrays given by the user, one into new ones. Every pass works on copies of the variables, for the primal
 * may write them.
 */
final class HessianForms {
    private final Primal primal;
    private final Shape matrix;

    HessianForms(Primal primal) {
        this.primal = primal;
        this.matrix = primal.result().orElseThrow().withRank(2);
    }

    /** Whether all variables are vectors and scalars of the type of the result, so that the matrix is one. */
    static boolean applies(Primal primal) {
        return primal.active().stream()
                .map(p -> p.shape().orElseThrow())
                .allMatch(s -> s.rank() <= 1
                        && s.single() == primal.result().orElseThrow().single());
    }

    /**
     * {@code double[][] fHessian(p, …)}: returns the matrix.
     *
     * @param into name of the method that fills given arrays
     */
    Wrapper fresh(String into) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Hessian", matrix.type());
        primal.parameters().forEach(wrapper::parameter);
        primal.activeArrays()
                .forEach(p -> wrapper.add(call("Arguments", "requireNonNull", string(p.name()), name(p.name()))));
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(parameter -> arguments.add(name(parameter.name())));
        for (Parameter parameter : primal.active()) {
            arguments.add(FirstOrder.place(parameter).newArray(JacobianForm.count(List.of(parameter))));
        }
        String hessian = wrapper.fresh("hessian");
        String size = wrapper.fresh("size");
        wrapper.add(Code.declare(PrimitiveType.intType(), size, JacobianForm.count(primal.active())));
        wrapper.add(Code.declare(matrix.type(), hessian, matrix.newMatrix(name(size), name(size))));
        arguments.add(name(hessian));
        wrapper.add(Code.callOwn(into, arguments));
        wrapper.add(Code.giveBack(name(hessian)));
        wrapper.document(Documentation.hessian(primal));
        return wrapper;
    }

    /** {@code double fHessian(p, …, pGradient, …, hessian)}: returns the value, overwrites gradient and matrix. */
    Wrapper into(FirstOrder first) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Hessian", primal.resultType());
        primal.parameters().forEach(wrapper::parameter);
        Map<Parameter, String> gradients = new LinkedHashMap<>();
        primal.active().forEach(p -> gradients.put(p, wrapper.parameter(FirstOrder.place(p), p.name() + "Gradient")));
        String hessian = wrapper.parameter(matrix, "hessian");
        ShadowArguments gradient = ShadowArguments.overwritten(wrapper, gradients);
        ScalarPlaces.require(wrapper, gradients, gradient);
        new Pass(wrapper, first, gradients, gradient, hessian).write();
        wrapper.document(Documentation.hessianInto(primal, gradients, hessian));
        return wrapper;
    }

    /** The passes of one method: a direction, a copy and a product for each variable, used again by every pass. */
    private final class Pass {
        private final Wrapper wrapper;
        private final FirstOrder first;
        private final Map<Parameter, String> gradients;
        private final ShadowArguments gradient;
        private final String hessian;
        private final Map<Parameter, String> copies = new HashMap<>();
        private final Map<Parameter, String> directions = new HashMap<>();
        private final Map<Parameter, String> products = new HashMap<>();
        private final String size;
        private final String column;
        private final String inner;

        Pass(
                Wrapper wrapper,
                FirstOrder first,
                Map<Parameter, String> gradients,
                ShadowArguments gradient,
                String hessian) {
            this.wrapper = wrapper;
            this.first = first;
            this.gradients = gradients;
            this.gradient = gradient;
            this.hessian = hessian;
            this.size = wrapper.fresh("size");
            this.column = wrapper.fresh("column");
            this.inner = wrapper.fresh("gradientTape");
        }

        void write() {
            wrapper.add(Code.declare(PrimitiveType.intType(), size, JacobianForm.count(primal.active())));
            wrapper.add(call("Hessians", "requireSquare", string(hessian), name(hessian), name(size)));
            for (Parameter parameter : primal.parameters()) {
                for (String other : vectors(parameter)) {
                    wrapper.add(call("Hessians", "requireApart", ShadowArguments.both(hessian, other)));
                }
            }
            HessianChunks chunks = new HessianChunks(primal, first);
            if (!chunks.isEmpty()) {
                chunks.call(wrapper, this::gradientBy, hessian, gradient.afterwards());
            }
            declare("Copy", copies);
            declare("Direction", directions);
            declare("Hvp", products);
            String tape = wrapper.fresh("tape");
            String value = wrapper.fresh("value");
            List<Statement> statements = new ArrayList<>();
            statements.add(Code.declare(
                    primal.resultType(), value, primal.result().orElseThrow().literal("0.0")));
            statements.add(Code.count(column, call("Math", "max", number(1), name(size)), pass(value, tape)));
            statements.addAll(gradient.afterwards());
            statements.add(Code.giveBack(name(value)));
            wrapper.withTapes(tape, inner, statements);
        }

        /** Arrays that could stand in the matrix: variables, constants, gradients. */
        private List<String> vectors(Parameter parameter) {
            List<String> names = new ArrayList<>();
            parameter
                    .shape()
                    .filter(shape -> shape.equals(matrix.withRank(1)))
                    .ifPresent(v -> names.add(parameter.name()));
            if (gradients.containsKey(parameter)) {
                names.add(gradients.get(parameter));
            }
            return names;
        }

        /** Declares an array for each distinct active array, and for the product also one for each scalar. */
        private void declare(String suffix, Map<Parameter, String> arrays) {
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter parameter : primal.active()) {
                if (parameter.isActiveArray() || arrays == products) {
                    String array = wrapper.fresh(parameter.name() + suffix);
                    Expression own = FirstOrder.place(parameter).newArray(JacobianForm.count(List.of(parameter)));
                    Expression value = parameter.isActiveScalar()
                            ? own
                            : Sharing.choose(parameter, earlier, other -> name(arrays.get(other)), own);
                    wrapper.add(Code.declare(FirstOrder.place(parameter).type(), array, value));
                    arrays.put(parameter, array);
                    if (parameter.isActiveArray()) {
                        earlier.add(parameter);
                    }
                }
            }
        }

        private List<Statement> pass(String value, String tape) {
            List<Statement> statements = new ArrayList<>();
            for (Parameter array : primal.activeArrays()) {
                statements.add(Code.run(call(
                        "System",
                        "arraycopy",
                        name(array.name()),
                        number(0),
                        name(copies.get(array)),
                        number(0),
                        Code.field(array.name(), "length"))));
                statements.add(clear(name(directions.get(array))));
            }
            for (Parameter object : primal.unseen()) {
                statements.add(clear(gradient.of(object)));
            }
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter parameter : primal.active()) {
                if (parameter.isActiveArray()) {
                    statements.add(Code.run(call(
                            "Jacobians",
                            "seed",
                            name(directions.get(parameter)),
                            JacobianForm.within(name(column), earlier))));
                }
                earlier.add(parameter);
            }
            statements.add(Code.assign(name(value), core(tape)));
            earlier.clear();
            for (Parameter parameter : primal.active()) {
                statements.add(Code.run(call(
                        "Hessians",
                        "put",
                        name(products.get(parameter)),
                        name(hessian),
                        name(column),
                        JacobianForm.count(earlier))));
                earlier.add(parameter);
            }
            return statements;
        }

        private Expression gradientBy(Parameter variable) {
            return variable.isActiveScalar() ? name(gradients.get(variable)) : gradient.of(variable);
        }

        private Statement clear(Expression shadow) {
            return Code.run(call("Cotangents", "clear", shadow, new BooleanLiteralExpr(false)));
        }

        private Expression core(String tape) {
            Map<Parameter, Expression> values = new HashMap<>();
            Map<Parameter, Expression> moves = new HashMap<>();
            List<Parameter> earlier = new ArrayList<>();
            for (Parameter parameter : primal.parameters()) {
                values.put(parameter, name(copies.getOrDefault(parameter, parameter.name())));
                if (parameter.isUnseen()) {
                    moves.put(parameter, gradient.of(parameter));
                }
                if (parameter.active()) {
                    Parameter place = first.gradientBy(parameter);
                    boolean isScalar = parameter.isActiveScalar();
                    moves.put(
                            parameter,
                            isScalar
                                    ? JacobianForm.unit(parameter, name(column), earlier)
                                    : name(directions.get(parameter)));
                    values.put(place, gradientBy(parameter));
                    moves.put(place, name(products.get(parameter)));
                    earlier.add(parameter);
                }
            }
            values.put(first.tape(), Code.field(inner, "tape"));
            moves.put(first.tape(), Code.field(inner, "shadow"));
            return CoreCall.forward(first.method(), values::get, moves::get, tape);
        }
    }
}
