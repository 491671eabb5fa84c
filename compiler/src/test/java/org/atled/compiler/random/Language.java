package org.atled.compiler.random;

import java.util.List;

/** Draws numbers that come by way of streams, variable arguments, generic methods and classes, and inner classes. */
final class Language {
    private static final String SUPPORT = """
            static double total(double... numbers) {
            double total = 0;
            for (double each : numbers) {
            total += 0.5 * each;
            }
            return total;
            }
            static <T> T chosen(boolean isFirst, T one, T other) {
            return isFirst ? one : other;
            }
            static final class Holder<T> {
            T value;
            Holder(T value) {
            this.value = value;
            }
            T get() {
            return value;
            }
            <S> Holder<S> with(java.util.function.Function<? super T, ? extends S> f) {
            return new Holder<>(f.apply(value));
            }
            }
            static final class Outer {
            double k;
            Outer(double k) {
            this.k = k;
            }
            Inner inner(double m) {
            return new Inner(m);
            }
            class Inner {
            double m;
            Inner(double m) {
            this.m = m;
            }
            double of(double t) {
            return 0.3 * k * m * t;
            }
            Inner add(double t) {
            k += 0.5 * t;
            Outer.this.k -= 0.1 * m;
            return this;
            }
            }
            }
            """;

    private final Draw draw;
    private final Expressions expressions;
    private final Functions functions;

    Language(Draw draw, Expressions expressions, Functions functions) {
        this.draw = draw;
        this.expressions = expressions;
        this.functions = functions;
    }

    /** The methods and classes that the numbers need. */
    static Code support() {
        return Code.of(Code.Kind.METHOD, SUPPORT);
    }

    Code number(Scope scope, int depth) {
        if (draw.derivative().isPresent() && draw.chance(0.3)) {
            draw.note(Feature.DERIVATIVE);
            return Code.of(
                    Type.DOUBLE, "(0.3 * " + draw.derivative().get() + "(", expressions.number(scope, depth), "))");
        }
        return draw.<Code>one(
                () -> ofArray(scope, depth),
                () -> ofRange(scope),
                () -> reduced(scope, depth),
                () -> total(scope, depth),
                () -> chosen(scope, depth),
                () -> held(scope, depth),
                () -> inner(scope, depth));
    }

    private Code ofArray(Scope scope, int depth) {
        draw.note(Feature.STREAM);
        String end = draw.pick(List.of(".sum()", ".skip(1).sum()", ".average().orElse(0)"));
        Code array = expressions.references().array(scope, 0);
        Code function = functions.function(scope, depth);
        return Code.of(Type.DOUBLE, "(0.5 * java.util.Arrays.stream(", array, ").map(", function, ")" + end + ")");
    }

    private Code ofRange(Scope scope) {
        draw.note(Feature.STREAM);
        String i = draw.name("i");
        Scope inside = scope.lambda();
        inside.addFinal(i, Type.INT);
        return Code.of(
                Type.DOUBLE,
                "(0.5 * java.util.stream.IntStream.range(0, " + draw.length() + ").mapToDouble(" + i + " -> ",
                expressions.number(inside, 2).watched("value"),
                ").sum())");
    }

    private Code reduced(Scope scope, int depth) {
        draw.note(Feature.STREAM);
        return Code.of(
                Type.DOUBLE,
                "java.util.stream.DoubleStream.of(",
                expressions.number(scope, depth),
                ", ",
                expressions.leaf(scope),
                ").reduce(" + draw.literal(0.1, 1) + ", ",
                functions.operator(scope),
                ")");
    }

    private Code total(Scope scope, int depth) {
        draw.note(Feature.VARIABLE_ARGUMENTS);
        return draw.<Code>one(
                () -> Code.of(Type.DOUBLE, "total(", expressions.references().array(scope, 0), ")"),
                () -> Code.of(
                        Type.DOUBLE,
                        "total(",
                        expressions.number(scope, depth),
                        ", ",
                        expressions.leaf(scope),
                        ", ",
                        expressions.leaf(scope),
                        ")"));
    }

    private Code chosen(Scope scope, int depth) {
        draw.note(Feature.GENERIC);
        Code condition = expressions.conditions().condition(scope);
        return draw.<Code>one(
                () -> Code.of(
                        Type.DOUBLE,
                        "chosen(",
                        condition,
                        ", ",
                        expressions.number(scope, depth),
                        ", ",
                        expressions.leaf(scope),
                        ")"),
                () -> Code.of(
                        Type.DOUBLE,
                        "chosen(",
                        condition,
                        ", ",
                        expressions.references().array(scope, 0),
                        ", ",
                        expressions.references().array(scope, 0),
                        ")[",
                        expressions.index(scope),
                        "]"));
    }

    private Code held(Scope scope, int depth) {
        draw.note(Feature.GENERIC);
        String held = draw.name("v");
        Scope inside = scope.lambda();
        inside.addFinal(held, Type.DOUBLE);
        return Code.of(
                Type.DOUBLE,
                "new Holder<Double>(",
                expressions.number(scope, depth),
                ").<Double>with(" + held + " -> ",
                expressions.number(inside, 1).watched("value"),
                ").get()");
    }

    private Code inner(Scope scope, int depth) {
        draw.note(Feature.INNER_CLASS);
        return Code.of(
                Type.DOUBLE,
                "new Outer(",
                expressions.number(scope, depth),
                ").inner(",
                expressions.leaf(scope),
                ").add(",
                expressions.leaf(scope),
                ").of(",
                expressions.leaf(scope),
                ")");
    }
}
