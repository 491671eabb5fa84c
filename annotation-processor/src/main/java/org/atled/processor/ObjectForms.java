package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.string;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the methods that return new gradients, for primals with objects among their parameters or as their result. */
final class ObjectForms {
    private final Primal primal;
    private final Wrapper wrapper;
    private final Map<Parameter, String> shadows = new HashMap<>();
    /** Names for what an argument and its shadow held on entry, where elements may be moved about. */
    private final Map<Parameter, String> arguments = new HashMap<>();

    private final Map<Parameter, String> onEntry = new HashMap<>();
    private final String tape;

    private ObjectForms(Wrapper wrapper) {
        this.wrapper = wrapper;
        this.primal = wrapper.primal();
        primal.parameters().stream()
                .filter(Parameter::hasShadow)
                .forEach(p -> shadows.put(p, wrapper.fresh(p.name() + "Shadow")));
        this.tape = wrapper.fresh("tape");
    }

    /** {@code P fGradient(p, …)}. */
    static Wrapper gradient(Primal primal, Results results) {
        Wrapper wrapper = GradientForms.freshHead(primal, results);
        ObjectForms form = new ObjectForms(wrapper);
        form.makeShadows();
        List<Statement> statements = new ArrayList<>();
        statements.add(Code.run(form.core(primal.result().orElseThrow().literal("1.0"))));
        statements.add(Code.giveBack(results.pack(form.derivatives("Gradient", statements))));
        wrapper.withTape(form.tape, statements);
        wrapper.document(Documentation.gradient(primal));
        return wrapper;
    }

    /** The component for the value in the result of {@link #valueAndGradient}. */
    static Parameter value(Primal primal) {
        return value(primal, "value");
    }

    /** A component of the type of the value. */
    static Parameter value(Primal primal, String wish) {
        Names names = new Names();
        primal.active().forEach(p -> names.fresh(p.name()));
        return new Parameter(
                names.fresh(wish),
                primal.resultType(),
                primal.resultType(),
                primal.result().orElseThrow().descriptor(),
                primal.result(),
                Optional.empty(),
                false);
    }

    /** {@code FValueAndGradient fValueAndGradient(p, …)}. */
    static Wrapper valueAndGradient(Primal primal, Results results) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "ValueAndGradient", results.type());
        primal.parameters().forEach(wrapper::parameter);
        ObjectForms form = new ObjectForms(wrapper);
        form.makeShadows();
        List<Statement> statements = new ArrayList<>();
        String value = wrapper.fresh("value");
        statements.add(Code.declare(
                primal.resultType(),
                value,
                form.core(primal.result().orElseThrow().literal("1.0"))));
        List<Expression> values = new ArrayList<>(List.of(name(value)));
        values.addAll(form.derivatives("Gradient", statements));
        statements.add(Code.giveBack(results.pack(values)));
        wrapper.withTape(form.tape, statements);
        wrapper.document(Documentation.valueAndGradient(primal));
        return wrapper;
    }

    /** {@code P fVjp(p, …, yCotangent)}. */
    static Wrapper vjp(Primal primal, Results results) {
        Wrapper wrapper = new Wrapper(primal, primal.name() + "Vjp", results.type());
        primal.parameters().forEach(wrapper::parameter);
        String cotangent = wrapper.parameter(
                primal.objectResult().map(o -> o.gradient().type()).orElseGet(primal::resultType),
                VjpForms.cotangentName(primal));
        ObjectForms form = new ObjectForms(wrapper);
        wrapper.add(call("Arguments", "requireNonNull", string(cotangent), name(cotangent)));
        form.makeShadows();
        List<Statement> statements = new ArrayList<>();
        String result = wrapper.fresh("result");
        statements.add(Code.declare(primal.resultType(), result, form.core(form.seed(cotangent))));
        statements.add(Code.run(form.requireCotangent(cotangent, result)));
        statements.add(Code.giveBack(results.pack(form.derivatives("Cotangent", statements))));
        wrapper.withTape(form.tape, statements);
        wrapper.document(Documentation.vjp(primal, cotangent));
        return wrapper;
    }

    /** Derivative code may consume a cotangent, and the primal may write what the user passed as one. */
    private Expression seed(String cotangent) {
        if (primal.objectResult().isEmpty()) {
            return call("Shadows", "copy", name(cotangent));
        }
        return Code.cast(
                primal.objectResult().get().gradient().shadowType(),
                call("Shadows", "seed", string(cotangent), name(cotangent)));
    }

    private MethodCallExpr requireCotangent(String cotangent, String result) {
        return primal.objectResult().isEmpty()
                ? call("Arguments", "requireCotangent", string(cotangent), name(cotangent), name(result))
                : call("Shadows", "requireSeed", string(cotangent), name(cotangent), name(result));
    }

    private void makeShadows() {
        String zeros = wrapper.fresh("zeros");
        wrapper.add(Code.declare(Code.type("Zeros"), zeros, Code.create("Zeros", List.of())));
        primal.activeArrays().forEach(p -> declare(p, call(zeros, "like", string(p.name()), name(p.name()))));
        primal.activeObjects().forEach(p -> declare(p, call(zeros, "of", name(p.name()))));
        primal.constantArrays()
                .forEach(p -> wrapper.add(call(zeros, "requireConstant", string(p.name()), name(p.name()))));
        primal.unseen().forEach(p -> declare(p, call(zeros, "of", name(p.name()))));
        primal.active().stream().filter(ObjectForms::hasElements).forEach(this::keep);
    }

    private void declare(Parameter parameter, Expression shadow) {
        boolean cast = parameter.object().isPresent();
        wrapper.add(Code.declare(
                parameter.shadowType(),
                shadows.get(parameter),
                cast ? Code.cast(parameter.shadowType(), shadow) : shadow));
    }

    private static boolean hasElements(Parameter parameter) {
        return parameter
                .object()
                .map(o -> o.shown().orElseThrow().container())
                .orElseGet(() -> parameter.shape().orElseThrow().rank() > 1);
    }

    private void keep(Parameter parameter) {
        onEntry.put(parameter, wrapper.fresh(parameter.name() + "OnEntry"));
        wrapper.add(Code.declare(
                parameter.shadowType(),
                onEntry.get(parameter),
                call("Gradients", "onEntry", name(shadows.get(parameter)))));
        if (parameter.object().isPresent() && !parameter.isWritten()) {
            arguments.put(parameter, wrapper.fresh(parameter.name() + "Argument"));
            wrapper.add(Code.declare(
                    Code.type("Object"),
                    arguments.get(parameter),
                    call("Gradients", "onEntry", name(parameter.name()))));
        }
    }

    private Expression core(Expression seed) {
        return CoreCall.reverse(primal, p -> name(shadows.get(p)), Optional.of(seed), true, tape);
    }

    private List<Expression> derivatives(String suffix, List<Statement> statements) {
        Map<Parameter, Expression> scalars = CoreCall.popScalars(wrapper, suffix, tape, statements);
        List<Expression> values = new ArrayList<>();
        for (Parameter parameter : primal.active()) {
            String shadow = onEntry.getOrDefault(parameter, shadows.get(parameter));
            String argument = arguments.getOrDefault(parameter, parameter.name());
            values.add(
                    parameter.isActiveScalar()
                            ? scalars.get(parameter)
                            : parameter
                                    .object()
                                    .map(o -> o.show(argument, shadow))
                                    .orElseGet(() -> name(shadow)));
        }
        return values;
    }
}
