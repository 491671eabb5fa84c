package org.atled.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.bytecode.CompanionClass;
import org.atled.compiler.ir.MethodReference;

/** Along how many directions at a time there is code of each derivative that was asked for along several. */
final class ChunkWidths {
    /**
     * Instructions of code along several directions, three bytes or so each. What is longer than some dozens of methods
     * keeps HotSpot busy for longer than most Jacobians take.
     */
    private static final int LONGEST = 40_000;

    private final Set<MethodReference> tooLong;
    private final Map<Subject, Integer> made = new HashMap<>();
    private final Map<Subject, Integer> refused = new LinkedHashMap<>();

    /** What a derivative is of. */
    private record Subject(MethodReference primal, List<Boolean> active) {
        static Subject of(CompanionClass.CoreMethod asked) {
            return new Subject(asked.primal(), asked.active());
        }
    }

    /** A method whose derivatives do not take as many directions at a time as was asked for. */
    record Narrowed(MethodReference primal, int asked, int directions) {}

    /**
     * None yet.
     *
     * @param tooLong cores that have come out too long before
     */
    ChunkWidths(Set<MethodReference> tooLong) {
        this.tooLong = tooLong;
    }

    /** Whether one should be made, narrow ones asked for first: where these were refused wider ones are not to be had. */
    boolean isWorthwhile(CompanionClass.CoreMethod asked, int instructionsOfOneDirection) {
        return !tooLong.contains(asked.name())
                && !refused.containsKey(Subject.of(asked))
                && asked.directions() * instructionsOfOneDirection <= LONGEST;
    }

    void add(CompanionClass.CoreMethod asked, boolean isMade) {
        (isMade ? made : refused).merge(Subject.of(asked), asked.directions(), Math::max);
    }

    /** The most directions at a time that there is code for. */
    int of(CompanionClass.CoreMethod asked) {
        return made.getOrDefault(Subject.of(asked), 1);
    }

    List<Narrowed> narrowed() {
        List<Narrowed> all = new ArrayList<>();
        refused.forEach(
                (subject, asked) -> all.add(new Narrowed(subject.primal(), asked, made.getOrDefault(subject, 1))));
        return all;
    }
}
