package org.atled.testing;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atled.runtime.Companion;
import org.atled.runtime.Core;

/**
 * A differentiable method with its derivative code in the companion.
 *
 * @param active by parameter, the object of an instance method first, whether it has a derivative
 */
record CoreMethods(Method primal, Method forward, Method reverse, List<Boolean> active) {
    /**
     * Finds them.
     *
     * @param method name, or name and parameter types, {@code "loss(double[], int)"}
     * @throws IllegalArgumentException if there is no such method or several, or the class is no companion
     */
    static CoreMethods of(Class<?> companion, String method) {
        Companion marker = companion.getAnnotation(Companion.class);
        if (marker == null) {
            throw new IllegalArgumentException(companion.getName()
                    + " is no companion of differentiable methods: name the class that the annotation processor wrote, as"
                    + " in DecayDerivatives.class.");
        }
        List<Method> cores = Stream.of(companion.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(Core.class)
                        && !each.getAnnotation(Core.class).ofCompanion())
                .toList();
        List<CoreMethods> all = new ArrayList<>();
        for (Method forward : cores) {
            Core core = forward.getAnnotation(Core.class);
            if (core.mode() == Core.Mode.FORWARD && core.directions() == 1) {
                all.add(of(companion, marker.of(), core, forward, cores));
            }
        }
        List<CoreMethods> found =
                all.stream().filter(each -> each.isCalled(method)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(marker.of() + " has "
                    + (found.isEmpty() ? "no" : "more than one") + " differentiable method " + method + ": name one of "
                    + all.stream().map(CoreMethods::signature).sorted().collect(Collectors.joining(", "))
                    + ".");
        }
        return found.get(0);
    }

    private static CoreMethods of(Class<?> companion, String of, Core core, Method forward, List<Method> cores) {
        Method reverse = cores.stream()
                .filter(each -> each.getAnnotation(Core.class).mode() == Core.Mode.REVERSE)
                .filter(each -> each.getAnnotation(Core.class).method().equals(core.method()))
                .filter(each -> each.getAnnotation(Core.class).descriptor().equals(core.descriptor()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        companion.getName() + " has no reverse mode of " + core.method() + ": compile it again."));
        List<Boolean> active = new ArrayList<>();
        for (boolean flag : core.active()) {
            active.add(flag);
        }
        return new CoreMethods(
                opened(primal(companion, of, core)), opened(forward), opened(reverse), List.copyOf(active));
    }

    private static Method primal(Class<?> companion, String of, Core core) {
        ClassLoader loader = companion.getClassLoader();
        try {
            MethodType type = MethodType.fromMethodDescriptorString(core.descriptor(), loader);
            return Class.forName(of, false, loader).getDeclaredMethod(core.method(), type.parameterArray());
        } catch (ReflectiveOperationException | TypeNotPresentException changed) {
            throw new IllegalArgumentException(
                    companion.getName() + " was written for another version of " + of + ": compile both again.",
                    changed);
        }
    }

    private static Method opened(Method method) {
        method.setAccessible(true);
        return method;
    }

    private boolean isCalled(String name) {
        String plain = name.replaceAll("\\s", "");
        return plain.contains("(")
                ? signature().replace(" ", "").equals(plain) || plain.equals(primal.getName() + descriptor())
                : primal.getName().equals(plain);
    }

    private String descriptor() {
        return MethodType.methodType(primal.getReturnType(), primal.getParameterTypes())
                .toMethodDescriptorString();
    }

    /** {@code loss(double[], int)}. */
    String signature() {
        return primal.getName()
                + Stream.of(primal.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Types of the arguments, the object of an instance method first. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>(Arrays.asList(primal.getParameterTypes()));
        if (!Modifier.isStatic(primal.getModifiers())) {
            types.add(0, primal.getDeclaringClass());
        }
        return types;
    }

    /** Names of the arguments as the class file has them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Stream.of(primal.getParameters()).forEach(each -> names.add(each.getName()));
        if (!Modifier.isStatic(primal.getModifiers())) {
            names.add(0, "this");
        }
        return names;
    }
}
