package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user sees when opening a companion, looked at as a whole, once. {@code -Datled.bless=true} takes what is
 * written now as what is expected.
 */
final class GoldenTest {
    private static final Path RESOURCES = Path.of("src/test/resources/org/atled/processor");

    @TempDir
    Path folder;

    @Test
    void companionOfPlant() throws IOException {
        Compiling compiling = new Compiling(folder).compile(Files.readString(RESOURCES.resolve("Plant.java.txt")));
        assertThat(compiling.complaints()).isEmpty();
        String written = compiling.generated("demo.PlantDerivatives").replace("\r\n", "\n");
        Path expected = RESOURCES.resolve("PlantDerivatives.java.txt");
        if (Boolean.getBoolean("atled.bless")) {
            Files.writeString(expected, written);
        }
        assertThat(written).isEqualTo(Files.readString(expected));
    }
}
