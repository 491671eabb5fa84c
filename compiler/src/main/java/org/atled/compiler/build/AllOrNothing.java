package org.atled.compiler.build;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces several files, and removes some: all new contents are written beside the old ones before the first is moved into place, so
 * that a full disk or a read-only directory leaves everything as it was.
 */
final class AllOrNothing {
    private final List<Replacement> replacements = new ArrayList<>();

    private final List<Path> removals = new ArrayList<>();

    private record Replacement(Path file, Path written) {}

    /**
     * Prepares a file.
     *
     * @param keepTime whether the new file takes the old one's time of modification
     */
    void prepare(Path file, byte[] content, boolean keepTime) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, file.getFileName() + ".", ".tmp");
        replacements.add(new Replacement(file, written));
        FileTime time = keepTime ? Files.getLastModifiedTime(file) : null;
        // A plain new file has the permissions the user's umask gives; a temporary one is closed to others.
        Files.delete(written);
        Files.write(written, content);
        if (time != null) {
            Files.setLastModifiedTime(written, time);
        }
    }

    /** Notes a file that is to go. */
    void remove(Path file) {
        removals.add(file);
    }

    /** Moves everything into place, then removes what is to go. */
    void commit() throws IOException {
        for (Replacement replacement : replacements) {
            try {
                Files.move(
                        replacement.written,
                        replacement.file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException unsupported) {
                Files.move(replacement.written, replacement.file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (Path file : removals) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what was prepared and not moved into place. */
    void discard() throws IOException {
        for (Replacement replacement : replacements) {
            Files.deleteIfExists(replacement.written);
        }
    }
}
