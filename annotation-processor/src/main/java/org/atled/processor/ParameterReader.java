package org.atled.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.atled.Differentiable;
import org.atled.NoDerivative;

/** Decides for each parameter of a method whether it is a variable or a constant, or reports that it can be neither. */
final class ParameterReader {
    private final ProcessingEnvironment environment;
    private final Reporter reporter;
    private final ObjectTypes objects;
    private final ExecutableElement method;
    private final List<String> wrt;
    private boolean failed;

    ParameterReader(
            ProcessingEnvironment environment, Reporter reporter, ObjectTypes objects, ExecutableElement method) {
        this.environment = environment;
        this.reporter = reporter;
        this.objects = objects;
        this.method = method;
        this.wrt = List.of(method.getAnnotation(Differentiable.class).wrt());
    }

    /** The parameters, or empty if something was reported. */
    Optional<List<Parameter>> read() {
        requireNames();
        List<Parameter> parameters = new ArrayList<>();
        if (isInstance()) {
            parameters.add(receiver());
        }
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
        List<String> names = new ArrayList<>();
        if (isInstance()) {
            names.add("this");
        }
        method.getParameters().forEach(p -> names.add(p.getSimpleName().toString()));
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

    private boolean isInstance() {
        return !method.getModifiers().contains(Modifier.STATIC);
    }

    /** The object that the method is called on, named after its class. */
    private Parameter receiver() {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        TypeMirror type = owner.asType();
        boolean named = wrt.contains("this");
        Optional<ObjectGradient> object = wrt.isEmpty() || named ? objects.of(type) : objects.probe(type);
        if (named && object.isEmpty()) {
            error(
                    "AtledWrt",
                    "wrt names \"this\", but a %s holds no numbers to differentiate by. Remove it.",
                    owner.getSimpleName());
        }
        return new Parameter(
                receiverName(owner),
                TypeNames.of(type),
                TypeNames.of(environment.getTypeUtils().erasure(type)),
                Descriptors.of(environment.getTypeUtils().erasure(type), environment.getElementUtils()),
                Optional.empty(),
                object,
                object.isPresent() && (wrt.isEmpty() || named));
    }

    private String receiverName(TypeElement owner) {
        String simple = owner.getSimpleName().toString();
        String wish = simple.substring(0, simple.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT)
                + simple.substring(simple.offsetByCodePoints(0, 1));
        Names names = new Names();
        method.getParameters().forEach(p -> names.fresh(p.getSimpleName().toString()));
        return names.fresh(SourceVersion.isKeyword(wish) ? "self" : imported(wish));
    }

    private static String imported(String name) {
        return CompanionWriter.IMPORTS.containsKey(name) ? name + "_" : name;
    }

    private Parameter read(VariableElement element) {
        String name = element.getSimpleName().toString();
        TypeMirror type = element.asType();
        Optional<Shape> shape = Shape.of(type);
        Optional<ObjectGradient> object = shape.isPresent() ? Optional.empty() : objects.probe(type);
        boolean constant = element.getAnnotation(NoDerivative.class) != null;
        boolean candidate = !constant && (wrt.contains(name) || wrt.isEmpty() && !objects.isFunction(type));
        boolean numbers =
                shape.isPresent() || object.flatMap(ObjectGradient::shown).isPresent();
        requireVariable(element, constant, candidate, numbers);
        return new Parameter(
                imported(name),
                TypeNames.of(type),
                TypeNames.of(environment.getTypeUtils().erasure(type)),
                Descriptors.of(environment.getTypeUtils().erasure(type), environment.getElementUtils()),
                shape,
                candidate && numbers ? object.flatMap(known -> objects.of(type)) : object,
                candidate && numbers);
    }

    /** What is named is a variable, and what is neither named nor excluded is one or has no numbers to it. */
    private void requireVariable(VariableElement element, boolean constant, boolean candidate, boolean numbers) {
        String name = element.getSimpleName().toString();
        TypeMirror type = element.asType();
        if (wrt.contains(name) && constant) {
            error(element, "AtledWrt", "wrt names \"%s\", which is @NoDerivative. Remove one of the two.", name);
        } else if (wrt.contains(name) && !numbers) {
            error(
                    element,
                    "AtledWrt",
                    "wrt names \"%s\", but nothing can be differentiated by a parameter of type %s. Name parameters of"
                            + " type double or float, arrays of them, or objects that hold some.",
                    name,
                    type);
        } else if (candidate && !numbers && !objects.isDiscrete(type)) {
            error(
                    element,
                    "AtledParameterType",
                    "%s has type %s, by which Atled cannot differentiate. Annotate it @NoDerivative if it is a constant,"
                            + " or pass its numbers as double, double[], a record or a class of your own.",
                    name,
                    type);
        }
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
