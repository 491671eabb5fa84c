package org.atled.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atled.runtime.Tape;
import org.atled.runtime.Zeros;
import org.atled.testing.Subject.Outcome;

/**
 * A differentiable method as a function of all numbers in its arguments to all numbers in its result and, if it writes its
 * arguments, to what these hold afterwards.
 */
final class MethodSubject {
    private final CoreMethods method;
    private final Arguments.Source source;
    private final boolean writes;
    private final List<Place> inputs;
    private final List<Name> outputs;
    private final boolean isSingle;

    MethodSubject(CoreMethods method, List<String> names, Supplier<Object[]> example) {
        this.method = method;
        this.source = new Arguments.Source(method, names, example);
        Arguments arguments = source.at(source.at());
        this.inputs = arguments.places();
        Object result = first(arguments);
        this.writes = method.primal().getReturnType() == void.class
                || !Bits.same(after(inputs), after(source.at(source.at()).places()));
        List<Place> results = places(result, null);
        this.outputs = new ArrayList<>(results.stream().map(Place::name).toList());
        if (writes) {
            variables(arguments).forEach(place -> outputs.add(place.name()));
        }
        this.isSingle = Stream.concat(results.stream(), inputs.stream())
                .anyMatch(place -> place.number().isFloat());
        if (outputs.isEmpty()) {
            throw new ExampleException(
                    "at the example the result holds no number: choose arguments for which it" + " does.");
        }
    }

    private Object first(Arguments arguments) {
        try {
            return plain(arguments);
        } catch (RuntimeException | Error refused) {
            // User code may throw anything, errors of its static initializers included.
            throw new ExampleException(
                    "at the example the method itself throws " + refused + ": choose arguments that it accepts.",
                    refused);
        }
    }

    /** The numbers of the example. */
    double[] at() {
        return source.at();
    }

    List<String> inputs() {
        return inputs.stream().map(place -> place.name().toString()).toList();
    }

    /** The numbers by which no output changes at the example. */
    List<String> inactive() {
        double[] cotangent = new double[outputs.size()];
        // Some weights that no likely derivatives cancel.
        Arrays.setAll(cotangent, j -> 1 + 1 / (j + Math.E));
        double[] derivative = pullback(at(), cotangent).derivative();
        return IntStream.range(0, derivative.length)
                .filter(i -> derivative[i] == 0)
                .mapToObj(i -> inputs.get(i).name().toString())
                .toList();
    }

    Subject subject() {
        boolean isScalar = !writes && method.primal().getReturnType().isPrimitive();
        return new Subject(
                this::value,
                Optional.of(this::pushforward),
                this::pullback,
                Optional.empty(),
                isScalar,
                new Subject.Numbers(
                        i -> inputs.get(i).name().toString(),
                        j -> outputs.get(j).toString(),
                        isSingle ? Math.ulp(1f) : Math.ulp(1.0)));
    }

    private double[] value(double[] x) {
        Arguments arguments = source.at(x);
        Object result = plain(arguments);
        copyBack(arguments, x);
        return numbers(places(result, null), arguments);
    }

