package org.atled.compiler.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.atled.compiler.ClassSource;

/** The class files a test runs with: its own, its class path and the JDK. */
final class LoadedClasses implements ClassSource {
    static final ClassFiles FILES = new ClassFiles(new LoadedClasses());

    @Override
    public Optional<byte[]> find(String internalName) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
