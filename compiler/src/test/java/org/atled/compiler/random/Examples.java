package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws arguments of a differentiable method as a user writes them: a method {@code example} that makes objects, among them
 * the same one in several places. Its numbers go through {@code moved}, by which a test shifts them all a little.
 */
final class Examples {
    private static final List<String> ARRAYS = List.of("e0", "e0", "e1", "e1.clone()");
    private static final List<String> NODES = List.of("n0", "n1", "n1");

    private final Draw draw;

    Examples(Draw draw) {
        this.draw = draw;
    }

    Code example(MethodShape entry) {
        StringBuilder text = new StringBuilder("static double shift;\nstatic double moved(double x) {\n"
                + "return x + shift * (0.5 + Math.sin(100 * x));\n}\n"
                + "static Object[] example() {\n");
        for (String array : List.of("e0", "e1")) {
            text.append("double[] ")
                    .append(array)
                    .append(" = {")
                    .append(numbers())
                    .append("};\n");
        }
        text.append("Node n0 = ").append(node("null")).append(";\nNode n1 = ");
        text.append(node("n0")).append(";\n");
        if (draw.chance(0.3)) {
            draw.note(Feature.CYCLE);
            text.append("n0.next = n1;\n");
        }
        String arguments = entry.parameters().stream().map(this::argument).collect(Collectors.joining(", "));
        text.append("return new Object[] {").append(arguments).append("};\n}\n");
        return Code.of(Code.Kind.CLASS, text.toString());
    }

    private String number() {
        return "moved(" + Math.rint(1000 * draw.number()) / 1000 + ")";
    }

    private String numbers() {
        return IntStream.range(0, draw.length()).mapToObj(i -> number()).collect(Collectors.joining(", "));
    }

    private String list() {
        return "new java.util.ArrayList<Double>(java.util.List.of(" + numbers() + "))";
    }

    private String rows(List<String> rows) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < draw.rows(); i++) {
            drawn.add(draw.pick(rows));
        }
        return "{" + String.join(", ", drawn) + "}";
    }

    private String node(String next) {
        String given = draw.family().given().isEmpty() ? "" : ", " + list();
        String type = draw.chance(0.4) ? "Heavy" : "Node";
        return "new " + type + "(" + number() + ", " + draw.pick(ARRAYS) + ", " + next + given + ")";
    }

    private String argument(Type type) {
        return switch (type) {
            case DOUBLE, CONSTANT -> number();
            case INT -> String.valueOf(draw.between(0, 4));
            case BOOLEAN -> String.valueOf(draw.chance(0.5));
            case ARRAY -> draw.pick(ARRAYS);
            case MATRIX -> "new double[][] " + rows(ARRAYS);
            case NODE -> draw.pick(NODES);
            case NODES -> "new Node[] " + rows(NODES);
            case PAIR -> "new Pair(" + number() + ", " + draw.pick(ARRAYS) + ", " + draw.pick(NODES) + ")";
            case LAW ->
                draw.one(
                        () -> "new Bent(" + number() + ")",
                        () -> "new Linear(" + number() + ", " + draw.pick(ARRAYS) + ")",
                        () -> "new Odd(" + number() + ", " + draw.pick(ARRAYS) + ")");
            case NUMBERS -> list();
            default -> throw new IllegalArgumentException(type.name());
        };
    }
}
