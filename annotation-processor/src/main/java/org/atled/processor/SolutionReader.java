package org.atled.processor;

import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.atled.FixedPoint;
import org.atled.RootOf;

/**
 * Reads the methods that are annotated as searches for solutions, and matches each with the equations it names; reports what does
 * not fit.
 */
final class SolutionReader {
    private static final String TAG = "AtledSolution";

    private final Types types;
    private final Reporter reporter;
    private final List<Primal> primals;

    /**
     * A reader.
     *
     * @param primals the methods of the same class that have derivatives
     */
    SolutionReader(Types types, Reporter reporter, List<Primal> primals) {
        this.types = types;
        this.reporter = reporter;
        this.primals = primals;
    }

    /** Whether a method is annotated so. */
    static boolean isSearch(Element member) {
        return member.getAnnotation(RootOf.class) != null || member.getAnnotation(FixedPoint.class) != null;
    }

    /** What is differentiated in place of such methods. */
    List<BodyDeclaration<?>> read(TypeElement type, String owner) {
        List<BodyDeclaration<?>> forms = new ArrayList<>();
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method && isSearch(method)) {
                read(method, owner).ifPresent(forms::add);
            }
        }
        return forms;
    }

    private Optional<BodyDeclaration<?>> read(ExecutableElement method, String owner) {
        RootOf root = method.getAnnotation(RootOf.class);
        FixedPoint fixed = method.getAnnotation(FixedPoint.class);
        if (root != null && fixed != null) {
            return refuse(method, "%s is both @RootOf and @FixedPoint. Keep one of them.", method.getSimpleName());
        }
        String named = root == null ? fixed.value() : root.value();
        double tolerance = root == null ? fixed.tolerance() : root.tolerance();
        String problem = problemOfSearch(method, tolerance);
        if (problem != null) {
            return refuse(method, "%s " + problem, method.getSimpleName());
        }
        Optional<Primal> equations = primals.stream()
                .filter(primal -> primal.name().equals(named) && isOneOf(primal, method.getReturnType()))
                .findFirst();
        if (equations.isEmpty()) {
            return refuse(
                    method,
                    "%s is to be the solution of %s, but this class has no method %s that takes %s first, returns %2$s and"
                                    .replace("%2$s", method.getReturnType().toString())
                            + " is @Differentiable by that parameter alone. Annotate it @Differentiable(wrt = \"…\") with"
                            + " the name of its first parameter.",
                    method.getSimpleName(),
                    named,
                    named,
                    method.getReturnType());
        }
        String mismatch = mismatch(method, equations.get());
        return mismatch != null
                ? refuse(method, "%s is to be the solution of %s, " + mismatch, method.getSimpleName(), named)
                : Optional.of(SolutionForm.write(method, equations.get(), owner, root == null, tolerance));
    }

    private Optional<BodyDeclaration<?>> refuse(ExecutableElement method, String message, Object... arguments) {
        reporter.error(method, TAG, message, arguments);
        return Optional.empty();
    }

    /** What of a search does not fit, whatever the equations; {@code null} if all does. */
    private static String problemOfSearch(ExecutableElement method, double tolerance) {
        Optional<Shape> result = Shape.of(method.getReturnType());
        if (result.isEmpty() || result.get().single() || result.get().rank() > 1) {
            return "is annotated as the search for a solution, but returns " + method.getReturnType()
                    + ". Return the solution, a double or a double[].";
        }
        if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
            return "has a tolerance of " + tolerance + ". Give a small positive number, such as 1e-9.";
        }
        if (isHidden(method)) {
            return "is annotated as the search for a solution, but is private, and the companion has to call it. Make it"
                    + " package-private.";
        }
        if (mayBeOverridden(method)) {
            return "is annotated as the search for a solution, but can be overridden by one that is not. Make it final or"
                    + " static.";
        }
        if (!method.getThrownTypes().isEmpty() || !method.getTypeParameters().isEmpty() || method.isVarArgs()) {
            return "is annotated as the search for a solution, which has no throws clause, type parameters or variable"
                    + " arguments. Remove them.";
        }
        return null;
    }

    private static boolean isHidden(ExecutableElement method) {
        return Stream.iterate((Element) method, each -> each != null, Element::getEnclosingElement)
                .anyMatch(each -> each.getModifiers().contains(Modifier.PRIVATE));
    }

    private static boolean mayBeOverridden(ExecutableElement method) {
        Element type = method.getEnclosingElement();
        return !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.FINAL)
                && !type.getModifiers().contains(Modifier.FINAL)
                && type.getKind() != ElementKind.RECORD;
    }

    /** Whether a method has solutions of a type, and is differentiated by them alone. */
    private boolean isOneOf(Primal equations, TypeMirror solution) {
        List<? extends VariableElement> declared = equations.element().getParameters();
        int first = equations.instance() ? 1 : 0;
        return !declared.isEmpty()
                && types.isSameType(declared.get(0).asType(), solution)
                && types.isSameType(equations.element().getReturnType(), solution)
                && equations.active().equals(List.of(equations.parameters().get(first)));
    }

    /** What of the equations does not fit the search; {@code null} if all does. */
    private String mismatch(ExecutableElement method, Primal equations) {
        if (equations.instance() && method.getModifiers().contains(Modifier.STATIC)) {
            return "which needs an object, but is static. Make both static or neither.";
        }
        if (!equations.reachable()
                || equations.throwsChecked()
                || !equations.typeParameters().isEmpty()) {
            return "which is private, throws checked exceptions or has type parameters. Remove these.";
        }
        for (VariableElement parameter : equations
                .element()
                .getParameters()
                .subList(1, equations.element().getParameters().size())) {
            boolean isThere = method.getParameters().stream()
                    .anyMatch(each -> each.getSimpleName().equals(parameter.getSimpleName())
                            && types.isSameType(each.asType(), parameter.asType()));
            if (!isThere) {
                return "which also takes " + parameter.asType() + " " + parameter.getSimpleName()
                        + ", but has no such parameter itself. Let the two have the same names and types.";
            }
        }
        return null;
    }
}
