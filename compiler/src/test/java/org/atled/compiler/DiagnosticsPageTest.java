package org.atled.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on diagnostics has every tag that the sources have, and no other. */
final class DiagnosticsPageTest {
    private static final Pattern IN_SOURCE = Pattern.compile("\"(Atled[A-Z][A-Za-z]+)\"");
    private static final Pattern IN_PAGE = Pattern.compile("`(Atled[A-Z][A-Za-z]+)`");
    private static final Pattern SECTION =
            Pattern.compile("\n### `(Atled[A-Z][A-Za-z]+)`\n\n(?: {4}.*\n)+\n\\S.*\\. \\*Fix:\\* .+\\.\n");
    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "diagnostics.md");

    @Test
    void pageAndSourcesHaveTheSameTags() throws IOException {
        Set<String> tags = new TreeSet<>();
        for (String module : new String[] {"compiler", "annotation-processor", "maven-plugin"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> tags.addAll(found(file, IN_SOURCE)));
            }
        }
        // The name of a class that the interpreter defines.
        tags.remove("AtledInterpreterLookup");
        assertThat(tags).contains("AtledWrt", "AtledNativeMethod");
        assertThat(found(PAGE, IN_PAGE)).isEqualTo(tags);
        assertThat(found(PAGE, SECTION))
                .as("sections with an example, a reason and a fix")
                .isEqualTo(tags);
    }

    private static Set<String> found(Path file, Pattern pattern) {
        try {
            Set<String> found = new TreeSet<>();
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
