package org.atled.compiler.ir.interpreter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines classes of its own from the class files of one class and its nested ones. */
final class CopyingLoader extends ClassLoader {
    private final String prefix;

    CopyingLoader(Class<?> copied) {
        super(copied.getClassLoader());
        prefix = copied.getName();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : name.startsWith(prefix) ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
