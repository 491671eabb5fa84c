package org.atled.compiler.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A right-hand side as programs write them that read reaction mechanisms or cell models: thousands of lines in one method
 * {@code void rhs(double[] y, double[] p, double[] dy)}, rates as local variables, some branches and short loops among them.
 */
final class GeneratedKinetics {
    /** Concentrations, as many as parameters. */
    static final int SIZE = 120;

    private static final int PER_PIECE = 40;

    private final SplittableRandom random = new SplittableRandom(20261124);
    private final List<String> statements = new ArrayList<>();

    GeneratedKinetics(int lines) {
        while (statements.size() < lines) {
            statements.add(statement(statements.size()));
        }
    }

    /** Rates are written {@code #17} for the seventeenth. */
    private String statement(int i) {
        if (i < 2) {
            return "#" + i + " = " + y() + " * " + p() + ";";
        }
        return switch (random.nextInt(40)) {
            case 0 ->
                "#%d = %s; if (%s > 1) { #%d = #%d * %s; } else { #%d -= %s; }"
                        .formatted(i, p(), y(), i, earlier(i), y(), i, y());
            case 1 ->
                "#%d = 0; for (int k = 0; k < 4; k++) { #%d += p[k] * y[k + %d]; }"
                        .formatted(i, i, random.nextInt(SIZE - 4));
            case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ->
                "#%d = %s - %s; dy[%d] += #%d - #%d;".formatted(i, p(), y(), random.nextInt(SIZE), i, earlier(i));
            case 13, 14, 15, 16, 17 -> "#%d = %s * Math.exp(-%s);".formatted(i, p(), y());
            case 18, 19 -> "#%d = #%d / (2 + #%d * #%d);".formatted(i, earlier(i), earlier(i), i - 1);
            default -> "#%d = %s * %s;".formatted(i, p(), y());
        };
    }

    /** Mostly of some lines before, seldom from anywhere. */
    private int earlier(int i) {
        return random.nextInt(8) == 0 ? random.nextInt(i) : Math.max(0, i - 1 - random.nextInt(30));
    }

    private String y() {
        return "y[" + random.nextInt(SIZE) + "]";
    }

    private String p() {
        return "p[" + random.nextInt(SIZE) + "]";
    }

    /** All in one method of {@code demo.Big}. */
    String oneMethod() {
        StringBuilder text = new StringBuilder(head("Big"));
        for (int i = 0; i < statements.size(); i++) {
            String statement = statements.get(i).replace("#" + i + " = ", "r" + i + " = ");
            text.append("    double ")
                    .append(statement.replaceAll("#(\\d+)", "r$1"))
                    .append('\n');
        }
        return text.append("  }\n}\n").toString();
    }

    /** The same in many short methods of {@code demo.Small}, which hand the rates on in an array. */
    String shortMethods() {
        StringBuilder calls = new StringBuilder(head("Small"))
                .append("    double[] r = new double[")
                .append(statements.size())
                .append("];\n");
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            if (i % PER_PIECE == 0) {
                calls.append("    piece").append(i).append("(y, p, dy, r);\n");
                pieces.append(i == 0 ? "" : "  }\n")
                        .append("  private static void piece")
                        .append(i)
                        .append("(double[] y, double[] p, double[] dy, double[] r) {\n");
            }
            pieces.append("    ")
                    .append(statements.get(i).replaceAll("#(\\d+)", "r[$1]"))
                    .append('\n');
        }
        return calls.append("  }\n").append(pieces).append("  }\n}\n").toString();
    }

    private static String head(String name) {
        return """
                // demo/%1$s.java
                package demo;
                import org.atled.*;
                public final class %1$s {
                  @Differentiable
                  public static void rhs(double[] y, double[] p, double[] dy) {
                """.formatted(name);
    }
}
