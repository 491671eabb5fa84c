package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecondBuildTest {
    @Test
    void classFilesAreTheSameToTheByteAndToTheTime() throws IOException {
        Path note = Path.of("target", "class-files-of-the-first-build");
        String now;
        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            now = files.filter(Files::isRegularFile).sorted().map(SecondBuildTest::describe)
                    .collect(Collectors.joining("\n"));
        }
        if (Files.exists(note)) {
            assertEquals(Files.readString(note), now);
            System.out.println("compared " + now.lines().count() + " class files");
        } else {
            Files.writeString(note, now);
        }
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
