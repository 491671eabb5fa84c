package org.atled.compiler.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Stands for the compiler in tests of generated methods: takes derivative code from a hand-written class {@code Cores}
 * of the companion's package, whose methods bear the names of the core methods.
 */
public final class SelfLinker {
    private SelfLinker() {}

    public static MethodHandle link(MethodHandles.Lookup companion, String coreName, MethodType type)
            throws ReflectiveOperationException {
        Class<?> home = companion.lookupClass();
        Class<?> cores = Class.forName(home.getPackageName() + ".Cores", true, home.getClassLoader());
        return companion.findStatic(cores, coreName, type);
    }
}
