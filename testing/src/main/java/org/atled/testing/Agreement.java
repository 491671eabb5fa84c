package org.atled.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How well the derivatives of a function that passed {@link GradientCheck} agreed.
 *
 * @param relativeErrors largest relative disagreement by name of the check, in the order the checks ran; checks that
 *     compare bits are not in it
 */
public record Agreement(Map<String, Double> relativeErrors) {
    public Agreement {
        relativeErrors = Collections.unmodifiableMap(new LinkedHashMap<>(relativeErrors));
    }

    /** One line, {@code passed (forward against reverse 1.2e-16, …)}. */
    @Override
    public String toString() {
        return relativeErrors.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.1e", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "passed (", ")"));
    }
}
