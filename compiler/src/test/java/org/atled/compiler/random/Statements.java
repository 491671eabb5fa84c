package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** Draws blocks of statements. */
final class Statements {
    private final Draw draw;
    private final Expressions expressions;
    private final Assignments assignments;
    private final Loops loops;
    private final Branches branches;
    private final Idioms idioms;
    private final ObjectStatements objects;
    private final Exceptions exceptions;

    Statements(Draw draw, Expressions expressions) {
        this.draw = draw;
        this.expressions = expressions;
        this.assignments = expressions.assignments();
        this.loops = new Loops(draw, expressions, this);
        this.branches = new Branches(draw, expressions, this);
        this.idioms = new Idioms(draw, expressions, this);
        this.objects = new ObjectStatements(draw, expressions, this);
        this.exceptions = new Exceptions(draw, expressions, this);
    }

    /** A block of its own. */
    Code block(Scope scope, int depth) {
        return Code.block(list(scope.inner(), draw.between(2, 5), depth));
    }

    /** Statements whose variables stay in the scope. */
    List<Code> list(Scope scope, int count, int depth) {
        List<Code> statements = new ArrayList<>();
        for (int i = 0; i < count && draw.takeStatement(); i++) {
            statements.add(statement(scope, depth));
        }
        return statements;
    }

    private Code statement(Scope scope, int depth) {
        if (depth > 0 && draw.chance(0.25)) {
            return loops.loop(scope, depth - 1);
        }
        if (scope.family().isPresent() && draw.chance(0.3)) {
            return draw.chance(0.3)
                    ? expressions.containers().statement(scope, depth, this)
                    : objects.statement(scope, depth);
        }
        if (depth > 0 && draw.chance(0.12)) {
            return exceptions.protectedBlock(scope, depth - 1);
        }
        if (draw.chance(scope.isTried() ? 0.25 : 0.01)) {
            return exceptions.hazard(scope);
        }
        if (draw.chance(0.12)) {
            return idioms.idiom(scope, depth);
        }
        if (depth > 0 && draw.chance(0.2)) {
            return branches.branch(scope, depth - 1);
        }
        if (draw.chance(0.1)) {
            return branches.jump(scope);
        }
        if (draw.chance(0.08)) {
            return untouched(scope);
        }
        if (draw.chance(0.25)) {
            return declaration(scope);
        }
        return assignments.assignment(scope);
    }

    Code declaration(Scope scope) {
        if (scope.family().isPresent() && draw.chance(0.5)) {
            return objects.declaration(scope);
        }
        return draw.<Code>one(
                () -> declare(scope, Type.DOUBLE, expressions.number(scope).watched("value")),
                () -> declare(scope, Type.ARRAY, expressions.references().array(scope, 2)),
                () -> declare(scope, Type.ARRAY, expressions.references().array(scope, 2)),
                () -> declare(scope, Type.MATRIX, expressions.references().matrix(scope)),
                () -> declare(scope, Type.INT, expressions.integer(scope)),
                () -> declare(scope, Type.BOOLEAN, expressions.conditions().condition(scope)),
                () -> declare(scope, Type.LONG, Code.of(Type.LONG, "3L * ", expressions.integer(scope))),
                () -> maybe(scope),
                () -> viewedAsObject(scope),
                () -> draw.usesFloat()
                        ? declare(
                                scope, Type.FLOAT, Code.of(Type.FLOAT, "(float) (1.0 * ", expressions.leaf(scope), ")"))
                        : declare(scope, Type.DOUBLE, expressions.number(scope).watched("value")));
    }

    Code declare(Scope scope, Type type, Code value) {
        if (type == Type.FLOAT) {
            draw.note(Feature.FLOAT);
        }
        // Parameters are called p.
        String name =
                draw.name(type == Type.PAIR ? "q" : type.name().substring(0, 1).toLowerCase());
        scope.add(name, type, true);
        return Code.statement(type + " " + name + " = ", value, ";\n");
    }

    /** A reference that stays null on some path, and is used only if it is not. */
    private Code maybe(Scope scope) {
        String name = draw.name("n");
        Scope inner = scope.inner();
        inner.add(name, Type.ARRAY, true);
        return Code.statement(
                "double[] " + name + " = null;\nif (",
                expressions.conditions().condition(scope),
                ") {\n" + name + " = ",
                expressions.references().array(scope, 2),
                ";\n}\nif (" + name + " != null) ",
                block(inner, 0));
    }

    private Code viewedAsObject(Scope scope) {
        String kept = draw.name("o");
        Code one = expressions.references().array(scope, 0);
        Code other = expressions.references().array(scope, 0);
        Code index = Code.of(Type.INT, "Math.floorMod(", expressions.integer(scope), ", 2)");
        String name = draw.name("a");
        scope.add(name, Type.ARRAY, true);
        return Code.statement(
                "Object[] " + kept + " = {",
                one,
                ", ",
                other,
                "};\ndouble[] " + name + " = (double[]) " + kept + "[",
                index,
                "];\n");
    }

    /** What the derivative leaves as it is: texts, counters, checks of arguments. */
    private Code untouched(Scope scope) {
        return draw.<Code>one(
                () -> text(scope),
                () -> text(scope),
                () -> Code.statement("count += ", expressions.integer(scope), ";\n"),
                () -> validation(scope),
                () -> validation(scope));
    }

    private Code text(Scope scope) {
        draw.note(Feature.TEXT);
        return draw.<Code>one(
                () -> Code.statement("LOG.append(", expressions.leaf(scope), ").append(' ');\n"),
                () -> Code.statement("LOG.append(\"x = \" + ", expressions.leaf(scope), ");\n"),
                () -> Code.statement(
                        "LOG.append(java.util.Arrays.toString(",
                        expressions.references().array(scope, 0),
                        "));\n"));
    }

    private Code validation(Scope scope) {
        draw.note(Feature.VALIDATION);
        Code condition = draw.chance(0.12)
                ? expressions.conditions().condition(scope)
                : expressions.conditions().fault(scope);
        return Code.statement(
                "if (",
                condition,
                ") {\nthrow new IllegalArgumentException(\"wrong: \" + ",
                expressions.leaf(scope),
                ");\n}\n");
    }
}
