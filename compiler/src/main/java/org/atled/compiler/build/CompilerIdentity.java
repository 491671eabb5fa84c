package org.atled.compiler.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.stream.Stream;
import org.atled.compiler.Differentiator;

/**
 * Which compiler this is: the hash of its own code, since a version number does not change between two snapshots and
 * stale derivatives would survive. Its jar also holds the pom that names ASM's version.
 */
final class CompilerIdentity {
    static final String HASH = Hashes.hex(hash());

    private CompilerIdentity() {}

    private static byte[] hash() {
        MessageDigest digest = Hashes.sha256();
        Path code = location();
        try (Stream<Path> files = Files.walk(code)) {
            for (Iterator<Path> all =
                            files.filter(Files::isRegularFile).sorted().iterator();
                    all.hasNext(); ) {
                Path file = all.next();
                digest.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return digest.digest();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read Atled's own classes in " + code, failure);
        }
    }

    private static Path location() {
        try {
            return Path.of(Differentiator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
