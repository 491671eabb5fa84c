package org.atled.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Javadoc of generated methods: shapes, what is read and written, aliasing, errors, threads. */
final class Documentation {
    private static final int WIDTH = 100;
    private static final String THREADS = "<p>Thread-safe if {@code %s} is: the call owns its working memory.";
    private static final String EFFECTS =
            "<p>Whatever {@code %s} itself writes or throws, this method writes and throws, too.";
    private static final String TOTAL = "<p>One array passed for several parameters counts as one variable: the"
            + " derivative by each of them is then the total.";
    private static final String SHARED_ROWS = "<p>A row that stands in several places is one variable: the derivative"
            + " in each of its places is then the total.";
    private static final String OBJECTS = "<p>The derivative by an object has a number for each number in its fields,"
            + " and in those of the objects it refers to, each object once: a tangent for a class or interface, a"
            + " record for a record of numbers.";
    private static final String DIRECTION =
            "the direction in which {@code %s} is moved, of its shape; follows it if it is written";
    private static final String FORWARD_OVER_REVERSE =
            "Forward mode over reverse mode: one run of the method, whatever the" + " number of variables.";
    private static final String NOT_BUILT =
            "@throws org.atled.NotBuiltException if the build did not fill in derivative code";

    private Documentation() {}

    static String gradient(Primal primal) {
        List<String> lines = head(primal, "The gradient of %s by " + list(primal.active()) + ", freshly allocated.");
        aliasing(primal, lines);
        parameters(primal, Map.of(), "", lines);
        lines.add("@return " + derivative(primal) + ", of the shape of the parameter");
        return tail(primal, lines, "an active argument is null, or also passed as a constant");
    }

    static String gradientInto(Primal primal, Map<Parameter, String> given) {
        List<String> lines = head(primal, "The value of %s; its gradient overwrites the arrays given for it.");
        if (!primal.isDeep()) {
            lines.add("Allocates nothing of its own.");
        }
        aliasing(primal, lines);
        parameters(primal, Map.of(), "", lines);
        overwritten("the derivative", given, lines);
        lines.add("@return the value");
        return tail(primal, lines, "an array is null, has another shape, or plays two parts");
    }

    static String valueAndGradient(Primal primal) {
        List<String> lines =
                head(primal, "The value of %s and its gradient by " + list(primal.active()) + ", freshly allocated.");
        aliasing(primal, lines);
        parameters(primal, Map.of(), "", lines);
        lines.add("@return the value, and " + derivative(primal) + ", of the shape of the parameter");
        return tail(primal, lines, "an active array is null, or part of what is also passed as a constant");
    }

    static String jvp(Primal primal, Map<Parameter, String> tangents) {
        boolean inPlace = primal.isVoid();
        List<String> lines = head(
                primal,
                inPlace
                        ? "Runs %s and carries tangents along: on return each tangent array is the tangent of what its"
                                + " array then holds."
                        : "The derivative of %s in the direction of the tangents (Jacobian-vector product).");
        sharedShadows(primal, "tangent", lines);
        parameters(primal, tangents, "the tangent of {@code %s}, of its shape; follows it if it is written", lines);
        if (!inPlace) {
            lines.add("@return the tangent of the result, of the shape of the result");
        }
        return tail(primal, lines, "an active argument or a tangent is null, has another shape, or plays two parts");
    }

    static String hvp(Primal primal, Map<Parameter, String> tangents) {
        List<String> lines = head(
                primal,
                "The product of the Hessian of %s by " + list(primal.active())
                        + " and the tangents: the derivative of the gradient in that direction, freshly allocated.");
        lines.add(FORWARD_OVER_REVERSE);
        sharedShadows(primal, "tangent", lines);
        parameters(primal, tangents, DIRECTION, lines);
        lines.add("@return " + derivative(primal).replace("derivative", "product") + ", of the shape of the parameter");
        return tail(primal, lines, "an active argument or a tangent is null, has another shape, or plays two parts");
    }

    static String hvpInto(
            Primal primal,
            Map<Parameter, String> tangents,
            Map<Parameter, String> gradients,
            Map<Parameter, String> products) {
        List<String> lines = head(
                primal,
                "The value of %s; its gradient, and the product of its Hessian and the tangents, overwrite the arrays"
                        + " given for them.");
        if (!primal.isDeep()) {
            lines.add("Allocates nothing of its own.");
        }
        lines.add(FORWARD_OVER_REVERSE);
        sharedShadows(primal, "tangent", lines);
        parameters(primal, tangents, DIRECTION, lines);
        overwritten("the derivative", gradients, lines);
        overwritten("the derivative of the gradient", products, lines);
        lines.add("@return the value");
        return tail(primal, lines, "an array is null, has another shape, or plays two parts");
    }

