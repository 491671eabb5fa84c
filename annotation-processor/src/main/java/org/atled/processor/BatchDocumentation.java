package org.atled.processor;

import java.util.List;
import java.util.Map;

/** The Javadoc of generated batches. */
final class BatchDocumentation {
    private BatchDocumentation() {}

    static String into(Primal primal, String values, Map<Parameter, String> given) {
        List<String> lines = Documentation.head(
                primal,
                "Values and gradients of %s for many sets of " + Documentation.list(primal.active())
                        + ", which overwrite the arrays given for them.");
        common(primal, lines);
        lines.add("@param " + values + " overwritten with the value of each set");
        given.forEach((parameter, name) -> lines.add("@param " + name + " overwritten with the derivatives by {@code "
                + parameter.name() + "}, of its shape; no two sets share an array"));
        lines.add("@return the sum of the values, added in the order of the sets");
        return errors(lines, "an array is null, has another shape, or plays two parts");
    }

    static String fresh(Primal primal) {
        List<String> lines = Documentation.head(
                primal,
                "Values and gradients of %s for many sets of " + Documentation.list(primal.active())
                        + ", freshly allocated.");
        common(primal, lines);
        lines.add("@return the value of each set, and the derivatives by each parameter, of its shape");
        return errors(lines, "an array is null or has another length than that for another parameter");
    }

    private static void common(Primal primal, List<String> lines) {
        lines.add("Each set is computed by one thread as it would be alone: results do not depend on the number of"
                + " threads. They are those of the common fork-join pool, or of the pool this is called in.");
        lines.add("<p>Threads share the constants, and arrays that stand for several sets: the method must not write"
                + " these.");
        lines.add("");
        for (Parameter parameter : primal.parameters()) {
            lines.add("@param " + parameter.name()
                    + (parameter.active()
                            ? " as in the method itself, for each set"
                            : " as in the method itself; a constant"));
        }
    }

    private static String errors(List<String> lines, String cause) {
        lines.add("@throws IllegalArgumentException if " + cause);
        lines.add("@throws org.atled.BatchException if the method throws something for some sets, or refuses their"
                + " arguments; names the first of them. All other sets are computed");
        lines.add("@throws java.util.concurrent.CancellationException if the thread is interrupted before all sets are"
                + " begun; it stays interrupted");
        return Documentation.wrap(lines);
    }
}
