package org.atled.rules;

import org.atled.runtime.Cotangents;

/**
 * What a derivative does with whole shadows, where it is called inside of differentiated code: all of it is linear, and
 * tangents and cotangents have the shape of the shadows themselves.
 */
@RulesFor(Cotangents.class)
public abstract class CotangentsRules {
    private CotangentsRules() {}

    @Writes("shadow")
    abstract void clear(Object shadow, boolean accumulate);

    @Writes("shadow")
    abstract void seed(Object shadow, Object seed);

    abstract Object zerosLike(Object primal);

    public static void clear_pushforward(Object shadowTangent, boolean accumulate) {
        Cotangents.clear(shadowTangent, accumulate);
    }

    public static void clear_pullback(Object shadowCotangent, boolean accumulate) {
        Cotangents.clear(shadowCotangent, accumulate);
    }

    public static void seed_pushforward(Object shadowTangent, Object seedTangent) {
        Cotangents.seed(shadowTangent, seedTangent);
    }

    public static void seed_pullback(Object shadowCotangent, Object seedCotangent) {
        Cotangents.seed(seedCotangent, shadowCotangent);
    }

    public static Object zerosLike_shadow(Object result) {
        return Cotangents.zerosLike(result);
    }
}
