package org.atled.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.atled.NotBuiltException;

/**
 * How a {@link Core} method that the build has not filled finds its code all the same: the compiler, if it happens to
 * be on the class path, differentiates at the first call. So an IDE, which does not run the build, just works. Not for
 * use by hand.
 */
public final class SelfLinking {
    private static final String LINKER = "org.atled.compiler.link.SelfLinker";
    private static final MethodType LINK =
            MethodType.methodType(MethodHandle.class, MethodHandles.Lookup.class, String.class, MethodType.class);

    private SelfLinking() {}

    /**
     * Derivative code for one core method.
     *
     * @param companion full-power lookup of the companion class
     * @param coreName name of the core method, unique in its class
     * @param type type of the core method, and of the handle returned
     * @throws NotBuiltException if the compiler is not on the class path
     */
    public static MethodHandle link(MethodHandles.Lookup companion, String coreName, MethodType type) {
        Class<?> linker = find(companion.lookupClass().getClassLoader());
        if (linker == null) {
            linker = find(Thread.currentThread().getContextClassLoader());
        }
        if (linker == null) {
            throw new NotBuiltException(message(companion.lookupClass(), coreName));
        }
        try {
            MethodHandle link = MethodHandles.publicLookup().findStatic(linker, "link", LINK);
            return (MethodHandle) link.invokeExact(companion, coreName, type);
        } catch (NoSuchMethodException | IllegalAccessException cause) {
            throw new NotBuiltException(
                    message(companion.lookupClass(), coreName)
                            + " (There is an atled-compiler on the class path, but of another version.)",
                    cause);
        } catch (Throwable thrown) {
            throw rethrow(thrown);
        }
    }

    /** Throws what a derivative threw, the same object, whether checked or not. Never returns. */
    public static RuntimeException rethrow(Throwable thrown) {
        throw SelfLinking.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked") // the erased cast does nothing, which lets a checked exception pass unchanged
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Class<?> find(ClassLoader loader) {
        try {
            return Class.forName(LINKER, true, loader);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    private static String message(Class<?> companion, String coreName) {
        return companion.getName() + "." + coreName + " has no derivative code yet. Either run `mvn process-classes`"
                + " with the goal `differentiate` of atled-maven-plugin configured"
                + " (`test-differentiate` and `process-test-classes` for test classes), or put atled-compiler on the"
                + " (test) class path, which then fills it in at the first call.";
    }
}
