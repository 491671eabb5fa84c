package org.atled.compiler;

/**
 * Fills companion classes with derivative code: class bytes in, class bytes out. Nothing is loaded, nothing is run, no
 * file is touched.
 *
 * <p>Thread-safe if its class source is.
 */
public final class Differentiator {
    private final ClassSource classes;
    private final Dumps dumps;

    /**
     * A compiler over these classes.
     *
     * @param classes the project's own classes, its class path, the JDK and {@code atled-runtime}
     */
    public Differentiator(ClassSource classes, Dumps dumps) {
        this.classes = classes;
        this.dumps = dumps;
    }

    /**
     * Fills one companion. Doing it again, on its own output, gives the same bytes.
     *
     * @param companion internal name of a class annotated {@code org.atled.runtime.Companion}
     * @throws IllegalArgumentException if there is no such class or it is no companion
     */
    public Differentiated differentiate(String companion) {
        throw new UnsupportedOperationException(companion + classes + dumps);
    }
}
