package org.atled.compiler.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tests the programs of successive seeds, and counts what they contained. */
final class Campaign {
    private static final int BATCH = 50;

    private final Map<Feature, Integer> features = new EnumMap<>(Feature.class);
    private final Map<Check.Kind, Integer> kinds = new EnumMap<>(Check.Kind.class);
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<String, Integer> failureCounts = new TreeMap<>();

    /** Tests this many programs, rejected ones not counted. */
    void run(long firstSeed, int programs) {
        long seed = firstSeed;
        while (tested() < programs) {
            List<RandomProgram> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, 2 * (programs - tested())); i++) {
                batch.add(Generator.program(seed++));
            }
            test(batch, programs);
        }
    }

    private void test(List<RandomProgram> programs, int most) {
        StringBuilder messages = new StringBuilder();
        CompiledBatch batch = CompiledBatch.of(programs, messages)
                .orElseThrow(() -> new IllegalStateException("not valid Java: " + messages));
        for (RandomProgram program : programs) {
            if (tested() < most) {
                record(program, Check.of(program, batch));
            }
        }
    }

    private void record(RandomProgram program, Check.Verdict verdict) {
        kinds.merge(verdict.kind(), 1, Integer::sum);
        if (verdict.kind() != Check.Kind.REJECTED) {
            program.features().forEach(feature -> features.merge(feature, 1, Integer::sum));
        }
        if (verdict.kind() == Check.Kind.REFUSED) {
            refusals.merge(verdict.fault(), 1, Integer::sum);
        }
        if (verdict.isWrong()) {
            System.out.println("disagreement: seed " + program.seed() + ": " + verdict.fault());
        }
        if (verdict.isWrong() && failureCounts.merge(verdict.fault(), 1, Integer::sum) == 1) {
            failures.put(verdict.fault(), description(program, verdict));
        }
    }

    private int tested() {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey() != Check.Kind.REJECTED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static String description(RandomProgram program, Check.Verdict verdict) {
        RandomProgram shrunk = Shrinker.shrink(program, candidate -> fails(candidate, verdict.fault()));
        return "seed " + program.seed() + ": " + verdict.cause() + "\nat " + Arrays.deepToString(program.input()) + "\n"
                + shrunk.source() + "reproduce: mvn -pl compiler -am test -Dtest=RandomProgramsTest#programs"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Datled.programs=1 -Datled.seed=" + program.seed() + "\n";
    }

    private static boolean fails(RandomProgram candidate, String fault) {
        return CompiledBatch.of(List.of(candidate), new StringBuilder())
                .map(batch -> fault.equals(Check.of(candidate, batch).fault()))
                .orElse(false);
    }

    /** One text per kind of failure. */
    List<String> failures() {
        return List.copyOf(failures.values());
    }

    String statistics() {
        return "programs: " + kinds + "\nwith: " + features + "\nrefused: " + refusals + "\ndisagreements: "
                + failureCounts;
    }
}
