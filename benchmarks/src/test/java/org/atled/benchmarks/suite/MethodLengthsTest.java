package org.atled.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HotSpot compiles every method of every derivative. Class files are read as JVMS chapter 4 describes them. */
final class MethodLengthsTest {
    private static final int LONGEST_COMPILED = 8000;

    @Test
    void everyMethodOfACompanionIsShortEnoughToBeCompiled() throws Exception {
        Path classes = Path.of(Problems.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Integer> lengths = new TreeMap<>();
        for (Path companion : companions(classes)) {
            lengths.putAll(lengths(companion));
        }
        assertThat(lengths.keySet()).anyMatch(method -> method.contains("$$"));
        assertThat(lengths)
                .allSatisfy((method, length) -> assertThat(length).as(method).isLessThan(LONGEST_COMPILED));
    }

    private static List<Path> companions(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith("Derivatives.class"))
                    .toList();
        }
    }

    /** Bytes of code by class file and method. */
    private static Map<String, Integer> lengths(Path file) throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            in.skipNBytes(8);
            String[] texts = texts(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            readMembers(in, texts, file, new HashMap<>());
            readMembers(in, texts, file, lengths);
        }
        return lengths;
    }

    /** The character strings among the constants. */
    private static String[] texts(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or double counts for two.
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return texts;
    }

    private static void readMembers(DataInputStream in, String[] texts, Path file, Map<String, Integer> lengths)
            throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts[in.readUnsignedShort()];
                int size = in.readInt();
                if (attribute.equals("Code")) {
                    in.skipNBytes(4);
                    lengths.put(file.getFileName() + " " + name, in.readInt());
                    size -= 8;
                }
                in.skipNBytes(size);
            }
        }
    }
}
