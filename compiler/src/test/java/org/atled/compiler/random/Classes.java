package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/** Draws the classes of a program: their fields, their constructors, and the methods that the shapes ask for. */
final class Classes {
    private static final List<Family.Member> LINEAR = List.of(
            new Family.Member("c", "double", Type.DOUBLE, true), new Family.Member("w", "double[]", Type.ARRAY, false));
    private static final List<Family.Member> BENT = List.of(new Family.Member("c", "double", Type.DOUBLE, false));

    private final Draw draw;
    private final Expressions expressions;
    private final Methods methods;

    Classes(Draw draw, Expressions expressions, Methods methods) {
        this.draw = draw;
        this.expressions = expressions;
        this.methods = methods;
    }

    /** @param shapes all methods of the program, each after those it can call */
    List<Code> all(List<MethodShape> shapes) {
        List<MethodShape> laws = of(shapes, Type.LAW);
        List<MethodShape> nodes = of(shapes, Type.NODE);
        return List.of(
                mode(),
                rule(),
                Code.of(
                        Code.Kind.METHOD,
                        "static final class Fault extends RuntimeException {\nfinal int code;\n"
                                + "Fault(int code) {\nsuper(\"fault \" + code);\nthis.code = code;\n}\n}\n"),
                Code.of(
                        Code.Kind.METHOD,
                        "static final class Stop extends Exception {\nStop() {\n"
                                + "super(\"stop\", null, false, false);\n}\n}\n"),
                law(laws),
                type("static final class Linear implements Law {\n", LINEAR, linear(), overrides(laws, shapes, LINEAR)),
                type("record Bent(double c) implements Law {\n", List.of(), bent(), overrides(laws, shapes, BENT)),
                type("abstract static class Base implements Law {\n", List.of(), base(), List.of()),
                type("static final class Odd extends Base {\n", LINEAR, odd(), overrides(laws, shapes, LINEAR)),
                type("static class Node {\nNode next;\n", draw.family().node(), nodeParts(), nodes(nodes, shapes)),
                type(
                        "static final class Heavy extends Node {\n",
                        draw.family().heavy(),
                        heavy(),
                        heavies(nodes, shapes)),
                pair());
    }

    private static List<MethodShape> of(List<MethodShape> shapes, Type owner) {
        return shapes.stream().filter(shape -> shape.owner() == owner).toList();
    }

    private static Code type(String head, List<Family.Member> fields, List<Code> own, List<Code> methods) {
        List<Object> parts = new ArrayList<>();
        parts.add(head);
        fields.forEach(field -> parts.add(field.declaration()));
        parts.addAll(own);
        parts.addAll(methods);
        parts.add("}\n");
        return new Code(Code.Kind.METHOD, null, parts);
    }

    private Code mode() {
        return Code.of(
                Code.Kind.METHOD,
                "enum Mode {\nSLOW(0.4), FAST(0.7) {\n@Override double scale(double t) {\nreturn ",
                expressions.number(scope(List.of("t")), 1),
                ";\n}\n}, NONE(1);\nfinal double factor;\nMode(double factor) {\nthis.factor = factor;\n}\n"
                        + "double scale(double t) {\nreturn factor * t;\n}\n"
                        + "static Mode of(int i) {\nreturn values()[Math.floorMod(i, 3)];\n}\n}\n");
    }

    private Code rule() {
        return Code.of(
                Code.Kind.METHOD,
                "interface Rule {\ndouble of(double[] a, double t);\ndefault Rule twice() {\n"
                        + "return (a, t) -> of(a, 0.5 * of(a, t));\n}\n"
                        + "static Rule first() {\nreturn (a, t) -> a[0] * t;\n}\n}\n");
    }

    private Code law(List<MethodShape> shapes) {
        List<Object> parts = new ArrayList<>();
        parts.add("interface Law {\n");
        shapes.forEach(shape -> parts.add(Methods.signature(shape) + ";\n"));
        parts.add(Code.of(
                Code.Kind.METHOD,
                "default double energy(double t) {\nreturn ",
                expressions.number(scope(List.of("t")), 2),
                ";\n}\n"));
        parts.add("}\n");
        return new Code(Code.Kind.METHOD, null, parts);
    }

    private Scope scope(List<String> numbers) {
        Scope scope = Scope.of(draw.family(), new MethodShape("", Type.DOUBLE, List.of(), false, null), List.of());
        numbers.forEach(number -> scope.add(number, Type.DOUBLE, true));
        return scope;
    }

    private Code constructed(String parameter) {
        return draw.inConstructor(() -> expressions.number(scope(List.of(parameter)), 2));
    }

    private List<Code> linear() {
        return List.of(Code.of(
                Code.Kind.STATEMENT,
                "Linear(double c, double[] w) {\nthis.c = ",
                constructed("c"),
                ";\nthis.w = w;\n}\n"));
    }

    private List<Code> bent() {
        if (draw.chance(0.5)) {
            return List.of();
        }
        return List.of(Code.of(Code.Kind.METHOD, "Bent {\nc = ", constructed("c"), ";\n}\n"));
    }

    private List<Code> base() {
        return List.of(
                Code.of(Code.Kind.STATEMENT, "abstract double inner(double t);\n"),
                Code.of(
                        Code.Kind.METHOD,
                        "@Override public double energy(double t) {\nreturn t + inner(",
                        expressions.number(scope(List.of("t")), 1),
                        ");\n}\n"));
    }