    private static void overwritten(String what, Map<Parameter, String> given, List<String> lines) {
        given.forEach((parameter, name) -> lines.add("@param " + name + " overwritten with " + what + " by {@code "
                + parameter.name() + "}"
                + (parameter.isActiveScalar() ? "; length 1" : "; of the shape of {@code " + parameter.name() + "}")
                + "; an array of its own. Not touched if an exception is thrown"));
    }

    static String hessian(Primal primal) {
        List<String> lines = head(
                primal,
                "The Hessian of %s: the second derivatives by " + list(primal.active()) + ", freshly allocated.");
        hessian(primal, lines);
        parameters(primal, Map.of(), "", lines);
        lines.add("@return " + matrix(primal));
        return wrap(errors(primal, lines, "an active argument is null, or also passed as a constant"));
    }

    static String hessianInto(Primal primal, Map<Parameter, String> gradients, String matrix) {
        List<String> lines =
                head(primal, "The value of %s; its gradient and its Hessian overwrite the arrays given for them.");
        lines.add("Allocates a copy of each active array, and arrays for up to eight directions and columns.");
        hessian(primal, lines);
        parameters(primal, Map.of(), "", lines);
        overwritten("the derivative", gradients, lines);
        lines.add("@param " + matrix + " overwritten with the second derivatives, " + matrix(primal)
                + "; every row an array of its own. Not touched if an exception is thrown");
        lines.add("@return the value");
        return wrap(errors(primal, lines, "an array is null, has another shape, or plays two parts"));
    }

    private static void hessian(Primal primal, List<String> lines) {
        lines.add("One pass for up to eight numbers among the variables.");
        lines.add("Each pass works on copies of the active arrays, so these are only read; a constant that the method"
                + " writes is written by every pass.");
        aliasing(primal, lines);
    }

    private static String matrix(Primal primal) {
        return primal.active().size() == 1
                ? "symmetric, a row and a column for each number of " + list(primal.active())
                : "symmetric, a row and a column for each number of " + list(primal.active()) + ", in this order";
    }

    static String taylor(Primal primal, Map<Parameter, String> speeds, String order) {
        List<String> lines = head(
                primal,
                speeds.isEmpty()
                        ? "The Taylor coefficients of %s by " + list(primal.active())
                                + ": the derivatives, each divided by the" + " factorial of its order."
                        : "The Taylor coefficients of %s as its variables move along a line: of t at 0, where each variable"
                                + " stands at its value plus t times its tangent.");
        lines.add("One run in the arithmetic of power series, which takes time in the square of the order.");
        parameters(primal, speeds, "how fast {@code %s} moves", lines);
        lines.add("@param " + order + " the highest order, 0 to 1000");
        lines.add("@return the coefficients, that of order i at index i, the value first; freshly allocated");
        lines.add(lines.indexOf(""), String.format(EFFECTS, primal.name()));
        lines.add(lines.indexOf(""), String.format(THREADS, primal.name()));
        lines.add("@throws IllegalArgumentException if the order is out of range");
        lines.add(NOT_BUILT);
        return wrap(lines);
    }

    static String vjp(Primal primal, String cotangent) {
        List<String> lines = head(
                primal,
                "The gradient of the result of %s, its elements weighted by {@code " + cotangent
                        + "} and summed up (vector-Jacobian product).");
        aliasing(primal, lines);
        parameters(primal, Map.of(), "", lines);
        lines.add("@param " + cotangent + " weights of the outputs, of the shape of the result; only read");
        lines.add("@return " + derivative(primal) + ", freshly allocated, of the shape of the parameter");
        return tail(
                primal, lines, "an active argument or the cotangent is null, has another shape, or plays two parts");
    }

    static String vjpInPlace(Primal primal, Map<Parameter, String> cotangents) {
        List<String> lines = head(
                primal,
                "Runs %s, then carries cotangents back: on entry the cotangent of an array holds the seed for what the"
                        + " array holds on return; on return it holds the gradient by what the array held on entry. So"
                        + " the seed of an output has been consumed, and the gradient by an input has been added.");
        sharedShadows(primal, "cotangent", lines);
        parameters(primal, cotangents, "the cotangent of {@code %s}, of its shape; read and written", lines);
        if (!primal.activeScalars().isEmpty()) {
            lines.add("@return the derivative by " + list(primal.activeScalars()));
        }
        return tail(primal, lines, "an active argument or a cotangent is null, has another shape, or plays two parts");
    }

