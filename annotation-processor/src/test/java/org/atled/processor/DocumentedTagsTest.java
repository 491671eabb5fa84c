package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every tag javac may print is explained in the page on companions, and no other. */
final class DocumentedTagsTest {
    @Test
    void everyTagIsDocumented() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                collect("\"(Atled[A-Z]\\w*)\"", file, used);
            }
        }
        Set<String> documented = new TreeSet<>();
        collect("`(Atled[A-Z]\\w*)`", Path.of("../src/site/markdown/companions.md"), documented);
        assertThat(documented).isEqualTo(used).isNotEmpty();
    }

    private static void collect(String pattern, Path file, Set<String> tags) throws IOException {
        Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(tags::add);
    }
}
