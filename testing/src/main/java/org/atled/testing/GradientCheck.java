package org.atled.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.atled.ScalarFunction;
import org.atled.VectorFunction;

/**
 * Checks the derivatives of a function at a point; one line in a test:
 *
 * <pre>{@code
 * GradientCheck.of(DecayDerivatives.loss(t, y)).at(p);
 * }</pre>
 *
 * <p>What is checked, as far as the function offers the calls: values and derivatives are finite; a derivative call
 * returns the very bits of the plain function's value and leaves its arguments alone (unless the plain function writes to
 * them as well); the same call again, and the same call on two threads at once, gives the same bits; forward and reverse
 * mode are each other's transpose, ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩; the Jacobian is the matrix of both; and both equal central differences to within the error the
 * differences estimate of themselves, in one random direction and component by component.
 *
 * <p>Deterministic but for the race of the two threads, which a function that shares no state cannot lose. Differences
 * see a relative error of 1e-6 in a component unless the function is too noisy for that, which is reported. They are taken
 * with steps relative to each component, so badly scaled inputs are checked like others. Immutable; every setting gives a
 * new check.
 */
public final class GradientCheck {
    private static final long SEED = 1;
    private static final double ADJOINT_TOLERANCE = 1e-13;
    private static final int MOST_COMPONENTS = 100;

    private final Subject subject;
    private final long seed;
    private final double adjointTolerance;
    private final int mostComponents;
    private final boolean threads;

    private GradientCheck(Subject subject, long seed, double adjointTolerance, int mostComponents, boolean threads) {
        this.subject = subject;
        this.seed = seed;
        this.adjointTolerance = adjointTolerance;
        this.mostComponents = mostComponents;
        this.threads = threads;
    }

    static GradientCheck of(Subject subject) {
        return new GradientCheck(subject, SEED, ADJOINT_TOLERANCE, MOST_COMPONENTS, true);
    }

    /**
     * A check of a scalar function and its gradient: {@code of(DecayDerivatives.loss(t, y))}.
     *
     * @param function ℝⁿ → ℝ; its gradient is asked for in an array full of NaN, which it must overwrite
     */
    public static GradientCheck of(ScalarFunction function) {
        return of(Subject.of(function));
    }

    /**
     * A check of a scalar function, its gradient and its forward mode.
     *
     * @param function ℝⁿ → ℝ; its gradient is asked for in an array full of NaN, which it must overwrite
     * @param jvp directional derivative at the first argument in the direction of the second: {@code (p, pTangent) ->
     *     DecayDerivatives.lossJvp(p, pTangent, t, y)}
     */
    public static GradientCheck of(ScalarFunction function, ToDoubleBiFunction<double[], double[]> jvp) {
        return of(Subject.of(function).withForward(jvp));
    }

    /**
     * A check of a vector function, its forward and reverse mode and its Jacobian: {@code of(DecayDerivatives.model(t))}.
     */
    public static GradientCheck of(VectorFunction function) {
        return of(Subject.of(function));
    }

    /**
     * A check of a scalar function and its gradient.
     *
     * @param value ℝⁿ → ℝ
     * @param gradient all n partials at a point, in an array of its own
     */
    public static GradientCheck ofScalar(ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
        return of(Subject.ofScalar(value, gradient));
    }

    /**
     * A check of a scalar function, its gradient and its forward mode.
     *
     * @param value ℝⁿ → ℝ
     * @param gradient all n partials at a point, in an array of its own
     * @param jvp directional derivative at the first argument in the direction of the second
     */
    public static GradientCheck ofScalar(
            ToDoubleFunction<double[]> value,
            UnaryOperator<double[]> gradient,
            ToDoubleBiFunction<double[], double[]> jvp) {
        return of(Subject.ofScalar(value, gradient).withForward(jvp));
    }

    /**
     * A check of a vector function, its forward and its reverse mode.
     *
     * @param value ℝⁿ → ℝᵐ
     * @param jvp Jẋ at the first argument; the second is ẋ, of length n
     * @param vjp Jᵀȳ at the first argument; the second is ȳ, of length m
     */
    public static GradientCheck ofVector(
            UnaryOperator<double[]> value, BinaryOperator<double[]> jvp, BinaryOperator<double[]> vjp) {
        return of(Subject.ofVector(value, jvp, vjp));
    }

    /** Checks a function with the default settings: {@code of(function).at(x)}. */
    public static Agreement check(ScalarFunction function, double... x) {
        return of(function).at(x);
    }

    /** Checks a function with the default settings: {@code of(function).at(x)}. */
    public static Agreement check(VectorFunction function, double... x) {
        return of(function).at(x);
    }

    /** The same check with another random direction; the default seed is 1. */
    public GradientCheck seed(long newSeed) {
        return new GradientCheck(subject, newSeed, adjointTolerance, mostComponents, threads);
    }

    /**
     * The same check with another tolerance for ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩; the default is 1e-13.
     *
     * @param relative tolerance relative to the size of the terms of the products, at least 0
     */
    public GradientCheck adjointTolerance(double relative) {
        if (!(relative >= 0)) {
            throw new IllegalArgumentException("adjointTolerance is " + relative + "; it must be at least 0");
        }
        return new GradientCheck(subject, seed, relative, mostComponents, threads);
    }

    /** The same check with every component of the gradient against differences; the default is up to 100 of them. */
    public GradientCheck everyComponent() {
        return new GradientCheck(subject, seed, adjointTolerance, Integer.MAX_VALUE, threads);
    }

    /** The same check with differences in the random direction only, and by component only once that is off. */
    public GradientCheck directionOnly() {
        return new GradientCheck(subject, seed, adjointTolerance, 0, threads);
    }

    /** The same check for a function that is documented not to be thread-safe. */
    public GradientCheck singleThreaded() {
        return new GradientCheck(subject, seed, adjointTolerance, mostComponents, false);
    }

    /**
     * Runs the check.
     *
     * @param x the point, at least one component, all finite; not changed
     * @return how well the derivatives agreed
     * @throws AssertionError if a check fails; the message names the check, shows the components and says what to do
     * @throws IllegalArgumentException if x is empty or not finite
     */
    public Agreement at(double... x) {
        return verdict(x).agreementAt(x, seed);
    }

    long seed() {
        return seed;
    }

    /** The same without judging. */
    Verdict verdict(double[] x) {
        requirePoint(x);
        Probe probe = new Probe(subject, x, seed);
        Verdict verdict = new Verdict();
        new ShapeCheck().run(probe, verdict);
        if (!verdict.failed()) {
            checks().forEach(check -> check.run(probe, verdict));
        }
        return verdict;
    }

    private List<Check> checks() {
        return List.of(
                new ValueCheck(),
                new ArgumentCheck(),
                new RepeatCheck(),
                threads ? new ThreadCheck() : (probe, verdict) -> {},
                new AdjointCheck(adjointTolerance),
                new JacobianCheck(adjointTolerance),
                new DifferenceCheck(mostComponents));
    }

    private static void requirePoint(double[] x) {
        Objects.requireNonNull(x, "x is null; give the point to check at");
        if (x.length == 0) {
            throw new IllegalArgumentException("x is empty; a function of no arguments has no derivative to check");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("x[" + i + "] is " + x[i] + "; check at a finite point");
            }
        }
    }
}
