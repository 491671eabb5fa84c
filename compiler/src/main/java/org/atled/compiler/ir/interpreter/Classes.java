package org.atled.compiler.ir.interpreter;

import java.lang.invoke.MethodType;
import org.atled.compiler.ir.Type;

/** The classes that types of a program name; fails as the JVM does where there is no such class. */
final class Classes {
    private final ClassLoader loader;

    Classes(ClassLoader loader) {
        this.loader = loader;
    }

    Class<?> named(String internalName) {
        return of(Type.ofClassEntry(internalName));
    }

    Class<?> of(Type type) {
        return methodType("()" + type.descriptor()).returnType();
    }

    /** Runs the static initializer of a class unless that has happened. */
    void initialize(Type type) {
        try {
            Class.forName(of(type).getName(), true, of(type).getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    MethodType methodType(String descriptor) {
        try {
            return MethodType.fromMethodDescriptorString(descriptor, loader);
        } catch (TypeNotPresentException missing) {
            Error error = new NoClassDefFoundError(missing.typeName().replace('.', '/'));
            error.initCause(missing.getCause());
            throw error;
        }
    }
}
