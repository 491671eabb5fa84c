package org.atled.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Calls static methods of a class made by a test. */
final class Calls {
    private final Class<?> type;

    Calls(Class<?> type) {
        this.type = type;
    }

    /** Calls the method of this name that takes these arguments, and throws what it throws. */
    Object call(String name, Object... arguments) throws Throwable {
        List<Method> fitting = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && fits(method, arguments))
                .toList();
        if (fitting.size() != 1) {
            throw new AssertionError(fitting.size() + " methods " + name + " take " + Arrays.toString(arguments));
        }
        fitting.get(0).setAccessible(true);
        try {
            return fitting.get(0).invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static boolean fits(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean fits = arguments[i] == null
                    ? !types[i].isPrimitive()
                    : types[i].isInstance(arguments[i])
                            || types[i].isPrimitive()
                                    && arguments[i]
                                            .getClass()
                                            .getSimpleName()
                                            .toLowerCase()
                                            .startsWith(types[i].getName());
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The components of a record, in order. */
    static Object[] components(Object record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            components[i].getAccessor().setAccessible(true);
            values[i] = components[i].getAccessor().invoke(record);
        }
        return values;
    }
}
