package org.atled.compiler.programs;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.atled.NoDerivative;

/** Which parameters of a program are differentiated: numbers and arrays of numbers without {@link NoDerivative}. */
final class ActiveParameters {
    private ActiveParameters() {}

    static List<Boolean> of(Method program) {
        List<Boolean> active = new ArrayList<>();
        for (Parameter parameter : program.getParameters()) {
            active.add(isNumeric(parameter.getType()) && !parameter.isAnnotationPresent(NoDerivative.class));
        }
        return active;
    }

    private static boolean isNumeric(Class<?> type) {
        return type.isArray() ? isNumeric(type.getComponentType()) : type == double.class || type == float.class;
    }
}
