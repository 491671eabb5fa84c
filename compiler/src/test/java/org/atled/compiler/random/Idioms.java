package org.atled.compiler.random;

import java.util.List;

/**
 * Draws what numerical code is full of, and random statements hardly ever make: searches that carry no derivative,
 * stencils, prefix sums, products of matrices, sorting steps, buffers in turn, iterations to convergence.
 */
final class Idioms {
    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;
    private final LongSweeps sweeps;

    Idioms(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.expressions = expressions;
        this.statements = statements;
        sweeps = new LongSweeps(draw, expressions);
    }

    Code idiom(Scope scope, int depth) {
        draw.note(Feature.LOOP);
        List<String> arrays = scope.assignable(Type.ARRAY);
        List<String> matrices = scope.names(Type.MATRIX);
        if (scope.loops().isEmpty() && draw.chance(0.2)) {
            return sweeps.sweeps(scope);
        }
        if (!matrices.isEmpty() && draw.chance(0.3)) {
            return draw.chance(0.5) ? pivot(scope, draw.pick(matrices)) : product(scope, draw.pick(matrices), depth);
        }
        if (arrays.isEmpty() || draw.chance(0.2)) {
            return draw.<Code>one(() -> collatz(scope, depth), () -> convergence(scope, depth));
        }
        String array = draw.pick(arrays);
        return draw.<Code>one(
                () -> search(scope, array),
                () -> search(scope, array),
                () -> stencil(scope, array, depth),
                () -> prefix(scope, array, depth),
                () -> sortingStep(array),
                () -> buffers(scope, array, depth),
                () -> limitedSum(scope, array, depth));
    }

    private Code more(Scope scope, int depth) {
        return depth > 0 && draw.chance(0.4) ? statements.block(scope, depth - 1) : Code.statement();
    }

    private Code condition(String source) {
        return Code.of(Type.BOOLEAN, source).watched("condition");
    }

    /** An index found by comparing active values; the loop itself has nothing to differentiate. */
    private Code search(Scope scope, String array) {
        String best = draw.name("best");
        String i = draw.name("i");
        Code whole = Code.statement(
                "int " + best + " = 0;\nfor (int " + i + " = 1; " + i + " < " + draw.length() + "; " + i
                        + "++) {\nif (",
                condition(draw.one(
                        () -> array + "[" + i + "] > " + array + "[" + best + "]",
                        () -> "Math.abs(" + array + "[" + i + "]) < Math.abs(" + array + "[" + best + "])")),
                ") {\n" + best + " = " + i + ";\n}\n}\n" + array + "[" + best + "] *= ",
                expressions.number(scope, 1).watched("value"),
                ";\n");
        scope.add(best, Type.INT, true);
        return whole;
    }

    /** The row with the largest first element comes first. */
    private Code pivot(Scope scope, String matrix) {
        draw.note(Feature.SWAP);
        String best = draw.name("best");
        String i = draw.name("i");
        String row = draw.name("r");
        Code column = expressions.index(scope);
        Code whole = Code.statement(
                "int " + best + " = 0;\nfor (int " + i + " = 1; " + i + " < " + draw.rows() + "; " + i + "++) {\nif (",
                new Code(
                        Code.Kind.BOOLEAN,
                        "condition",
                        List.of(matrix + "[" + i + "][", column, "] > " + matrix + "[" + best + "][0]")),
                ") {\n" + best + " = " + i + ";\n}\n}\nif (",
                condition(best + " != 0"),
                ") {\ndouble[] " + row + " = " + matrix + "[0];\n" + matrix + "[0] = " + matrix + "[" + best + "];\n"
                        + matrix + "[" + best + "] = " + row + ";\n}\n");
        scope.add(best, Type.INT, true);
        return whole;
    }

    private Code product(Scope scope, String matrix, int depth) {
        String result = draw.name("m");
        String i = draw.name("i");
        String j = draw.name("j");
        String sum = draw.name("d");
        Code factor = expressions.references().array(scope, 0);
        Scope inner = scope.loop(draw.name("none")).closed();
        inner.add(sum, Type.DOUBLE, true);
        inner.add(i, Type.INT, false);
        Code whole = Code.statement(
                "double[][] " + result + " = new double[" + draw.rows() + "][" + draw.length() + "];\nfor (int " + i
                        + " = 0; " + i + " < " + draw.rows() + "; " + i + "++) {\ndouble " + sum + " = 0;\nfor (int "
                        + j
                        + " = 0; " + j + " < " + draw.length() + "; " + j + "++) {\n" + sum + " += 0.4 * " + matrix
                        + "["
                        + i + "][" + j + "] * ",
                factor,
                "[" + j + "];\n" + result + "[" + i + "][" + j + "] " + draw.pick(List.of("+=", "=")) + " " + sum
                        + ";\n}\n",
                more(inner, depth),
                result + "[" + i + "][0] -= " + sum + ";\n}\n");
        scope.add(result, Type.MATRIX, true);
        return whole;
    }

