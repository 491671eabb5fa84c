package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.number;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the two methods that compute values and gradients for many sets of variables at once, on threads. Each set is a
 * call of the gradient into given arrays, so what holds for that holds for each set.
 */
final class BatchForms {
    private BatchForms() {}

    /** Whether there is an array type for the variables and the gradients of all sets. */
    static boolean applies(Primal primal) {
        return primal.isScalarValued()
                && primal.active().stream().allMatch(p -> p.shape().isPresent());
    }

    /** One for each set. */
    static Shape batched(Shape shape) {
        return shape.withRank(shape.rank() + 1);
    }

    /**
     * {@code double fGradientBatch(p, …, values, pGradients, …)}: fills values and gradients, returns the sum of the values.
     *
     * @param gradient name of the method for one set, into given arrays
     */
    static Wrapper into(Primal primal, String gradient) {
        Shape result = primal.result().orElseThrow();
        Wrapper wrapper = head(primal, new Wrapper(primal, primal.name() + "GradientBatch", result.type()));
        String values = wrapper.parameter(batched(result), "values");
        Map<Parameter, String> given = new LinkedHashMap<>();
        for (Parameter parameter : primal.active()) {
            given.put(
                    parameter,
                    wrapper.parameter(batched(parameter.shape().orElseThrow()), parameter.name() + "Gradients"));
        }
        String arguments = wrapper.fresh("arguments");
        String first = primal.active().get(0).name();
        String sets = wrapper.fresh("sets");
        wrapper.add(Code.declare(
                PrimitiveType.intType(), sets, call("BatchArguments", "count", string(first), name(first))));
        wrapper.add(Code.declare(
                Code.type("BatchArguments"),
                arguments,
                Code.create("BatchArguments", List.of(string(first), name(sets)))));
        check(wrapper, arguments, "variable", names(primal.active()));
        check(wrapper, arguments, "place", List.of(values));
        check(wrapper, arguments, "place", List.copyOf(given.values()));
        check(wrapper, arguments, "apart", names(primal.active()));
        check(wrapper, arguments, "apart", names(primal.constantArrays()));
        wrapper.add(call("Batch", "run", name(sets), task(wrapper, gradient, values, given)));
        wrapper.add(Code.giveBack(call("BatchArguments", "sum", name(values))));
        wrapper.document(BatchDocumentation.into(primal, values, given));
        return wrapper;
    }

    private static Wrapper head(Primal primal, Wrapper wrapper) {
        for (Parameter parameter : primal.parameters()) {
            if (parameter.active()) {
                wrapper.parameters(parameter);
            } else {
                wrapper.parameter(parameter);
            }
        }
        return wrapper.throwingNothing();
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private static void check(Wrapper wrapper, String arguments, String check, List<String> names) {
        names.forEach(each -> wrapper.add(call(arguments, check, string(each), name(each))));
    }

    private static Expression task(Wrapper wrapper, String gradient, String values, Map<Parameter, String> given) {
        String index = wrapper.fresh("index");
        List<Statement> before = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : wrapper.primal().parameters()) {
            arguments.add(parameter.active() ? Code.element(parameter.name(), name(index)) : name(parameter.name()));
        }
        given.forEach((parameter, gradients) -> {
            Expression place = Code.element(gradients, name(index));
            if (parameter.isActiveScalar()) {
                String single = wrapper.fresh(parameter.name() + "Gradient");
                Shape vector = batched(parameter.shape().orElseThrow());
                before.add(Code.declare(vector.type(), single, vector.newArray(number(1))));
                after.add(Code.assign(place, Code.element(single, number(0))));
                arguments.add(name(single));
            } else {
                arguments.add(place);
            }
        });
        before.add(Code.assign(Code.element(values, name(index)), Code.callOwn(gradient, arguments)));
        before.addAll(after);
        return new ObjectCreationExpr(
                null, Code.type("Batch.Task"), null, new NodeList<>(), NodeList.nodeList(run(index, before)));
    }

    private static MethodDeclaration run(String index, List<Statement> statements) {
        MethodDeclaration run = new MethodDeclaration();
        run.setName("run").setType(new VoidType()).addModifier(Modifier.Keyword.PUBLIC);
        run.addAnnotation(new MarkerAnnotationExpr("Override"));
        run.addParameter(PrimitiveType.intType(), index);
        run.addThrownException(Code.type("Throwable"));
        run.setBody(Code.block(statements));
        return run;
    }

    /**
     * {@code FGradientBatch fGradientBatch(p, …)}: returns values and gradients in new arrays.
     *
     * @param into name of the method that fills given arrays
     */
    static Wrapper fresh(Primal primal, Results results, String into) {
        Wrapper wrapper = head(primal, new Wrapper(primal, primal.name() + "GradientBatch", results.type()));
        Map<Parameter, String> gradients = new LinkedHashMap<>();
        for (Parameter parameter : primal.active()) {
            gradients.put(parameter, wrapper.fresh(parameter.name() + "Gradients"));
            wrapper.add(Code.declare(
                    batched(parameter.shape().orElseThrow()).type(),
                    gradients.get(parameter),
                    call("BatchArguments", "places", string(parameter.name()), name(parameter.name()))));
        }
        String values = wrapper.fresh("values");
        Shape vector = batched(primal.result().orElseThrow());
        Expression length = Code.field(primal.active().get(0).name(), "length");
        wrapper.add(Code.declare(vector.type(), values, vector.newArray(length)));
        List<Expression> arguments = new ArrayList<>();
        primal.parameters().forEach(p -> arguments.add(name(p.name())));
        arguments.add(name(values));
        gradients.values().forEach(each -> arguments.add(name(each)));
        wrapper.add(Code.callOwn(into, arguments));
        List<Expression> components = new ArrayList<>(List.of(name(values)));
        gradients.values().forEach(each -> components.add(name(each)));
        wrapper.add(Code.giveBack(results.pack(components)));
        wrapper.document(BatchDocumentation.fresh(primal));
        return wrapper;
    }
}
