package org.atled.processor;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.atled.Differentiable;

/** Reads a class and its annotated methods, and reports every method that cannot be differentiated by its signature. */
final class HostReader {
    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Types types;
    private final Reporter reporter;
    private final Map<String, Integer> overloads = new HashMap<>();
    private ObjectTypes objects;

    HostReader(ProcessingEnvironment environment, Reporter reporter) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.reporter = reporter;
    }

    /** The class with those of the methods that can be differentiated, or empty if there are none. */
    Optional<Host> read(TypeElement type, List<ExecutableElement> methods) {
        if (environment.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
            reporter.error(
                    type,
                    "AtledSourceLevel",
                    "Derivatives are written in Java 17, but this is compiled as Java %s. Compile with --release 17 or"
                            + " later.",
                    environment.getSourceVersion().ordinal());
            return Optional.empty();
        }
        List<Element> nesting = nesting(type);
        boolean isPublic = nesting.stream().allMatch(e -> e.getModifiers().contains(Modifier.PUBLIC));
        Tangents tangents = new Tangents(environment, type, isPublic);
        objects = new ObjectTypes(environment, tangents);
        List<Primal> primals =
                methods.stream().map(this::read).flatMap(Optional::stream).toList();
        List<BodyDeclaration<?>> solutions =
                new SolutionReader(types, reporter, primals).read(type, String.join(".", simpleNames(nesting)));
        if (primals.isEmpty()) {
            return Optional.empty();
        }
        PackageElement home = elements.getPackageOf(type);
        String companion = String.join("_", simpleNames(nesting));
        return Optional.of(new Host(
                type,
                home.getQualifiedName().toString(),
                elements.getBinaryName(type).toString(),
                companion + "Derivatives",
                isPublic,
                primals,
                solutions,
                tangents.declarations(objects)));
    }

    private static List<String> simpleNames(List<Element> nesting) {
        return nesting.stream().map(e -> e.getSimpleName().toString()).toList();
    }

    /** The class and those around it, outermost first. */
    private static List<Element> nesting(Element type) {
        List<Element> nesting = new ArrayList<>();
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            nesting.add(0, e);
        }
        return nesting;
    }

    private Optional<Primal> read(ExecutableElement method) {
        boolean differentiable = requireKind(method) & requireResult(method) & requireAccess(method);
        Optional<List<Parameter>> parameters = new ParameterReader(environment, reporter, objects, method).read();
        if (!differentiable
                || parameters.isEmpty()
                || !requireOutput(method, parameters.get())
                || !requireRoom(method, parameters.get())
                || !requireOrder(method, parameters.get())
                || !requireBudget(method)) {
            return Optional.empty();
        }
        Primal primal = primal(method, parameters.get());
        return requireTaylor(primal) ? Optional.of(primal) : Optional.empty();
    }

    private boolean requireKind(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.NATIVE)) {
            reporter.error(
                    method,
                    "AtledNativeMethod",
                    "%s is native, so there is no code to differentiate. Write it in Java.",
                    method.getSimpleName());
            return false;
        }
        return true;
    }

    private boolean requireResult(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.VOID
                || Shape.of(type).isPresent()
                || objects.of(type).flatMap(ObjectGradient::shown).isPresent()) {
            return true;
        }
        reporter.error(
                method,
                "AtledResultType",
                "%s returns %s, which has no derivative. Return double, float, an array of them or an object that"
                        + " holds some, or return void and write the result into an array.",
                method.getSimpleName(),
                type);
        return false;
    }

    private boolean requireAccess(ExecutableElement method) {
        Optional<Element> hidden = Access.hiddenIn(method, elements);
        hidden.ifPresent(type -> reporter.error(
                method,
                "AtledPrivateType",
                "The derivatives of %s are methods of another class of this package, which may not name %s. Make that"
                        + " type package-private.",
                method.getSimpleName(),
                type));
        return hidden.isEmpty();
    }

    private boolean requireOutput(ExecutableElement method, List<Parameter> parameters) {
        if (method.getReturnType().getKind() != TypeKind.VOID
                || parameters.stream().anyMatch(p -> p.isActiveArray() || p.isActiveObject())) {
            return true;
        }
        reporter.error(
                method,
                "AtledNoResult",
                "%s returns void and is differentiated by no array or object it could leave a result in. Return the"
                        + " result, or pass an array for it that is not @NoDerivative.",
                method.getSimpleName());
        return false;
    }

    /** A method has at most 255 words of arguments (JVMS 4.3.3); derivative code needs some for shadows and itself. */
    private boolean requireRoom(ExecutableElement method, List<Parameter> parameters) {
        int words = 5;
        for (Parameter parameter : parameters) {
            String type = parameter.type().asString();
            int size = type.equals("double") || type.equals("long") ? 2 : 1;
            words += parameter.active() || parameter.isUnseen() ? 2 * size : size;
        }
        if (words <= 255) {
            return true;
        }
        reporter.error(
                method,
                "AtledTooManyParameters",
                "%s has too many parameters for its derivatives to fit the limit of the JVM. Pass numbers in arrays.",
                method.getSimpleName());
        return false;
    }

    private boolean requireTaylor(Primal primal) {
        boolean possible = !primal.taylor() || TaylorForm.applies(primal);
        if (!possible) {
            reporter.error(
                    primal.element(),
                    "AtledTaylor",
                    "%s asks for Taylor coefficients, which are those of a double by variables of type double. Return one, make"
                            + " all else @NoDerivative, or remove taylor.",
                    primal.name());
        }
        return possible;
    }

    private boolean requireBudget(ExecutableElement method) {
        String budget = budget(method);
        if (budget.isEmpty() || TapeBudget.bytes(budget).isPresent()) {
            return true;
        }
        reporter.error(
                method,
                "AtledTapeBudget",
                "%s has the tape budget \"%s\", which is no amount of memory. Write it like \"64MB\", \"500kB\" or \"2GB\".",
                method.getSimpleName(),
                budget);
        return false;
    }

    /** What the method says, else what the build says for all. */
    private String budget(ExecutableElement method) {
        String own = method.getAnnotation(Differentiable.class).tapeBudget();
        return own.isEmpty() ? environment.getOptions().getOrDefault(TapeBudget.OPTION, "") : own;
    }

    private boolean requireOrder(ExecutableElement method, List<Parameter> parameters) {
        int order = method.getAnnotation(Differentiable.class).order();
        if (order == 1) {
            return true;
        }
        String name = method.getSimpleName().toString();
        Optional<Parameter> object =
                parameters.stream().filter(Parameter::isActiveObject).findFirst();
        if (order != 2) {
            reporter.error(method, "AtledOrder", "%s asks for order %d. Ask for 1 or 2.", name, order);
        } else if (Shape.of(method.getReturnType()).filter(Shape::isScalar).isEmpty()) {
            reporter.error(
                    method,
                    "AtledOrder",
                    "%s asks for order 2, but returns %s: only a double or float has a Hessian. Return one of them, or"
                            + " remove order.",
                    name,
                    method.getReturnType());
        } else if (object.isPresent()) {
            reporter.error(
                    method,
                    "AtledOrder",
                    "%s asks for order 2, but %s has type %s: there are second derivatives by numbers and arrays of"
                            + " numbers only. Pass its numbers so, exclude it by @NoDerivative or wrt, or remove order.",
                    name,
                    object.get().name(),
                    object.get().type().asString());
        }
        return order == 2
                && object.isEmpty()
                && Shape.of(method.getReturnType()).filter(Shape::isScalar).isPresent();
    }

    private Primal primal(ExecutableElement method, List<Parameter> parameters) {
        List<Element> nesting = nesting(method.getEnclosingElement());
        boolean reachable = !method.getModifiers().contains(Modifier.PRIVATE)
                && nesting.stream().noneMatch(e -> e.getModifiers().contains(Modifier.PRIVATE));
        return new Primal(
                method,
                owner(nesting, parameters),
                method.getSimpleName().toString(),
                overloads.merge(method.getSimpleName().toString(), 1, Integer::sum) - 1,
                Descriptors.of(method, types, elements),
                !method.getModifiers().contains(Modifier.STATIC),
                parameters,
                Shape.of(method.getReturnType()),
                objectResult(method.getReturnType()),
                typeParameters(method),
                method.getThrownTypes().stream()
                        .map(type -> (ReferenceType) TypeNames.of(type))
                        .toList(),
                method.getThrownTypes().stream().anyMatch(this::isChecked),
                method.isVarArgs(),
                method.getModifiers().contains(Modifier.PUBLIC),
                reachable,
                elements.isDeprecated(method),
                false,
                method.getAnnotation(Differentiable.class).order(),
                method.getAnnotation(Differentiable.class).taylor(),
                TapeBudget.bytes(budget(method)).orElse(0));
    }

    private Optional<ObjectResult> objectResult(TypeMirror type) {
        return Shape.of(type).isPresent() || type.getKind() == TypeKind.VOID
                ? Optional.empty()
                : objects.of(type)
                        .map(gradient ->
                                new ObjectResult(TypeNames.of(type), TypeNames.of(types.erasure(type)), gradient));
    }

    /** An instance method may use those of the classes it is in. */
    private static NodeList<TypeParameter> typeParameters(ExecutableElement method) {
        List<TypeParameterElement> all = new ArrayList<>(method.getTypeParameters());
        for (Element e = method;
                !e.getModifiers().contains(Modifier.STATIC) && e.getEnclosingElement() instanceof TypeElement around;
                e = around) {
            all.addAll(0, around.getTypeParameters());
        }
        return NodeList.nodeList(all.stream().map(TypeNames::of).toList());
    }

    /** The simple name, unless an import of the companion or a parameter takes it. */
    private String owner(List<Element> nesting, List<Parameter> parameters) {
        String outermost = nesting.get(0).getSimpleName().toString();
        boolean taken = CompanionWriter.IMPORTS.containsKey(outermost)
                || parameters.stream().anyMatch(p -> p.name().equals(outermost));
        return taken
                ? ((TypeElement) nesting.get(nesting.size() - 1))
                        .getQualifiedName()
                        .toString()
                : String.join(".", simpleNames(nesting));
    }

    private boolean isChecked(TypeMirror type) {
        return !types.isSubtype(
                        type,
                        elements.getTypeElement("java.lang.RuntimeException").asType())
                && !types.isSubtype(
                        type, elements.getTypeElement("java.lang.Error").asType());
    }
}
