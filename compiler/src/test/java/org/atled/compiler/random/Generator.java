package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws a program: some helper methods and the method {@code f} that calls them, and the arguments of {@code f}. */
final class Generator {
    private static final List<Type> ENTRY_RESULTS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.VOID, Type.ARRAY, Type.MATRIX);
    private static final List<Type> HELPER_RESULTS = List.of(Type.DOUBLE, Type.DOUBLE, Type.VOID, Type.ARRAY);

    private final Draw draw;
    private final Expressions expressions;
    private final Statements statements;
    private final Branches branches;

    private Generator(Draw draw) {
        this.draw = draw;
        this.expressions = new Expressions(draw);
        this.statements = new Statements(draw, expressions);
        this.branches = new Branches(draw, expressions, statements);
    }

    static RandomProgram program(long seed) {
        Draw draw = new Draw(seed);
        Generator generator = new Generator(draw);
        MethodShape entry = generator.entry();
        Code methods = generator.methods(entry);
        return new RandomProgram(seed, methods, entry, generator.input(entry), draw.usesFloat(), draw.features());
    }

    private Code methods(MethodShape entry) {
        List<Object> parts = new ArrayList<>();
        parts.add("{\nprivate static final StringBuilder LOG = new StringBuilder();\nprivate static int count;\n"
                + "private static final double[] TABLE = {0.3, -0.7, 1.1, 0.9};\n");
        parts.add("static java.lang.invoke.MethodHandles.Lookup lookup() {\n"
                + "return java.lang.invoke.MethodHandles.lookup();\n}\n");
        List<MethodShape> shapes = new ArrayList<>();
        int helpers = draw.between(0, 3);
        for (int i = 0; i < helpers; i++) {
            shapes.add(helper("h" + i));
        }
        for (int i = 0; i < helpers; i++) {
            parts.add(method(shapes.get(i), callees(shapes, i)));
        }
        parts.add(method(entry, shapes));
        parts.add("}\n");
        return new Code(Code.Kind.CLASS, null, parts);
    }

    /** Methods before, and recursively itself and the one after: its depth bounds how often. */
    private static List<MethodShape> callees(List<MethodShape> shapes, int i) {
        List<MethodShape> callees = new ArrayList<>();
        for (int k = 0; k < shapes.size(); k++) {
            boolean isRecursive = shapes.get(i).isRecursive() && shapes.get(k).isRecursive();
            if (k < i && !shapes.get(k).isRecursive() || isRecursive && k <= i + 1) {
                callees.add(shapes.get(k));
            }
        }
        return callees;
    }

    private MethodShape entry() {
        List<Type> parameters = new ArrayList<>(List.of(Type.DOUBLE, Type.ARRAY));
        List<Type> others = List.of(
                Type.DOUBLE,
                Type.ARRAY,
                Type.ARRAY,
                Type.ARRAY,
                Type.MATRIX,
                Type.INT,
                Type.INTS,
                Type.BOOLEAN,
                Type.CONSTANT,
                Type.TABLE,
                Type.LONG);
        int count = draw.between(0, 4);
        for (int i = 0; i < count; i++) {
            parameters.add(draw.pick(others));
        }
        if (draw.usesFloat()) {
            parameters.add(Type.FLOAT);
        }
        return new MethodShape("f", draw.pick(ENTRY_RESULTS), parameters, false);
    }

    private MethodShape helper(String name) {
        List<Type> parameters = new ArrayList<>();
        List<Type> types =
                List.of(Type.DOUBLE, Type.DOUBLE, Type.ARRAY, Type.ARRAY, Type.MATRIX, Type.INT, Type.BOOLEAN);
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            parameters.add(draw.pick(types));
        }
        return new MethodShape(name, draw.pick(HELPER_RESULTS), parameters, draw.chance(0.35));
    }

    private Code method(MethodShape shape, List<MethodShape> callees) {
        Scope scope = Scope.of(shape, callees);
        List<Object> parts = new ArrayList<>();
        parts.add((shape.name().equals("f") ? "" : "private ") + "static " + shape.result() + " " + shape.name() + "(");
        parts.add(parameters(scope, shape));
        parts.add(") {\n");
        if (shape.isRecursive()) {
            parts.add("if (depth <= 0) {\n");
            // The last resort of the recursion calls nothing.
            Scope leaf = Scope.of(shape, List.of());
            parameters(leaf, shape);
            parts.add(branches.result(leaf));
            parts.add("}\n");
        }
        boolean isEntry = shape.name().equals("f");
        draw.allow(isEntry ? draw.between(6, 22) : draw.between(2, 8));
        for (int i = 0; i < (isEntry ? 3 : 1); i++) {
            parts.add(statements.declaration(scope));
        }
        parts.addAll(statements.list(scope, 99, 3));
        parts.add(branches.result(scope));
        parts.add("}\n");
        // The entry stays, whatever is left out when the program is shrunk.
        return new Code(isEntry ? Code.Kind.CLASS : Code.Kind.METHOD, null, parts);
    }

    /** Declares the parameters in the scope, and names them alike each time. */
    private static String parameters(Scope scope, MethodShape shape) {
        List<String> declarations = new ArrayList<>();
        if (shape.isRecursive()) {
            declarations.add("int depth");
            scope.add("depth", Type.INT, false);
        }
        for (Type type : shape.parameters()) {
            String name = "p" + declarations.size();
            declarations.add(type + " " + name);
            scope.add(name, type, true);
        }
        return String.join(", ", declarations);
    }

    private Object[] input(MethodShape entry) {
        Object[] arguments = new Object[entry.parameters().size()];
        List<double[]> arrays = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(entry.parameters().get(i), arrays);
        }
        return arguments;
    }

    private Object argument(Type type, List<double[]> arrays) {
        return switch (type) {
            case DOUBLE, CONSTANT -> draw.number();
            case FLOAT -> (float) draw.number();
            case INT -> draw.between(0, 4);
            case LONG -> (long) draw.between(0, 4);
            case BOOLEAN -> draw.chance(0.5);
            case INTS -> indices();
            case TABLE -> numbers();
            case ARRAY -> array(arrays);
            case MATRIX -> matrix(arrays);
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private double[] array(List<double[]> arrays) {
        if (!arrays.isEmpty() && draw.chance(0.3)) {
            draw.note(Feature.ALIASED_INPUT);
            return draw.pick(arrays);
        }
        double[] array = numbers();
        arrays.add(array);
        return array;
    }

    private double[][] matrix(List<double[]> arrays) {
        double[][] matrix = new double[draw.rows()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = array(draw.chance(0.5) ? arrays : new ArrayList<>(Collections.emptyList()));
        }
        return matrix;
    }

    private double[] numbers() {
        double[] numbers = new double[draw.length() + draw.between(0, 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = draw.number();
        }
        return numbers;
    }

    private int[] indices() {
        int[] indices = new int[draw.length()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = draw.between(0, draw.length() - 1);
        }
        return indices;
    }
}