    private Outcome pushforward(double[] x, double[] tangent) {
        Arguments arguments = source.at(x);
        for (int i = 0; i < tangent.length; i++) {
            arguments.places().get(i).shadow().set(tangent[i]);
        }
        Tape tape = Tape.acquire();
        try {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < arguments.values().length; i++) {
                all.add(arguments.values()[i]);
                if (method.active().get(i)) {
                    Object shadow = arguments.shadows()[i];
                    all.add(method.types().get(i).isPrimitive() ? scalar(i, ((double[]) shadow)[0]) : shadow);
                }
            }
            all.add(tape);
            Object result = call(method.forward(), null, all.toArray());
            copyBack(arguments, x);
            List<Place> results = places(result, returned(tape));
            return new Outcome(Optional.of(numbers(results, arguments)), shadows(results, arguments));
        } finally {
            tape.release();
        }
    }

    private Object scalar(int parameter, double value) {
        return scalar(method.types().get(parameter), value);
    }

    private static Object scalar(Class<?> type, double value) {
        return type == float.class ? (Object) (float) value : (Object) value;
    }

    private Object returned(Tape tape) {
        Class<?> type = method.primal().getReturnType();
        if (type == double.class) {
            return new double[] {tape.returnedDouble};
        }
        return type == float.class ? new double[] {tape.returnedFloat} : tape.returnedShadow;
    }

    private Outcome pullback(double[] x, double[] cotangent) {
        Arguments arguments = source.at(x);
        Object seed = seed(x, cotangent);
        if (writes) {
            List<Place> variables = variables(arguments);
            int first = cotangent.length - variables.size();
            for (int j = 0; j < variables.size(); j++) {
                variables.get(j).shadow().set(cotangent[first + j]);
            }
        }
        Tape tape = Tape.acquire();
        try {
            Object result = call(method.reverse(), null, reverseArguments(arguments, seed, tape));
            for (int i = arguments.values().length - 1; i >= 0; i--) {
                if (method.active().get(i) && method.types().get(i).isPrimitive()) {
                    ((double[]) arguments.shadows()[i])[0] = tape.popDouble();
                }
            }
            copyBack(arguments, x);
            double[] derivative = arguments.places().stream()
                    .mapToDouble(place -> place.shadow().get())
                    .toArray();
            return new Outcome(Optional.of(numbers(places(result, null), arguments)), derivative);
        } finally {
            tape.release();
        }
    }

    private Object[] reverseArguments(Arguments arguments, Object seed, Tape tape) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < arguments.values().length; i++) {
            all.add(arguments.values()[i]);
            if (method.active().get(i) && !method.types().get(i).isPrimitive()) {
                all.add(arguments.shadows()[i]);
            }
        }
        if (method.primal().getReturnType() != void.class) {
            all.add(seed);
        }
        all.add(true);
        all.add(tape);
        return all.toArray();
    }

    /** The cotangent of the result, in the form of its shadow; the shape is that of the plain result. */
    private Object seed(double[] x, double[] cotangent) {
        Class<?> type = method.primal().getReturnType();
        if (type == double.class || type == float.class) {
            return scalar(type, cotangent[0]);
        }
        Object result = plain(source.at(x));
        Object shadow = result == null ? null : new Zeros().of(result);
        List<Place> places = places(result, shadow);
        for (int j = 0; j < places.size(); j++) {
            places.get(j).shadow().set(cotangent[j]);
        }
        return shadow;
    }

    private Object plain(Arguments arguments) {
        Object[] values = arguments.values();
        return Modifier.isStatic(method.primal().getModifiers())
                ? call(method.primal(), null, values)
                : call(method.primal(), values[0], Arrays.copyOfRange(values, 1, values.length));
    }

    private static List<Place> places(Object result, Object shadow) {
        NumberWalk walk = NumberWalk.reading();
        walk.visit(Name.of("result"), result, shadow);
        return walk.places();
    }

    private static List<Place> variables(Arguments arguments) {
        return arguments.places().stream()
                .filter(place -> place.number().isVariable())
                .toList();
    }

    private double[] numbers(List<Place> results, Arguments arguments) {
        return outputs(results, arguments)
                .mapToDouble(place -> place.number().get())
                .toArray();
    }

    private double[] shadows(List<Place> results, Arguments arguments) {
        return outputs(results, arguments)
                .mapToDouble(place -> place.shadow().get())
                .toArray();
    }

    private Stream<Place> outputs(List<Place> results, Arguments arguments) {
        return Stream.concat(results.stream(), writes ? variables(arguments).stream() : Stream.of());
    }

    private static double[] after(List<Place> places) {
        return places.stream().mapToDouble(place -> place.number().get()).toArray();
    }

    /** What the call left in its arguments, as a function of an array would leave it there. */
    private static void copyBack(Arguments arguments, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = arguments.places().get(i).number().get();
        }
    }

    private static Object call(Method method, Object receiver, Object[] arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new UndeclaredThrowableException(
                    thrown.getCause(), thrown.getCause().toString());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
