package org.atled.rules;

import org.atled.runtime.Cotangents;
import org.atled.runtime.NestedRecords;
import org.atled.runtime.NestedZeros;
import org.atled.runtime.Shadows;

/** As {@link ZerosRules}, where the caller gives arrays for gradients and tangents: these have shadows already. */
@RulesFor(Shadows.class)
public abstract class ShadowsRules {
    private ShadowsRules() {}

    abstract Shadows overwritten();

    abstract Shadows seeded();

    @Views("given")
    abstract Object mirror(Shadows receiver, String name, Object array, String shadowName, Object given);

    @Views("given")
    abstract Object mirrorObject(Shadows receiver, String name, Object object, String shadowName, Object given);

    @Loads(from = "receiver")
    abstract Object unseen(Shadows receiver, Object object);

    @NotFollowed("given")
    abstract Object seed(String name, Object given);

    public static Object seed_shadow(Object result) {
        return Cotangents.zerosLike(result);
    }

    public static Object overwritten_shadow() {
        return new NestedZeros();
    }

    public static Object seeded_shadow() {
        return new NestedZeros();
    }

    public static Object mirror_shadow(Object given, Object givenShadow, Object result) {
        if (result == given || givenShadow == null) {
            return givenShadow;
        }
        if (!(result instanceof Object[])) {
            throw new UnsupportedOperationException(
                    "a row that stands in several places of the arguments of a derivative"
                            + " that is differentiated again has several gradients. Pass a copy of it in each place.");
        }
        Object[] rows = ((Object[]) result).clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = mirror_shadow(((Object[]) given)[i], ((Object[]) givenShadow)[i], rows[i]);
        }
        return rows;
    }

    public static Object mirrorObject_pushforward(
            Object receiverTangent, Object given, Object givenTangent, Object result) {
        Object tangent = mirrorObject_shadow(receiverTangent, given, givenTangent, result);
        if (result != given) {
            NestedRecords.fill(given, givenTangent, tangent);
        }
        return tangent;
    }

    public static Object mirrorObject_shadow(Object receiverShadow, Object given, Object givenShadow, Object result) {
        if (result == given) {
            return givenShadow;
        }
        // What is made of a record has nothing in common with what is made of another.
        return (receiverShadow == null ? new NestedZeros() : (NestedZeros) receiverShadow).of(result);
    }

    public static void mirrorObject_pullback(
            Object given, Object givenCotangent, Object result, Object resultCotangent) {
        if (result != given) {
            NestedRecords.add(given, givenCotangent, resultCotangent);
        }
    }

    public static Object unseen_shadow(Object receiverShadow, Object result) {
        return ((NestedZeros) receiverShadow).of(result);
    }
}
