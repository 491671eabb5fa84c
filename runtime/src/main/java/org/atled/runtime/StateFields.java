package org.atled.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The fields of a class and those above it that are part of the state of an object, found by reflection once. Thread-safe. */
final class StateFields {
    private static final ClassValue<List<StateField>> FIELDS = new ClassValue<>() {
        @Override
        protected List<StateField> computeValue(Class<?> type) {
            List<StateField> fields = new ArrayList<>();
            for (Class<?> c = type; c != null && !Layout.isPlatform(c); c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        fields.add(StateField.of(field));
                    }
                }
            }
            return fields;
        }
    };

    private StateFields() {}

    static List<StateField> of(Class<?> type) {
        return FIELDS.get(type);
    }
}
