package org.atled.processor;

import static org.atled.processor.Code.name;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the method that binds the constants of a primal on ℝⁿ and returns a function object. The anonymous class calls
 * no private method: the build may move the companion into another nest, which would leave it outside.
 */
final class FunctionForm {
    private final Primal primal;
    private final Parameter argument;

    FunctionForm(Primal primal) {
        this.primal = primal;
        this.argument = primal.argument().orElseThrow();
    }

    /** Whether the primal is a function from ℝⁿ to ℝ or ℝᵐ whose methods need not declare exceptions. */
    static boolean applies(Primal primal) {
        return primal.argument().isPresent()
                && !primal.throwsChecked()
                && primal.result().filter(r -> !r.single() && r.rank() <= 1).isPresent();
    }

    /**
     * The method for users.
     *
     * @param into name of the method that fills a given gradient, for a scalar-valued primal
     */
    Wrapper write(String into) {
        String type = primal.isScalarValued() ? "ScalarFunction" : "VectorFunction";
        Wrapper wrapper = new Wrapper(primal, primal.name(), Code.type(type));
        primal.parameters().stream().filter(p -> !p.active()).forEach(wrapper::parameter);
        NodeList<BodyDeclaration<?>> members = new NodeList<>();
        members.add(method(primal.result().orElseThrow().type(), "value", List.of(), value()));
        Type vector = argument.shape().orElseThrow().type();
        if (primal.isScalarValued()) {
            String gradient = wrapper.fresh("gradient");
            members.add(
                    method(primal.result().orElseThrow().type(), "gradient", List.of(gradient), call(into, gradient)));
        } else {
            String tangent = wrapper.fresh(argument.name() + "Tangent");
            String cotangent = wrapper.fresh("yCotangent");
            members.add(method(vector, "jvp", List.of(tangent), callWithTangent(tangent)));
            members.add(method(vector, "vjp", List.of(cotangent), call(primal.name() + "Vjp", cotangent)));
            Type matrix = argument.shape().orElseThrow().withRank(2).type();
            members.add(method(matrix, "jacobian", List.of(), call(primal.name() + "Jacobian")));
        }
        wrapper.add(Code.giveBack(new ObjectCreationExpr(null, Code.type(type), null, new NodeList<>(), members)));
        wrapper.document(Documentation.function(primal));
        return wrapper;
    }

    /** The value of a primal that source of the companion cannot call: its forward core with a zero tangent. */
    Wrapper hiddenValue() {
        Shape result = primal.result().orElseThrow();
        Wrapper wrapper = new Wrapper(primal, primal.own("value"), result.type()).hidden();
        primal.parameters().forEach(wrapper::parameter);
        wrapper.add(Code.call("Arguments", "requireNonNull", Code.string(argument.name()), name(argument.name())));
        String tape = wrapper.fresh("tape");
        Expression zero = argument.shape().orElseThrow().newArray(Code.field(argument.name(), "length"));
        wrapper.withTape(
                tape,
                List.of(Code.giveBack(CoreCall.forward(primal, p -> p.isActiveArray() ? zero : noShadow(p), tape))));
        return wrapper;
    }

    private static Expression noShadow(Parameter object) {
        return Code.cast(object.shadowType(), Code.call("Cotangents", "zerosLike", name(object.name())));
    }

    private MethodCallExpr value() {
        if (!primal.reachable()) {
            return call(primal.own("value"));
        }
        List<Parameter> parameters = primal.parameters();
        String scope = primal.instance() ? parameters.get(0).name() : primal.owner();
        MethodCallExpr target = new MethodCallExpr(name(scope), primal.name());
        parameters.stream().skip(primal.instance() ? 1 : 0).forEach(p -> target.addArgument(name(p.name())));
        return target;
    }

    private MethodCallExpr call(MethodCallExpr target, String... more) {
        primal.parameters().forEach(p -> target.addArgument(name(p.name())));
        List.of(more).forEach(extra -> target.addArgument(name(extra)));
        return target;
    }

    private MethodCallExpr call(String method, String... more) {
        return call(new MethodCallExpr(method), more);
    }

    private MethodCallExpr callWithTangent(String tangent) {
        List<Expression> arguments = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            arguments.add(name(parameter.name()));
            if (parameter.active()) {
                arguments.add(name(tangent));
            }
        }
        return (MethodCallExpr) Code.callOwn(primal.name() + "Jvp", arguments);
    }

    private MethodDeclaration method(Type result, String name, List<String> more, MethodCallExpr call) {
        MethodDeclaration method = new MethodDeclaration();
        method.setName(name).setType(result.clone()).addModifier(Modifier.Keyword.PUBLIC);
        method.addAnnotation(new MarkerAnnotationExpr("Override"));
        Type vector = argument.shape().orElseThrow().type();
        method.addParameter(vector, argument.name());
        more.forEach(parameter -> method.addParameter(vector.clone(), parameter));
        method.setBody(Code.block(List.of(Code.giveBack(call))));
        return method;
    }
}
