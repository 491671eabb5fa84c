package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Draws a program: some helper methods and the method {@code f} that calls them, and the arguments of {@code f}. */
final class Generator {
    private static final List<Type> ENTRY_RESULTS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.VOID, Type.ARRAY, Type.MATRIX);
    private static final List<Type> HELPER_RESULTS = List.of(Type.DOUBLE, Type.DOUBLE, Type.VOID, Type.ARRAY);

    private static final List<Type> HELPER_PARAMETERS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.ARRAY, Type.ARRAY, Type.MATRIX, Type.INT, Type.BOOLEAN);
    private static final List<Type> OBJECTS =
            List.of(Type.NODE, Type.NODE, Type.PAIR, Type.LAW, Type.FUNCTION, Type.RULE, Type.NUMBERS);

    private static final List<Type> ENTRY_OBJECTS = List.of(
            Type.ARRAY,
            Type.MATRIX,
            Type.NODE,
            Type.NODES,
            Type.PAIR,
            Type.PAIR,
            Type.LAW,
            Type.NUMBERS,
            Type.INT,
            Type.BOOLEAN,
            Type.CONSTANT);

    private final Draw draw;
    private final Expressions expressions;
    private final Methods methods;

    private Generator(Draw draw) {
        this.draw = draw;
        this.expressions = new Expressions(draw);
        this.methods = new Methods(draw, expressions, new Statements(draw, expressions));
    }

    static RandomProgram program(long seed) {
        Draw draw = new Draw(seed);
        Generator generator = new Generator(draw);
        MethodShape entry = generator.entry();
        Code methods = generator.methods(entry);
        return new RandomProgram(seed, methods, entry, generator.input(entry), draw.usesFloat(), draw.features());
    }

    /** A program whose method {@code f} takes objects, if the program has classes whose objects can be made for it. */
    static Optional<RandomProgram> programOfObjects(long seed) {
        Draw draw = new Draw(seed);
        boolean isPossible =
                draw.family().isPresent() && !draw.family().given().contains(Type.FUNCTION) && !draw.usesFloat();
        if (!isPossible) {
            return Optional.empty();
        }
        Generator generator = new Generator(draw);
        MethodShape entry = generator.entryOfObjects();
        String smooth = generator.smooth();
        draw.offerDerivative("P" + seed + "Derivatives.smoothGradient");
        List<Object> parts = new ArrayList<>(generator.methods(entry).parts());
        parts.add(parts.size() - 1, new Examples(draw).example(entry));
        parts.add(parts.size() - 1, smooth);
        Code methods = new Code(Code.Kind.CLASS, null, parts);
        String text = methods.plain();
        if (text.contains("Pair {\nu = ") || text.contains("Bent {\nc = ")) {
            // A record whose constructor changes its numbers cannot be given others, so that no differences can be
            // taken.
            return Optional.empty();
        }
        return Optional.of(new RandomProgram(seed, methods, entry, new Object[0], false, draw.features()));
    }

    /** A method without decisions, whose derivative other methods call. */
    private String smooth() {
        Scope scope = Scope.of(draw.family(), new MethodShape("", Type.DOUBLE, List.of(), false, null), List.of());
        scope.add("t", Type.DOUBLE, false);
        Code number;
        do {
            number = draw.inConstructor(() -> expressions.number(scope, 3));
        } while (number.observed().contains(Watch.class.getName()));
        return "\nstatic double smooth(double t) {\nreturn Math.sin(t) * " + number.plain() + ";\n}\n";
    }

    private MethodShape entryOfObjects() {
        List<Type> parameters = new ArrayList<>(List.of(Type.DOUBLE, Type.NODE));
        for (int i = draw.between(0, 3); i > 0; i--) {
            parameters.add(draw.pick(ENTRY_OBJECTS));
        }
        List<Type> results = List.of(Type.DOUBLE, Type.DOUBLE, Type.NODE, Type.PAIR, Type.ARRAY);
        return new MethodShape("f", draw.pick(results), parameters, false, null);
    }

    private Code methods(MethodShape entry) {
        List<Object> parts = new ArrayList<>();
        parts.add("{\nprivate static final StringBuilder LOG = new StringBuilder();\nprivate static int count;\n"
                + "private static final double[] TABLE = {0.3, -0.7, 1.1, 0.9};\n");
        parts.add("static java.lang.invoke.MethodHandles.Lookup lookup() {\n"
                + "return java.lang.invoke.MethodHandles.lookup();\n}\n");
        parts.add(Language.support());
        List<MethodShape> shapes = shapes();
        if (draw.family().isPresent()) {
            parts.addAll(new Classes(draw, expressions, methods).all(shapes));
        }
        shapes.stream()
                .filter(shape -> shape.owner() == null)
                .forEach(shape -> parts.add(methods.method("private static ", shape, shapes, List.of(), false)));
        parts.add(methods.entry(entry, shapes));
        parts.add("}\n");
        return new Code(Code.Kind.CLASS, null, parts);
    }

    /** All methods but {@code f}, those of objects before those that have objects passed. */
    private List<MethodShape> shapes() {
        List<MethodShape> shapes = new ArrayList<>();
        if (draw.family().isPresent()) {
            if (draw.chance(0.5)) {
                shapes.add(helper("g", null));
            }
            shapes.add(helper("force", Type.LAW));
            for (int i = draw.between(1, 2); i > 0; i--) {
                shapes.add(helper("m" + i, Type.NODE));
            }
        }
        for (int i = draw.between(0, 3); i > 0; i--) {
            shapes.add(helper("h" + i, null));
        }
        return shapes;
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
                Type.LONG,
                Type.CUBE);
        int count = draw.between(0, 4);
        for (int i = 0; i < count; i++) {
            parameters.add(draw.pick(others));
        }
        if (draw.usesFloat()) {
            parameters.add(Type.FLOAT);
            parameters.add(Type.FLOATS);
        }
        return new MethodShape("f", draw.pick(ENTRY_RESULTS), parameters, false, null);
    }

    private MethodShape helper(String name, Type owner) {
        List<Type> types = new ArrayList<>(HELPER_PARAMETERS);
        List<Type> results = new ArrayList<>(HELPER_RESULTS);
        if (draw.family().isPresent()) {
            types.addAll(OBJECTS);
            results.addAll(OBJECTS);
        }
        List<Type> parameters = new ArrayList<>();
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            parameters.add(draw.pick(types));
        }
        boolean isRecursive = owner != Type.LAW && draw.chance(0.35);
        return new MethodShape(name, draw.pick(results), parameters, isRecursive, owner);
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
            case CUBE -> new double[][][] {matrix(arrays), matrix(arrays)};
            case FLOATS -> floats();
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

    private float[] floats() {
        float[] numbers = new float[draw.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) draw.number();
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
