package org.atled.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Checks the derivatives of a differentiable method, whatever its parameters are: objects, records, collections, arrays that
 * are written; one line in a test:
 *
 * <pre>{@code
 * MethodCheck.of(PlantDerivatives.class, "miss").at(() -> new Object[] {new Plant(1, 2), new double[] {0.5}});
 * }</pre>
 *
 * <p>All numbers in the variables, those in fields included, are the point, and all numbers in the result, and what the method
 * leaves in its arguments, are the value; the checks are those of {@link GradientCheck}. Failures name numbers as
 * {@code plant.pipes[1].radius}. Numbers of type {@code float} are compared as exactly as they are. The Maven goal
 * {@code atled:check} runs this for every method with an {@link org.atled.ExampleInput}.
 *
 * <p>Needs a companion filled by the build. Immutable; every setting gives a new check.
 */
public final class MethodCheck {
    private final CoreMethods method;
    private final List<String> names;
    private final UnaryOperator<GradientCheck> settings;

    private MethodCheck(CoreMethods method, List<String> names, UnaryOperator<GradientCheck> settings) {
        this.method = method;
        this.names = names;
        this.settings = settings;
    }

    /**
     * A check of one method.
     *
     * @param companion the generated class, {@code PlantDerivatives.class}
     * @param method name of the differentiable method; with parameter types, {@code "miss(Plant, double[])"}, if there are
     *     several of that name
     * @throws IllegalArgumentException if the class is no companion, or has no such method or several
     */
    public static MethodCheck of(Class<?> companion, String method) {
        Objects.requireNonNull(companion, "companion");
        Objects.requireNonNull(method, "method");
        CoreMethods found = CoreMethods.of(companion, method);
        return new MethodCheck(found, found.names(), check -> check);
    }

    /** The same check with these settings: {@code with(check -> check.seed(7).singleThreaded())}. */
    public MethodCheck with(UnaryOperator<GradientCheck> settings) {
        Objects.requireNonNull(settings, "settings");
        return new MethodCheck(method, names, settings);
    }

    /** The same check with names for the parameters, which class files have only if javac is told so. */
    MethodCheck named(List<String> others) {
        return new MethodCheck(method, others.size() == names.size() ? others : names, settings);
    }

    List<Class<?>> types() {
        return method.types();
    }

    /**
     * Runs the check.
     *
     * @param arguments asked for once for every derivative, by one thread at a time: equal numbers each time, in objects
     *     that are new; arrays may be the same ones, and stay as they are. For an instance method the object comes first
     * @return how well the derivatives agreed
     * @throws AssertionError if a check fails; the message names the check, shows the numbers and says what to do
     * @throws IllegalArgumentException if the arguments do not fit the method, hold no numbers to differentiate by or some
     *     that are not finite, or are not made anew
     */
    public Agreement at(Supplier<Object[]> arguments) {
        Result result = run(arguments);
        return result.verdict.agreementAt(result.at, result.seed);
    }

    /** The same without judging. */
    Result run(Supplier<Object[]> arguments) {
        Objects.requireNonNull(arguments, "arguments");
        MethodSubject subject = new MethodSubject(method, names, arguments);
        double[] at = subject.at();
        GradientCheck check = settings.apply(GradientCheck.of(subject.subject()));
        Verdict verdict = check.verdict(at);
        List<String> inactive = new ArrayList<>();
        if (!verdict.failed()) {
            inactive.addAll(subject.inactive());
        }
        return new Result(subject.inputs(), at, check.seed(), verdict, inactive);
    }

    /**
     * What a check found.
     *
     * @param inputs names of the numbers
     * @param inactive the numbers by which nothing changes at this point
     */
    record Result(List<String> inputs, double[] at, long seed, Verdict verdict, List<String> inactive) {}
}
