package org.atled.runtime;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps the derivative of a method from being taken for that of a method which overrides it, and which was not there when
 * the derivative was built: a class that extends one of a finished jar. Not for use by hand.
 */
public final class Overriding {
    /** For each class, the methods that were looked up and that it does not override, with their classes. */
    private static final ClassValue<Set<String>> INHERITED = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return ConcurrentHashMap.newKeySet();
        }
    };

    /** Set in native images, where reflection does not see the methods of a class. */
    private static final String IMAGE = "org.graalvm.nativeimage.imagecode";

    private Overriding() {}

    /**
     * Lets objects pass on which a call of a method runs this method and no other.
     *
     * @param receiver the object; {@code null} passes, since it fails where its method is called
     * @param owner the class or interface that declares the method
     * @param method class, name and descriptor, {@code demo.Model.energy([D)D}
     * @param known names of the classes that the build knew to inherit it, separated by blanks
     * @throws UnsupportedOperationException if the class of the object overrides the method
     */
    public static void check(Object receiver, Class<?> owner, String method, String known) {
        if (receiver != null && receiver.getClass() != owner) {
            checkSubclass(receiver.getClass(), owner, method, known);
        }
    }

    private static void checkSubclass(Class<?> type, Class<?> owner, String method, String known) {
        Set<String> inherited = INHERITED.get(type);
        if (inherited.contains(method)) {
            return;
        }
        if (!List.of(known.split(" ")).contains(type.getName())) {
            checkUnknown(type, owner, method);
        }
        inherited.add(method);
    }

    private static void checkUnknown(Class<?> type, Class<?> owner, String method) {
        String signature = method.substring(owner.getName().length() + 1);
        String name = signature.substring(0, signature.indexOf('('));
        if (System.getProperty(IMAGE) != null) {
            throw new UnsupportedOperationException("the derivative of " + name + " of " + type.getName()
                    + " is not known: the class was not among those of the project when the derivative was built, and a"
                    + " native image does not tell whether it overrides the method. Build it with " + owner.getName()
                    + ", or pass an object of a class that is.");
        }
        for (Class<?> each : between(type, owner)) {
            if (overrides(each, owner, signature)) {
                throw new UnsupportedOperationException("the derivative of " + each.getName() + "." + name
                        + " is not known: it overrides " + owner.getName() + "." + name
                        + ", and its class was not among"
                        + " those of the project when the derivative of that was built. Annotate it @Differentiable and"
                        + " call its own derivative, build both classes in one project, or pass an object of a class that"
                        + " does not override it.");
            }
        }
    }

    /** The classes and interfaces that may override what a type has from another. */
    private static List<Class<?>> between(Class<?> type, Class<?> owner) {
        List<Class<?>> between = new ArrayList<>();
        for (Class<?> each = type; each != null && each != owner; each = each.getSuperclass()) {
            between.add(each);
        }
        for (int i = 0; owner.isInterface() && i < between.size(); i++) {
            Stream.of(between.get(i).getInterfaces())
                    .filter(each -> each != owner && owner.isAssignableFrom(each) && !between.contains(each))
                    .forEach(between::add);
        }
        return between;
    }

    private static boolean overrides(Class<?> type, Class<?> owner, String signature) {
        Optional<Method> own = declared(type, signature);
        int modifiers = own.map(Method::getModifiers).orElse(Modifier.STATIC);
        return (modifiers & (Modifier.STATIC | Modifier.PRIVATE)) == 0
                && (type.getPackage() == owner.getPackage() || isSeenEverywhere(owner, signature));
    }

    /** A method without an access modifier is overridden in its own package only. */
    private static boolean isSeenEverywhere(Class<?> owner, String signature) {
        return declared(owner, signature)
                .filter(method -> (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .isPresent();
    }

    private static Optional<Method> declared(Class<?> type, String signature) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> signature.equals(method.getName()
                        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .toMethodDescriptorString()))
                .findFirst();
    }
}