    private Code stencil(Scope scope, String array, int depth) {
        String i = draw.name("i");
        Scope inner = scope.closed();
        inner.add(i, Type.INT, false);
        return Code.statement(
                "for (int " + i + " = 1; " + i + " + 1 < " + array + ".length; " + i + "++) {\n" + array + "[" + i
                        + "] = 0.4 * (" + array + "[" + i + " - 1] + " + array + "[" + i + " + 1]) - 0.3 * ",
                expressions.leaf(scope),
                ";\n",
                more(inner, depth),
                "}\n");
    }

    private Code prefix(Scope scope, String array, int depth) {
        String i = draw.name("i");
        Scope inner = scope.closed();
        inner.add(i, Type.INT, false);
        return Code.statement(
                "for (int " + i + " = 1; " + i + " < " + draw.length() + "; " + i + "++) {\n",
                more(inner, depth),
                array + "[" + i + "] = " + array + "[" + i + "] * 0.6 + " + array + "[" + i + " - 1] * ",
                expressions.leaf(scope),
                ";\n}\n");
    }

    private Code sortingStep(String array) {
        String i = draw.name("i");
        String kept = draw.name("t");
        return Code.statement(
                "for (int " + i + " = 1; " + i + " < " + array + ".length; " + i + "++) {\nif (",
                condition(array + "[" + i + " - 1] > " + array + "[" + i + "]"),
                ") {\ndouble " + kept + " = " + array + "[" + i + "];\n" + array + "[" + i + "] = " + array + "[" + i
                        + " - 1];\n" + array + "[" + i + " - 1] = " + kept + ";\n}\n}\n");
    }

    /** Two buffers take turns. */
    private Code buffers(Scope scope, String array, int depth) {
        draw.note(Feature.SWAP);
        String now = draw.name("a");
        String next = draw.name("a");
        String kept = draw.name("r");
        String t = draw.name("i");
        String i = draw.name("i");
        Scope inner = scope.closed();
        inner.add(now, Type.ARRAY, false);
        inner.add(next, Type.ARRAY, false);
        Code whole = Code.statement(
                "double[] " + now + " = " + array + draw.pick(List.of("", ".clone()")) + ";\ndouble[] " + next
                        + " = new double[" + now + ".length];\nfor (int " + t + " = 0; " + t + " < "
                        + draw.between(1, 4) + "; " + t + "++) {\nfor (int " + i + " = 0; " + i + " < " + draw.length()
                        + "; " + i + "++) {\n" + next + "[" + i + "] = 0.7 * " + now + "[" + i + "] + 0.2 * " + now
                        + "[(" + i + " + 1) % " + draw.length() + "] * ",
                expressions.leaf(scope),
                ";\n}\n",
                more(inner, depth),
                "double[] " + kept + " = " + now + ";\n" + now + " = " + next + ";\n" + next + " = " + kept + ";\n}\n");
        scope.add(now, Type.ARRAY, true);
        scope.add(next, Type.ARRAY, true);
        return whole;
    }

    private Code limitedSum(Scope scope, String array, int depth) {
        String sum = draw.name("d");
        String i = draw.name("i");
        Scope inner = scope.closed();
        inner.add(i, Type.INT, false);
        Code limit = expressions.leaf(scope);
        Code whole = Code.statement(
                "double " + sum + " = 0;\nint " + i + " = 0;\nwhile (" + i + " < " + draw.length() + ") {\n" + sum
                        + " += " + array + "[" + i + "] * " + array + "[" + i + "];\n",
                more(inner, depth),
                "if (",
                new Code(Code.Kind.BOOLEAN, "condition", List.of("(" + sum + " > ", limit, ")")),
                ") {\nbreak;\n}\n" + i + "++;\n}\n");
        scope.add(sum, Type.DOUBLE, true);
        scope.add(i, Type.INT, true);
        return whole;
    }

    /** Integers only, for as long as they need. */
    private Code collatz(Scope scope, int depth) {
        String n = draw.name("i");
        String steps = draw.name("i");
        Scope inner = scope.closed();
        inner.add(n, Type.INT, false);
        Code whole = Code.statement(
                "int " + n + " = 1 + Math.floorMod(",
                expressions.integer(scope),
                ", 7);\nint " + steps + " = 0;\nwhile (" + n + " > 1 && " + steps + " < 9) {\n" + n + " = " + n
                        + " % 2 == 0 ? " + n + " / 2 : 3 * " + n + " + 1;\n" + steps + "++;\n",
                draw.chance(0.5) ? more(inner, depth) : "",
                "}\n");
        scope.add(n, Type.INT, true);
        scope.add(steps, Type.INT, true);
        return whole;
    }

    /** A square root by Newton's method. */
    private Code convergence(Scope scope, int depth) {
        String square = draw.name("d");
        String root = draw.name("d");
        Scope inner = scope.closed();
        inner.add(square, Type.DOUBLE, false);
        Code start = expressions.leaf(scope);
        Code whole = Code.statement(
                "double " + square + " = 1 + Math.pow(",
                start,
                ", 2);\ndouble " + root + " = 1.1;\nwhile (",
                condition("Math.abs(" + root + " * " + root + " - " + square + ") > 0.01"),
                ") {\n",
                more(inner, depth),
                root + " = 0.5 * (" + root + " + " + square + " / " + root + ");\n}\n");
        scope.add(square, Type.DOUBLE, true);
        scope.add(root, Type.DOUBLE, true);
        return whole;
    }
}