    static String jacobian(Primal primal) {
        List<String> lines = head(
                primal,
                "The Jacobian of %s by " + list(primal.active()) + ": row i holds the derivatives of output i. One pass"
                        + " for up to eight inputs or for each output, whichever takes less time.");
        lines.add("Each pass works on copies of the active arrays, so these are only read; a constant that the method"
                + " writes is written by every pass.");
        aliasing(primal, lines);
        parameters(primal, Map.of(), "", lines);
        lines.add("@return " + derivative(primal) + ", freshly allocated; the outputs come first in every index");
        return wrap(errors(primal, lines, "an active argument is null, or also passed as a constant"));
    }

    static String function(Primal primal) {
        Parameter argument = primal.argument().orElseThrow();
        List<String> lines = head(primal, "%s as a function of {@code " + argument.name() + "} alone.");
        lines.add("The arguments are kept, not copied.");
        parameters(primal, Map.of(), "", lines);
        lines.removeIf(line -> line.startsWith("@param " + argument.name() + " "));
        return wrap(lines);
    }

    static List<String> head(Primal primal, String summary) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(summary, "{@code " + primal.owner() + "." + primal.name() + "}"));
        return lines;
    }

    private static void aliasing(Primal primal, List<String> lines) {
        if (primal.activeArrays().size() > 1) {
            lines.add(TOTAL);
        }
        if (primal.activeArrays().stream().anyMatch(p -> p.shape().orElseThrow().rank() > 1)) {
            lines.add(SHARED_ROWS);
        }
        objects(primal, lines);
    }

    /** What the derivative by an object is. */
    private static void objects(Primal primal, List<String> lines) {
        if (!primal.activeObjects().isEmpty()) {
            lines.add(OBJECTS);
        }
        if (!primal.unseen().isEmpty()) {
            lines.add("<p>There is no derivative by " + list(primal.unseen()) + ", but what the method keeps in fields"
                    + " there on the way is differentiated.");
        }
    }

    private static void sharedShadows(Primal primal, String shadow, List<String> lines) {
        objects(primal, lines);
        if (primal.activeArrays().size() > 1 || primal.isDeep()) {
            lines.add("<p>An array or row that stands in several places is one variable and must be given one and the"
                    + " same " + shadow + " in all of them.");
        }
        if (primal.isDeep()) {
            lines.add("Where rows are moved about, each keeps the " + shadow + " row it had on entry.");
        }
    }

    private static void parameters(
            Primal primal, Map<Parameter, String> shadows, String shadowText, List<String> lines) {
        lines.add("");
        for (Parameter parameter : primal.parameters()) {
            lines.add("@param " + parameter.name() + " as in the method itself"
                    + (parameter.active() ? "" : "; a constant"));
            if (shadows.containsKey(parameter)) {
                lines.add("@param " + shadows.get(parameter) + " " + String.format(shadowText, parameter.name()));
            }
        }
    }

    private static String derivative(Primal primal) {
        List<Parameter> active = primal.active();
        return active.size() == 1 ? "the derivative by " + list(active) : "one derivative for each of " + list(active);
    }

    static String list(List<Parameter> parameters) {
        return parameters.stream().map(p -> "{@code " + p.name() + "}").collect(Collectors.joining(", "));
    }

    private static String tail(Primal primal, List<String> lines, String cause) {
        lines.add(lines.indexOf(""), String.format(EFFECTS, primal.name()));
        return wrap(errors(primal, lines, cause));
    }

    private static List<String> errors(Primal primal, List<String> lines, String cause) {
        lines.add(lines.indexOf(""), String.format(THREADS, primal.name()));
        if (!primal.activeArrays().isEmpty() || cause.startsWith("an array")) {
            lines.add("@throws IllegalArgumentException if " + cause);
        }
        lines.add(NOT_BUILT);
        return lines;
    }

    /** Breaks lines so that they fit a page; what follows a tag is indented. */
    static String wrap(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String indent = line.startsWith("@") ? "    " : "";
            int column = 0;
            for (String word : line.split(" ")) {
                if (column > 0 && column + word.length() > WIDTH) {
                    text.append('\n').append(indent);
                    column = indent.length();
                } else if (column > 0) {
                    text.append(' ');
                    column++;
                }
                text.append(word);
                column += word.length();
            }
            text.append('\n');
        }
        return text.substring(0, text.length() - 1);
    }
}
