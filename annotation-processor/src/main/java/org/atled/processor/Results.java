package org.atled.processor;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.comments.TraditionalJavadocComment;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a generated method returns when there is one value for each of several parameters: nothing, the value, or a
 * generated record with a component for each.
 */
final class Results {
    /** Names a record component must not have (JLS 8.10.1). */
    private static final Set<String> FORBIDDEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Map<Parameter, Type> types = new LinkedHashMap<>();
    private final String record;
    /** The component for the value itself, where there is one. */
    private Parameter value;

    private Results(String record) {
        this.record = record;
    }

    /** One value of the shape of each of these parameters. */
    static Results gradient(String record, List<Parameter> parameters) {
        Results results = new Results(record);
        parameters.forEach(p -> results.types.put(p, p.gradientType()));
        return results;
    }

    /** The value of a method as well. */
    static Results valueAndGradient(String record, Parameter value, List<Parameter> parameters) {
        Results results = new Results(record);
        results.value = value;
        results.types.put(value, value.gradientType());
        parameters.forEach(p -> results.types.put(p, p.gradientType()));
        return results;
    }

    /** For each of these parameters one axis more than it has. */
    static Results jacobian(String record, List<Parameter> parameters) {
        Results results = new Results(record);
        for (Parameter parameter : parameters) {
            Shape shape = parameter.shape().orElseThrow();
            results.types.put(parameter, shape.withRank(shape.rank() + 1).type());
        }
        return results;
    }

    /** The values of a method and its gradients for each set of a batch. */
    static Results batch(String record, Parameter values, List<Parameter> parameters) {
        Results results = jacobian(record, parameters);
        Results batch = new Results(record);
        batch.value = values;
        batch.types.put(values, BatchForms.batched(values.shape().orElseThrow()).type());
        batch.types.putAll(results.types);
        return batch;
    }

    boolean isRecord() {
        return types.size() > 1;
    }

    Type type() {
        return types.isEmpty()
                ? new VoidType()
                : isRecord()
                        ? Code.type(record)
                        : types.values().iterator().next().clone();
    }

    /** The value to return, from the values of the parameters in order. Not for an empty result. */
    Expression pack(List<Expression> values) {
        return isRecord() ? Code.create(record, values) : values.get(0);
    }

    /** The value for one parameter out of a variable of {@link #type()}. */
    Expression unpack(String variable, Parameter parameter) {
        return isRecord() ? Code.call(variable, component(parameter)) : Code.name(variable);
    }

    private static String component(Parameter parameter) {
        return FORBIDDEN.contains(parameter.name()) ? parameter.name() + "_" : parameter.name();
    }

    RecordDeclaration declaration(Primal primal, String summary) {
        NodeList<com.github.javaparser.ast.body.Parameter> components = new NodeList<>();
        List<String> lines = new ArrayList<>(List.of(summary, ""));
        types.forEach((parameter, type) -> {
            components.add(new com.github.javaparser.ast.body.Parameter(type.clone(), component(parameter)));
            lines.add("@param " + component(parameter)
                    + (parameter == value
                            ? " the " + parameter.name()
                            : " by the parameter {@code " + parameter.name() + "}"));
        });
        RecordDeclaration declaration = new RecordDeclaration(
                primal.isPublic() ? Modifier.createModifierList(Modifier.Keyword.PUBLIC) : new NodeList<>(), record);
        declaration.setName(new SimpleName(record));
        declaration.setParameters(components);
        declaration.setJavadocComment(new TraditionalJavadocComment(Documentation.wrap(lines)));
        return declaration;
    }
}
