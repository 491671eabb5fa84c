package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code fHvp}: the tangent of the gradient, where each variable is followed by its own, is the product of the Hessian
 * and that direction. One method writes into arrays given by the user, one into new ones.
 */
final class HvpForms {
    private final Primal primal;
    private final FirstOrder first;
    private final Wrapper wrapper;
    private final Map<Parameter, String> tangents = new LinkedHashMap<>();
    private final Map<Parameter, String> gradients = new LinkedHashMap<>();
    private final Map<Parameter, String> products = new LinkedHashMap<>();

    private HvpForms(FirstOrder first, Wrapper wrapper) {
        this.primal = wrapper.primal();
        this.first = first;
        this.wrapper = wrapper;
        for (Parameter parameter : primal.parameters()) {
            wrapper.parameter(parameter);
            if (parameter.active()) {
                tangents.put(parameter, wrapper.derivative(parameter, "Tangent"));
            }
        }
    }

    /** {@code P fHvp(p, pTangent, …)}: returns the product. */
    static Wrapper fresh(Primal primal, FirstOrder first, Results results) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Hvp", results.type());
        HvpForms form = new HvpForms(first, wrapper);
        ShadowArguments directions = ShadowArguments.seeded(wrapper, form.tangents);
        form.gradients.putAll(GradientForms.newShadows(wrapper, "Gradient", true));
        form.products.putAll(GradientForms.newShadows(wrapper, "Hvp", true));
        List<Expression> values = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            String product = form.products.get(parameter);
            values.add(parameter.isActiveScalar() ? Code.element(product, number(0)) : name(product));
        }
        form.run(directions, results.pack(values));
        wrapper.document(Documentation.hvp(primal, form.tangents));
        return wrapper;
    }

    /** {@code double fHvp(p, pTangent, …, pGradient, …, pHvp, …)}: returns the value, overwrites gradient and product. */
    static Wrapper into(Primal primal, FirstOrder first) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Hvp", primal.resultType());
        HvpForms form = new HvpForms(first, wrapper);
        form.places(form.gradients, "Gradient");
        form.places(form.products, "Hvp");
        ShadowArguments directions = ShadowArguments.seeded(wrapper, form.tangents);
        form.run(directions, null);
        wrapper.document(Documentation.hvpInto(primal, form.tangents, form.gradients, form.products));
        return wrapper;
    }

    private void places(Map<Parameter, String> places, String suffix) {
        primal.active().forEach(p -> places.put(p, wrapper.parameter(FirstOrder.place(p), p.name() + suffix)));
    }

    /**
     * Writes the checks of what is overwritten, and the call.
     *
     * @param result what to return, or null for the value
     */
    private void run(ShadowArguments directions, Expression result) {
        ShadowArguments gradient = ShadowArguments.overwritten(wrapper, gradients);
        ShadowArguments product = ShadowArguments.overwritten(wrapper, products);
        if (result == null) {
            ScalarPlaces.require(wrapper, gradients, gradient);
            ScalarPlaces.require(wrapper, products, product);
            requireApart();
        }
        String tape = wrapper.fresh("tape");
        Map<Parameter, Expression> values = new HashMap<>();
        Map<Parameter, Expression> moves = new HashMap<>();
        for (Parameter parameter : primal.parameters()) {
            boolean isScalar = parameter.isActiveScalar();
            values.put(parameter, name(parameter.name()));
            if (parameter.active() || parameter.isUnseen()) {
                moves.put(parameter, isScalar ? name(tangents.get(parameter)) : directions.of(parameter));
            }
            if (parameter.active()) {
                Parameter place = first.gradientBy(parameter);
                values.put(place, isScalar ? name(gradients.get(parameter)) : gradient.of(parameter));
                moves.put(place, isScalar ? name(products.get(parameter)) : product.of(parameter));
            }
        }
        String inner = wrapper.fresh("gradientTape");
        values.put(first.tape(), Code.field(inner, "tape"));
        moves.put(first.tape(), Code.field(inner, "shadow"));
        Expression core = CoreCall.forward(first.method(), values::get, moves::get, tape);
        List<Statement> afterwards = new ArrayList<>(gradient.afterwards());
        afterwards.addAll(product.afterwards());
        wrapper.withTapes(tape, inner, ending(core, afterwards, result));
    }

    private List<Statement> ending(Expression core, List<Statement> afterwards, Expression result) {
        if (result == null && afterwards.isEmpty()) {
            return List.of(Code.giveBack(core));
        }
        List<Statement> statements = new ArrayList<>();
        String value = wrapper.fresh("value");
        statements.add(result == null ? Code.declare(primal.resultType(), value, core) : Code.run(core));
        statements.addAll(afterwards);
        statements.add(Code.giveBack(result == null ? name(value) : result));
        return statements;
    }

    /** Writes the checks that no array is given for two of direction, gradient and product. */
    private void requireApart() {
        List<Map<Parameter, String>> all = List.of(tangents, gradients, products);
        for (int i = 0; i < all.size(); i++) {
            for (Map<Parameter, String> earlier : all.subList(0, i)) {
                requireApart(all.get(i), earlier);
            }
        }
    }

    private void requireApart(Map<Parameter, String> arrays, Map<Parameter, String> earlier) {
        arrays.forEach((parameter, array) -> earlier.forEach((other, otherArray) -> {
            boolean isArray = earlier != tangents || other.isActiveArray();
            if (isArray && FirstOrder.place(parameter).equals(FirstOrder.place(other))) {
                wrapper.add(call("Arguments", "requireApart", ShadowArguments.both(array, otherArray)));
            }
        }));
    }
}
