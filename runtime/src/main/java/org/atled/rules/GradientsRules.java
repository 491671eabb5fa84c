package org.atled.rules;

import java.util.List;
import java.util.Map;
import org.atled.runtime.Gradients;
import org.atled.runtime.NestedRecords;

/** The gradient by a record, where the derivative that makes it is called inside of differentiated code. */
@RulesFor(Gradients.class)
public abstract class GradientsRules {
    private GradientsRules() {}

    abstract Object record(Object primal, Object shadow);

    @NotFollowed("shadow")
    abstract Object onEntry(Object shadow);

    @NotFollowed("shadow")
    abstract List<?> list(Object primal, Object shadow, Gradients.Show<?> elements);

    @NotFollowed("shadow")
    abstract Map<?, ?> map(Object primal, Object shadow, Gradients.Show<?> values);

    @NotFollowed("shadow")
    abstract Object[] array(Class<?> type, Object primal, Object shadow, Gradients.Show<?> elements);

    public static Object record_pushforward(Object shadow, Object shadowTangent, Object result) {
        return NestedRecords.tangent(result, shadow, shadowTangent);
    }

    public static Object record_shadow(Object shadow, Object shadowShadow, Object result) {
        return NestedRecords.zeros(result, shadow, shadowShadow);
    }

    public static void record_pullback(Object shadow, Object shadowCotangent, Object result, Object resultCotangent) {
        NestedRecords.addTo(shadowCotangent, result, shadow, resultCotangent);
    }
}
