package org.atled.compiler.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs whose differentiable method is given objects, records and lists, and returns them: differentiated by way of
 * their companions. {@code -Datled.entries} says how many, {@code -Datled.seed} the seed of the first.
 */
class RandomEntriesTest {
    private static final long FIRST_SEED = Long.getLong("atled.seed", 1);

    @TempDir
    Path folder;

    @Test
    void entries() throws Exception {
        run(FIRST_SEED, Integer.getInteger("atled.entries", 30));
    }

    @Test
    @Tag("nightly")
    void manyEntries() throws Exception {
        run(FIRST_SEED + 1_000_000, Integer.getInteger("atled.entries", 500));
    }

    private void run(long firstSeed, int programs) throws Exception {
        Map<Check.Kind, Integer> kinds = new EnumMap<>(Check.Kind.class);
        Map<Feature, Integer> features = new EnumMap<>(Feature.class);
        Map<String, String> failures = new TreeMap<>();
        int tested = 0;
        for (long seed = firstSeed; tested < programs; seed++) {
            Optional<RandomProgram> drawn = Generator.programOfObjects(seed);
            if (drawn.isPresent()) {
                RandomProgram program = drawn.get();
                Check.Verdict verdict = EntryCheck.of(program, folder.resolve("P" + seed));
                kinds.merge(verdict.kind(), 1, Integer::sum);
                if (verdict.kind() != Check.Kind.REJECTED) {
                    tested++;
                    program.features().forEach(feature -> features.merge(feature, 1, Integer::sum));
                }
                if (verdict.isWrong()) {
                    System.out.println("disagreement: seed " + seed + ": " + verdict.fault());
                    failures.put(verdict.fault(), "seed " + seed + ": " + verdict.cause() + program.annotatedSource());
                }
            }
        }
        String statistics = "entries: " + kinds + "\nwith: " + features;
        System.out.println(statistics);
        assertThat(failures.values()).as(statistics).isEmpty();
    }
}
