package org.atled.compiler.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atled.compiler.ClosureVerdict;

/**
 * What becomes of every method that an annotated method reaches, in files: {@code closure.txt} for people and
 * {@code closure.json} for programs. The same classes give the same bytes, and a file that would not change is left alone.
 *
 * <p>The verdicts of each companion are kept in {@code closures/} as well, for later runs that do not look at it again.
 */
final class ClosureFiles {
    private static final String KEPT = "closures";

    private final Path directory;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> jsons = new TreeMap<>();

    ClosureFiles(Path directory) {
        this.directory = directory;
    }

    /** Whether the verdicts of a companion are there from an earlier run. */
    boolean has(String companion) {
        return Files.isRegularFile(kept(companion, ".txt")) && Files.isRegularFile(kept(companion, ".json"));
    }

    /** Takes those verdicts over. */
    void keep(String companion) throws IOException {
        texts.put(companion, Files.readString(kept(companion, ".txt")));
        jsons.put(companion, Files.readString(kept(companion, ".json")));
    }

    void put(String companion, List<ClosureVerdict> closures) {
        texts.put(companion, ClosureText.of(closures));
        jsons.put(companion, ClosureJson.of(companion.replace('/', '.'), closures));
    }

    /** Writes the two files. */
    void write() throws IOException {
        replace(directory.resolve("closure.txt"), String.join("", texts.values()));
        replace(directory.resolve("closure.json"), "[" + String.join(",", trimmed(jsons.values())) + "]\n");
    }

    private static List<String> trimmed(Iterable<String> jsons) {
        List<String> trimmed = new ArrayList<>();
        jsons.forEach(json -> trimmed.add("\n" + json.strip()));
        return trimmed;
    }

    /** Keeps what was found for these companions, and nothing of others. */
    void remember(Set<String> companions) throws IOException {
        for (String companion : companions) {
            replace(kept(companion, ".txt"), texts.get(companion));
            replace(kept(companion, ".json"), jsons.get(companion));
        }
        try (var files = Files.newDirectoryStream(Files.createDirectories(directory.resolve(KEPT)))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String companion =
                        name.substring(0, Math.max(name.lastIndexOf('.'), 0)).replace('.', '/');
                if (!companions.contains(companion)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path kept(String companion, String ending) {
        return directory.resolve(KEPT).resolve(companion.replace('/', '.') + ending);
    }

    private static void replace(Path file, String content) throws IOException {
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(content)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
    }
}
