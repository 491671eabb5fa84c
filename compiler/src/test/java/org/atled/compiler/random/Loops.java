package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Draws loops that end: counted ones, and others with a counter beside their condition. */
final class Loops {
    private static final Pattern LOOP_WORD = Pattern.compile("^(?=(for|while|do) )", Pattern.MULTILINE);

    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;

    Loops(Draw draw, Expressions expressions, Statements statements) {
        this.draw = draw;
        this.expressions = expressions;
        this.statements = statements;
    }

    Code loop(Scope scope, int depth) {
        draw.note(scope.loops().isEmpty() ? Feature.LOOP : Feature.NESTED_LOOP);
        String label = draw.name("loop");
        Scope inner = scope.loop(label);
        List<Supplier<Code>> kinds = new ArrayList<>(List.of(
                () -> counted(scope, inner, depth),
                () -> counted(scope, inner, depth),
                () -> counted(scope, inner, depth),
                () -> overLength(scope, inner, depth),
                () -> descending(inner, depth),
                () -> two(inner, depth),
                () -> shrinkingBound(inner, depth),
                () -> longCounter(inner, depth),
                () -> guarded(scope, inner, depth),
                () -> guarded(scope, inner, depth),
                () -> endless(inner, depth)));
        if (!scope.names(Type.ARRAY).isEmpty()) {
            kinds.add(() -> elements(scope, inner, depth));
        }
        if (!scope.names(Type.MATRIX).isEmpty()) {
            kinds.add(() -> rows(scope, inner, depth));
        }
        Code loop = draw.pick(kinds).get();
        List<Object> parts = new ArrayList<>(loop.parts());
        // What is declared for a loop stands before its label.
        parts.set(0, LOOP_WORD.matcher((String) parts.get(0)).replaceFirst(label + ":\n"));
        return new Code(Code.Kind.STATEMENT, null, parts);
    }

    private Code body(Scope scope, int depth) {
        return statements.block(scope, depth);
    }

    private Code bound(Scope scope) {
        return draw.<Code>one(
                        () -> Code.of(Type.INT, String.valueOf(draw.between(0, 4))),
                        () -> Code.of(
                                Type.INT, String.valueOf(draw.chance(0.1) ? draw.between(20, 70) : draw.between(2, 4))),
                        () -> Code.of(Type.INT, "Math.floorMod(", expressions.integer(scope), ", 5)"))
                .watched("integer");
    }

    private Code counted(Scope scope, Scope inner, int depth) {
        String i = draw.name("i");
        String step = draw.chance(0.2) ? i + " += 2" : i + "++";
        Code bound = bound(scope);
        inner.add(i, Type.INT, false);
        return Code.statement(
                "for (int " + i + " = " + draw.between(0, 1) + "; " + i + " < ",
                bound,
                "; " + step + ") ",
                body(inner, depth));
    }

    private Code overLength(Scope scope, Scope inner, int depth) {
        String i = draw.name("i");
        List<String> arrays = scope.names(Type.ARRAY);
        if (arrays.isEmpty()) {
            return counted(scope, inner, depth);
        }
        String array = draw.pick(arrays);
        inner.add(i, Type.INT, false);
        List<Object> parts = new ArrayList<>();
        parts.add("for (int " + i + " = 0; " + i + " < " + array + ".length; " + i + "++) {\n");
        parts.add(Code.statement(
                array + "[" + i + "]" + draw.pick(List.of(" = ", " += ", " *= ")),
                expressions.number(inner).watched("value"),
                ";\n"));
        parts.add(body(inner, depth));
        parts.add("}\n");
        return new Code(Code.Kind.STATEMENT, null, parts);
    }

    private Code descending(Scope inner, int depth) {
        String i = draw.name("i");
        inner.add(i, Type.INT, false);
        return Code.statement(
                "for (int " + i + " = " + draw.between(0, 3) + "; " + i + " >= 0; " + i + "--) ", body(inner, depth));
    }

    private Code two(Scope inner, int depth) {
        String i = draw.name("i");
        String j = draw.name("j");
        inner.add(i, Type.INT, false);
        inner.add(j, Type.INT, false);
        return Code.statement(
                "for (int " + i + " = 0, " + j + " = " + draw.between(1, 5) + "; " + i + " < " + j + "; " + i + "++, "
                        + j + "--) ",
                body(inner, depth));
    }

    /** The bound changes in the body. */
    private Code shrinkingBound(Scope inner, int depth) {
        String i = draw.name("i");
        String end = draw.name("end");
        inner.add(i, Type.INT, false);
        inner.add(end, Type.INT, false);
        return Code.statement(
                "int " + end + " = " + draw.between(2, 5) + ";\nfor (int " + i + " = 0; " + i + " < " + end + "; " + i
                        + "++) {\nif (",
                expressions.conditions().condition(inner),
                ") {\n" + draw.pick(List.of(end + "--", i + "++")) + ";\n}\n",
                body(inner, depth),
                "}\n");
    }

    private Code longCounter(Scope inner, int depth) {
        String i = draw.name("k");
        String index = draw.name("i");
        inner.add(index, Type.INT, false);
        return Code.statement(
                "for (long " + i + " = 1; " + i + " <= " + draw.between(0, 3) + "L; " + i + "++) {\nint " + index
                        + " = (int) " + i + ";\n",
                body(inner, depth),
                "}\n");
    }

    private Code guarded(Scope scope, Scope inner, int depth) {
        String guard = draw.name("g");
        int most = draw.between(1, 4);
        Code condition = expressions.conditions().condition(scope);
        inner.add(guard, Type.INT, false);
        String declaration = "int " + guard + " = 0;\n";
        return draw.chance(0.5)
                ? Code.statement(
                        declaration + "while (", condition, " && " + guard + "++ < " + most + ") ", body(inner, depth))
                : Code.statement(
                        declaration + "do ",
                        body(inner, depth),
                        "while (" + guard + "++ < " + most + " && ",
                        condition,
                        ");\n");
    }

    private Code endless(Scope inner, int depth) {
        String guard = draw.name("g");
        inner.add(guard, Type.INT, false);
        return Code.statement(
                "int " + guard + " = 0;\nfor (;;) {\nif (" + guard + "++ >= " + draw.between(0, 4) + " || ",
                expressions.conditions().fault(inner),
                ") {\nbreak;\n}\n",
                body(inner, depth),
                "}\n");
    }

    private Code elements(Scope scope, Scope inner, int depth) {
        Code array = expressions.references().array(scope, 1);
        String element = draw.name("d");
        inner.add(element, Type.DOUBLE, true);
        return Code.statement("for (double " + element + " : ", array, ") ", body(inner, depth));
    }

    private Code rows(Scope scope, Scope inner, int depth) {
        String row = draw.name("a");
        String matrix = draw.pick(scope.names(Type.MATRIX));
        inner.add(row, Type.ARRAY, true);
        return Code.statement("for (double[] " + row + " : " + matrix + ") ", body(inner, depth));
    }
}
