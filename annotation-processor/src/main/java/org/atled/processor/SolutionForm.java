package org.atled.processor;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Writes what is differentiated in place of a search for a solution: the search as a constant, then steps by the equations, see {@code
 * ImplicitSolution}.
 */
final class SolutionForm {
    private static final String OF_VECTORS = """
            static double[] %1$s$implicit(%2$s) {
                return org.atled.runtime.ImplicitSolution.%3$s(
                    () -> org.atled.runtime.SolutionSearch.unwritten(() -> %4$s, "%5$s"%6$s),
                    %7$s -> %8$s,
                    %7$s -> %9$s,
                    %10$s, "%5$s", "%11$s");
            }
            """;

    private static final String OF_NUMBERS = """
            static double %1$s$implicit(%2$s) {
                return org.atled.runtime.ImplicitSolution.%3$s(
                    () -> org.atled.runtime.SolutionSearch.unwritten(() -> new double[] {%4$s}, "%5$s"%6$s),
                    %7$s -> new double[] {%8$s},
                    %7$s -> new double[][] {{%9$s}},
                    %10$s, "%5$s", "%11$s")[0];
            }
            """;

    private SolutionForm() {}

    static BodyDeclaration<?> write(
            ExecutableElement search, Primal equations, String owner, boolean isFixedPoint, double tolerance) {
        Names names = new Names();
        search.getParameters().forEach(each -> names.fresh(each.getSimpleName().toString()));
        boolean isStatic = search.getModifiers().contains(Modifier.STATIC);
        String object = isStatic ? "" : names.fresh("object");
        String u = names.fresh("u");
        boolean isVector = Shape.of(search.getReturnType()).orElseThrow().rank() == 1;
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (VariableElement parameter : search.getParameters()) {
            parameters.add(TypeNames.of(parameter.asType()) + " " + parameter.getSimpleName());
            arguments.add(parameter.getSimpleName().toString());
        }
        if (!isStatic) {
            parameters.add(0, owner + " " + object);
        }
        String at = isVector ? u : u + "[0]";
        String given = equations.element().getParameters().stream()
                .skip(1)
                .map(each -> ", " + each.getSimpleName())
                .collect(Collectors.joining("", at, ""));
        String derivative = equations.name() + (isVector ? "Jacobian" : "Gradient");
        return StaticJavaParser.parseBodyDeclaration((isVector ? OF_VECTORS : OF_NUMBERS)
                .formatted(
                        search.getSimpleName(),
                        String.join(", ", parameters),
                        isFixedPoint ? "ofFixedPoint" : "ofRoot",
                        (isStatic ? owner : object) + "." + search.getSimpleName() + "(" + String.join(", ", arguments)
                                + ")",
                        owner + "." + search.getSimpleName(),
                        arguments.stream().map(each -> ", " + each).collect(Collectors.joining()),
                        u,
                        (equations.instance() ? object : owner) + "." + equations.name() + "(" + given + ")",
                        derivative + "(" + (equations.instance() ? object + ", " : "") + given + ")",
                        tolerance,
                        owner + "." + equations.name()));
    }
}
