package org.atled.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.atled.Differentiable;
import org.atled.NoDerivative;

/** Decides for each parameter of a method whether it is a variable or a constant, or reports that it can be neither. */
final class ParameterReader {
    /** Types that hold no numbers a derivative could be taken by. */
    private static final Set<String> DISCRETE = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long");

    private final ProcessingEnvironment environment;
    private final Reporter reporter;
    private final ExecutableElement method;
    private final List<String> wrt;
    private boolean failed;

    ParameterReader(ProcessingEnvironment environment, Reporter reporter, ExecutableElement method) {
        this.environment = environment;
        this.reporter = reporter;
        this.method = method;
        this.wrt = List.of(method.getAnnotation(Differentiable.class).wrt());
    }

    /** The parameters, or empty if something was reported. */
    Optional<List<Parameter>> read() {
        requireNames();
        List<Parameter> parameters = new ArrayList<>();
        for (VariableElement element : method.getParameters()) {
            parameters.add(read(element));
        }
        if (!failed && parameters.stream().noneMatch(Parameter::active)) {
            error(
                    "AtledNothingActive",
                    "%s has no parameter to differentiate by. Give it a parameter of type double, float or an array of"
                            + " them that is not @NoDerivative.",
                    method.getSimpleName());
        }
        return failed ? Optional.empty() : Optional.of(parameters);
    }

    private void requireNames() {
        List<String> names = method.getParameters().stream()
                .map(p -> p.getSimpleName().toString())
                .toList();
        for (String name : wrt) {
            if (!names.contains(name)) {
                error(
                        "AtledWrt",
                        "wrt names \"%s\", but %s has no such parameter. Name one of %s.",
                        name,
                        method.getSimpleName(),
                        String.join(", ", names));
            }
        }
    }

    private Parameter read(VariableElement element) {
        String name = element.getSimpleName().toString();
        TypeMirror type = element.asType();
        Optional<Shape> shape = Shape.of(type);
        boolean constant = element.getAnnotation(NoDerivative.class) != null;
        boolean candidate = !constant && (wrt.isEmpty() || wrt.contains(name));
        requireVariable(element, constant, candidate);
        return new Parameter(
                CompanionWriter.IMPORTS.containsKey(name) ? name + "_" : name,
                TypeNames.of(type),
                TypeNames.of(environment.getTypeUtils().erasure(type)),
                shape,
                candidate && shape.isPresent());
    }

    /** What is named is a variable, and what is neither named nor excluded is one or has no numbers to it. */
    private void requireVariable(VariableElement element, boolean constant, boolean candidate) {
        String name = element.getSimpleName().toString();
        TypeMirror type = element.asType();
        boolean numbers = Shape.of(type).isPresent();
        if (wrt.contains(name) && constant) {
            error(element, "AtledWrt", "wrt names \"%s\", which is @NoDerivative. Remove one of the two.", name);
        } else if (wrt.contains(name) && !numbers) {
            error(
                    element,
                    "AtledWrt",
                    "wrt names \"%s\", but nothing can be differentiated by a parameter of type %s. Name parameters of"
                            + " type double, float or arrays of them.",
                    name,
                    type);
        } else if (candidate && !numbers && !isDiscrete(type)) {
            error(
                    element,
                    "AtledParameterType",
                    "%s has type %s, by which Atled cannot differentiate. Annotate it @NoDerivative if it is a constant,"
                            + " or pass its numbers as parameters of type double or double[].",
                    name,
                    type);
        }
    }

    private static boolean isDiscrete(TypeMirror type) {
        TypeMirror element = type;
        while (element.getKind() == TypeKind.ARRAY) {
            element = ((ArrayType) element).getComponentType();
        }
        if (element.getKind().isPrimitive()) {
            return true;
        }
        return element.getKind() == TypeKind.DECLARED
                && ((DeclaredType) element).asElement() instanceof TypeElement declared
                && (declared.getKind() == ElementKind.ENUM
                        || DISCRETE.contains(declared.getQualifiedName().toString()));
    }

    private void error(String tag, String message, Object... arguments) {
        failed = true;
        reporter.error(method, tag, message, arguments);
    }

    private void error(VariableElement element, String tag, String message, Object... arguments) {
        failed = true;
        reporter.error(element, tag, message, arguments);
    }
}
