package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws loops of more than a hundred iterations over arrays of which two names may mean the same one, also decided when the
 * program runs: such loops are reversed in several versions.
 */
final class LongSweeps {
    private final Draw draw;
    private final Expressions expressions;

    LongSweeps(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
    }

    Code sweeps(Scope scope) {
        draw.note(Feature.LONG_LOOP);
        List<Object> parts = new ArrayList<>();
        String factor = draw.name("d");
        parts.add(Code.statement(
                "double " + factor + " = ", expressions.leaf(scope).watched("value"), ";\n"));
        List<String> arrays = arrays(scope, factor, parts);
        String sum = draw.name("d");
        parts.add("double " + sum + " = 0;\n");
        List<String> numbers = new ArrayList<>(List.of(factor, factor, draw.literal(0.1, 0.9)));
        scope.names(Type.ARRAY).forEach(name -> numbers.add(name + "[" + draw.between(0, draw.length() - 1) + "]"));
        for (int i = draw.between(1, 3); i > 0; i--) {
            parts.add(loop(arrays, numbers, sum));
        }
        String array = draw.pick(arrays);
        parts.add(sum + " += 0.3 * " + element(arrays, String.valueOf(draw.between(1, 120))) + " - " + array
                + "[100] * " + array + "[2];\n");
        scope.add(sum, Type.DOUBLE, true);
        if (draw.chance(0.3)) {
            scope.add(array, Type.ARRAY, false);
        }
        return new Code(Code.Kind.STATEMENT, null, parts);
    }

    /** The first is new, others may be it. */
    private List<String> arrays(Scope scope, String factor, List<Object> parts) {
        int length = draw.between(129, 160);
        List<String> arrays = new ArrayList<>();
        int count = draw.between(2, 4);
        for (int k = 0; k < count; k++) {
            String name = draw.name("w");
            if (k > 0 && draw.chance(0.5)) {
                draw.note(Feature.ALIAS);
                String other = draw.pick(arrays);
                parts.add(draw.<Code>one(
                        () -> Code.statement("double[] " + name + " = " + other + ";\n"),
                        () -> Code.statement("double[] " + name + " = " + other + ".clone();\n"),
                        () -> Code.statement(
                                "double[] " + name + " = ",
                                expressions.conditions().condition(scope),
                                " ? " + other + " : " + other + ".clone();\n")));
            } else {
                String i = draw.name("i");
                parts.add(Code.statement("double[] " + name + " = new double[" + length + "];\nfor (int " + i
                        + " = 0; " + i + " < " + length + "; " + i + "++) {\n" + name + "[" + i + "] = "
                        + draw.pick(List.of("Math.sin", "Math.cos")) + "(" + draw.literal(0.1, 0.9) + " * " + i
                        + ") * " + factor + " / (1 + " + factor + " * " + factor + ");\n}\n"));
            }
            arrays.add(name);
        }
        return arrays;
    }

    private Code loop(List<String> arrays, List<String> numbers, String sum) {
        String i = draw.name("i");
        List<Object> parts = new ArrayList<>();
        String length = arrays.get(0) + ".length";
        parts.add(
                draw.chance(0.75)
                        ? "for (int " + i + " = 1; " + i + " < " + length + " - 1; " + i + "++) {\n"
                        : "for (int " + i + " = " + length + " - 2; " + i + " > 0; " + i + "--) {\n");
        for (int k = draw.between(1, 4); k > 0; k--) {
            parts.add(statement(arrays, numbers, sum, i));
        }
        parts.add("}\n");
        return new Code(Code.Kind.STATEMENT, null, parts);
    }

    private Code statement(List<String> arrays, List<String> numbers, String sum, String i) {
        String to = draw.pick(arrays) + "[" + i + "]";
        String one = element(arrays, i);
        String other = element(arrays, i);
        String number = "(0.2 * " + draw.pick(numbers) + ")";
        return Code.statement(draw.one(
                () -> to + " += " + number + " * " + one + ";\n",
                () -> to + " += " + number + " * " + one + ";\n",
                () -> to + " -= 0.1 * " + one + " * " + other + ";\n",
                () -> to + " = 0.5 * " + one + " + 0.3 * " + other + ";\n",
                () -> to + " = " + one + " * " + other + ";\n",
                () -> to + " = Math.sin(" + one + ") * " + number + ";\n",
                () -> to + " *= 0.7;\n",
                () -> sum + " += 0.02 * " + one + " * " + other + ";\n",
                () -> sum + " += 0.02 * " + number + " * " + one + ";\n",
                () -> draw.pick(arrays) + "[" + draw.between(1, 120) + "] += 0.01 * " + one + ";\n",
                () -> to + " += " + number + " * " + draw.pick(arrays) + "[" + draw.between(1, 120) + "];\n"));
    }

    private String element(List<String> arrays, String i) {
        return draw.pick(arrays) + "[" + i + draw.pick(List.of("", "", "", " - 1", " + 1")) + "]";
    }
}
