package org.atled.rules;

/**
 * Partial derivatives of {@link StrongZero}, for derivatives of derivatives: those of a product, also where the seed is
 * zero, since a seed that is zero here may vary.
 */
@PartialsOf(StrongZero.class)
public abstract class StrongZeroPartials {
    private StrongZeroPartials() {}

    abstract double product(double partial, double seed);

    abstract float product(float partial, float seed);

    public static double product_dpartial(double seed) {
        return seed;
    }

    @Singular // as the partial is
    public static double product_dseed(double partial) {
        return partial;
    }

    public static float product_dpartial(float seed) {
        return seed;
    }

    @Singular // as the partial is
    public static float product_dseed(float partial) {
        return partial;
    }
}
