package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;

/**
 * The classes of one program: {@code Node} with a subclass {@code Heavy}, the record {@code Pair}, implementations of
 * {@code Law}.
 *
 * @param node fields of {@code Node}, beside the reference {@code next} to another one
 * @param heavy fields that {@code Heavy} adds
 */
record Family(boolean isPresent, List<Member> node, List<Member> heavy) {
    /** What only the older constructs of the language make do without. */
    static final Family NONE = new Family(false, List.of(), List.of());

    private static final List<Member> PAIR = List.of(
            new Member("u()", "double", Type.DOUBLE, false),
            new Member("v()", "double[]", Type.ARRAY, false),
            new Member("n()", "Node", Type.NODE, false));

    /**
     * A field or an accessor.
     *
     * @param source its type as it is declared
     */
    record Member(String name, String source, Type type, boolean isAssignable) {
        String declaration() {
            return (isAssignable ? "" : "final ") + source + " " + name + ";\n";
        }
    }

    static Family drawn(Draw draw) {
        if (draw.chance(0.15)) {
            return NONE;
        }
        List<Member> node = new ArrayList<>();
        for (String name : List.of("x", "y", "z").subList(0, draw.between(1, 3))) {
            node.add(member(draw, name, draw.chance(0.2) ? "Double" : "double", Type.DOUBLE));
        }
        for (String name : List.of("a", "b").subList(0, draw.between(0, 2))) {
            node.add(member(draw, name, "double[]", Type.ARRAY));
        }
        for (Type type : List.of(Type.LAW, Type.FUNCTION, Type.INT, Type.MATRIX, Type.NUMBERS, Type.FLOAT)) {
            boolean isPossible = type != Type.FLOAT || draw.usesFloat();
            if (isPossible && draw.chance(0.25)) {
                node.add(member(draw, type.name().toLowerCase().substring(0, 2), type.toString(), type));
            }
        }
        List<Member> heavy = new ArrayList<>();
        heavy.add(member(draw, "h", "double", Type.DOUBLE));
        if (draw.chance(0.5)) {
            heavy.add(member(draw, "c", "double[]", Type.ARRAY));
        }
        return new Family(true, List.copyOf(node), List.copyOf(heavy));
    }

    private static Member member(Draw draw, String name, String source, Type type) {
        return new Member(name, source, type, draw.chance(0.75));
    }

    /** Fields of {@code Node} that constructors are given, as they cannot be made again when a constructor is repeated. */
    List<Type> given() {
        return node.stream()
                .map(Member::type)
                .filter(type -> type == Type.FUNCTION || type == Type.NUMBERS)
                .toList();
    }

    /** What an object of this type has that can be named. */
    List<Member> members(Type type) {
        return switch (type) {
            case NODE -> node;
            case PAIR -> PAIR;
            default -> List.of();
        };
    }
}
