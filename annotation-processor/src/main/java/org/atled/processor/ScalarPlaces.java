package org.atled.processor;

import static org.atled.processor.Code.call;
import static org.atled.processor.Code.name;
import static org.atled.processor.Code.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the checks of the one-element arrays that receive the derivative by a scalar. */
final class ScalarPlaces {
    private ScalarPlaces() {}

    static void require(Wrapper wrapper, Map<Parameter, String> given, ShadowArguments shadows) {
        Primal primal = wrapper.primal();
        List<Parameter> earlier = new ArrayList<>();
        for (Parameter scalar : primal.activeScalars()) {
            String place = given.get(scalar);
            wrapper.add(call("Arguments", "requireSingle", string(place), name(place)));
            for (String other : arraysLike(scalar, primal, given)) {
                wrapper.add(call("Arguments", "requireApart", ShadowArguments.both(place, other)));
            }
            for (Parameter other : earlier) {
                if (other.shape().equals(scalar.shape())) {
                    wrapper.add(call("Arguments", "requireApart", ShadowArguments.both(place, given.get(other))));
                }
            }
            shadows.requireApartFromRows(place);
            earlier.add(scalar);
        }
    }

    /** Arrays that could be the same object as the one given for a scalar: constants, variables and their shadows. */
    private static List<String> arraysLike(Parameter scalar, Primal primal, Map<Parameter, String> given) {
        Shape array = scalar.shape().orElseThrow().withRank(1);
        List<String> names = new ArrayList<>();
        for (Parameter parameter : primal.parameters()) {
            if (parameter.shape().isPresent() && parameter.shape().get().equals(array)) {
                names.add(parameter.name());
                if (parameter.active()) {
                    names.add(given.get(parameter));
                }
            }
        }
        return names;
    }
}
