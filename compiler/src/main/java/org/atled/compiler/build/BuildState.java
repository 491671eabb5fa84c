package org.atled.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an earlier run left behind: for every companion of a tree what it was made from, and the hash of all that.
 *
 * <p>It lives in a file of its own, outside the tree. An attribute in the companion's class file would change the bytes
 * that it vouches for, and a file inside the tree would be packaged into the user's jar. Losing the file costs time,
 * never correctness: the companions are made again and come out the same. It is text, a line for each companion
 * ({@code name hash}) followed by an indented line for each class that was read.
 */
final class BuildState {
    private static final String HEADER = "atled build state 1";

    /** What one companion was made from. */
    record Made(String hash, Set<String> read) {}

    private final Map<String, Made> companions = new TreeMap<>();

    /** Reads a state; a missing file, or one of another version, is an empty state. */
    static BuildState read(Path file) throws IOException {
        BuildState state = new BuildState();
        if (!Files.isRegularFile(file)) {
            return state;
        }
        String text = Files.readString(file);
        if (!text.startsWith(HEADER + "\n")) {
            return state;
        }
        Set<String> read = Set.of();
        for (String line : text.lines().skip(1).toList()) {
            if (line.startsWith(" ")) {
                read.add(line.strip());
            } else {
                int space = line.indexOf(' ');
                read = new TreeSet<>();
                state.put(line.substring(0, Math.max(space, 0)), new Made(line.substring(space + 1), read));
            }
        }
        return state;
    }

    void put(String companion, Made made) {
        companions.put(companion, made);
    }

    Optional<Made> of(String companion) {
        return Optional.ofNullable(companions.get(companion));
    }

    /** Writes the state unless the file says it already. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        companions.forEach((name, made) -> {
            text.append(name).append(' ').append(made.hash()).append('\n');
            made.read().stream()
                    .sorted()
                    .forEach(read -> text.append("  ").append(read).append('\n'));
        });
        if (Files.isRegularFile(file) && Files.readString(file).contentEquals(text)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