    private List<Code> odd() {
        return List.of(
                Code.of(
                        Code.Kind.STATEMENT,
                        "Odd(double c, double[] w) {\nthis.c = c;\nthis.w = w.clone();\nfor (int i = 0; i < w.length; i++) {\n"
                                + "this.w[i] *= ",
                        constructed("c"),
                        ";\n}\n}\n"),
                Code.of(
                        Code.Kind.STATEMENT,
                        "@Override double inner(double t) {\nreturn ",
                        expressions.number(scope(List.of("t", "c", "w[0]")), 2),
                        ";\n}\n"));
    }

    private List<Code> overrides(List<MethodShape> laws, List<MethodShape> shapes, List<Family.Member> fields) {
        return laws.stream()
                .map(shape -> methods.method("@Override public ", shape, shapes, fields, false))
                .toList();
    }

    private List<Code> nodes(List<MethodShape> nodes, List<MethodShape> shapes) {
        return nodes.stream()
                .map(shape -> methods.method("", shape, shapes, List.of(), false))
                .toList();
    }

    private List<Code> heavies(List<MethodShape> nodes, List<MethodShape> shapes) {
        return nodes.stream()
                .filter(shape -> draw.chance(0.6))
                .map(shape -> methods.method(
                        "@Override ", shape, shapes, draw.family().heavy(), draw.chance(0.5)))
                .toList();
    }

    /** A constructor cannot change what it is given, so that its array parameter is one to read. */
    private Scope constructorScope() {
        Scope scope = scope(List.of("p0"));
        scope.add("p1", Type.TABLE, false);
        return scope;
    }

    private List<Code> nodeParts() {
        List<Object> parts = new ArrayList<>();
        parts.add("Node(double p0, double[] p1, Node p2" + given() + ") {\n");
        Scope scope = constructorScope();
        draw.family().node().forEach(field -> parts.add(initialized(scope, field)));
        parts.add(draw.chance(0.97) ? "this.next = p2;\n}\n" : "this.next = p2 == null ? this : p2;\n}\n");
        return List.of(
                new Code(Code.Kind.STATEMENT, null, parts),
                Code.of(Code.Kind.METHOD, "Node next() {\nreturn next == null ? this : next;\n}\n"),
                Code.of(Code.Kind.METHOD, "final Node self() {\nreturn this;\n}\n"),
                setter(),
                Code.of(Code.Kind.METHOD, "double get() {\nreturn ", getter(), ";\n}\n"));
    }

    private Code getter() {
        Scope scope = scope(List.of());
        scope.addFields(draw.family().node());
        return expressions.number(scope, 1);
    }

    private Code setter() {
        Scope scope = scope(List.of("v"));
        scope.addFields(draw.family().node());
        List<String> numbers = scope.assignable(Type.DOUBLE);
        return Code.of(
                Code.Kind.METHOD,
                "Node with(double v) {\n" + draw.pick(numbers) + " = ",
                expressions.number(scope, 1).watched("value"),
                ";\nreturn this;\n}\n");
    }

    private List<Code> heavy() {
        List<Object> parts = new ArrayList<>();
        Scope scope = constructorScope();
        parts.add("Heavy(double p0, double[] p1, Node p2" + given() + ") {\nsuper(");
        parts.add(draw.inConstructor(() -> expressions.number(scope, 1)));
        parts.add(", p1, p2"
                + List.of("", ", p3", ", p3, p4").get(draw.family().given().size()) + ");\n");
        draw.family().heavy().forEach(field -> parts.add(initialized(scope, field)));
        parts.add("}\n");
        List<Code> own = new ArrayList<>(List.of(new Code(Code.Kind.STATEMENT, null, parts)));
        if (draw.chance(0.5)) {
            own.add(Code.of(
                    Code.Kind.METHOD,
                    "@Override Node with(double v) {\n"
                            + (draw.family().heavy().get(0).isAssignable() ? "this.h += v;\n" : "")
                            + "return super.with(v * h);\n}\n"));
        }
        return own;
    }

    /** Further parameters of constructors, {@code p3} and so on. */
    private String given() {
        StringBuilder given = new StringBuilder();
        List<Type> types = draw.family().given();
        for (int i = 0; i < types.size(); i++) {
            given.append(", ").append(types.get(i)).append(" p").append(i + 3);
        }
        return given.toString();
    }

    private Code initialized(Scope scope, Family.Member field) {
        String name = "this." + field.name();
        Code value = draw.inConstructor(() -> initial(scope, field.type()));
        Code whole = Code.statement(name + " = ", field.type() == Type.DOUBLE ? value.watched("value") : value, ";\n");
        if (field.type() == Type.DOUBLE) {
            scope.add(name, field.type(), false);
        }
        return whole;
    }

    private Code initial(Scope scope, Type type) {
        if (draw.family().given().contains(type)) {
            return Code.of(type, "p" + (3 + draw.family().given().indexOf(type)));
        }
        return type == Type.ARRAY && draw.chance(0.4)
                ? Code.of(Type.ARRAY, draw.pick(List.of("p1", "p1.clone()")))
                : expressions.ofType(scope, type, 1);
    }

    private Code pair() {
        return Code.of(
                Code.Kind.METHOD,
                "record Pair(double u, double[] v, Node n) {\n",
                draw.chance(0.5) ? Code.of(Code.Kind.METHOD, "Pair {\nu = ", constructed("u"), ";\n}\n") : "",
                "Pair scaled(double t) {\nreturn new Pair(u * t, v, n);\n}\n}\n");
    }
}
