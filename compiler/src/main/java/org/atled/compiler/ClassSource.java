package org.atled.compiler;

import java.util.Optional;

/** Where class files are found. Classes are read as bytes and never loaded. */
@FunctionalInterface
public interface ClassSource {
    /**
     * The bytes of a class file.
     *
     * @param internalName name with slashes, {@code demo/Decay}
     * @return empty if there is no such class here
     */
    Optional<byte[]> find(String internalName);
}
