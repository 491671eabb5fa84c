package org.atled.compiler.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Several paths in one option, separated as {@code java} takes them. */
final class ClassPathOption {
    private ClassPathOption() {}

    static List<Path> paths(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
