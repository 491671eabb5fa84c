package org.atled.samples.lynxhare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the pictures go. A file is there whole or not at all: it is written under another name and then moved. */
final class OutputDirectory {
    private final Path directory;

    private OutputDirectory(Path directory) {
        this.directory = directory;
    }

    /** The directory, created if only it is missing, and found writable before the long work starts. */
    static OutputDirectory at(Path directory) throws InputException {
        Path parent = directory.toAbsolutePath().getParent();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new InputException("output directory " + directory + " is a file; give a directory");
        }
        if (parent != null && !Files.isDirectory(parent)) {
            throw new InputException(
                    "output directory " + directory + " cannot be created: there is no directory " + parent);
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new InputException("output directory " + directory + " cannot be created: " + refused, refused);
        }
        if (!Files.isWritable(directory)) {
            throw new InputException("output directory " + directory + " is not writable; give another");
        }
        return new OutputDirectory(directory);
    }

    Path write(String name, byte[] content) throws IOException {
        Path target = directory.resolve(name);
        Path unfinished = directory.resolve(name + ".unfinished");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return target;
    }
}
