package org.atled.compiler.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Makes a program that fails smaller, as long as it fails in the same way. */
final class Shrinker {
    /** A smaller program that came late is worth less than the rest of the campaign. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Predicate<RandomProgram> fails;
    private final Set<String> tried = new HashSet<>();
    private RandomProgram program;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private Shrinker(RandomProgram program, Predicate<RandomProgram> fails) {
        this.program = program;
        this.fails = fails;
    }

    static RandomProgram shrink(RandomProgram program, Predicate<RandomProgram> fails) {
        Shrinker shrinker = new Shrinker(program, fails);
        while (shrinker.shrinkOnce()) {
            continue;
        }
        return shrinker.program;
    }

    /** Tries every piece once. */
    private boolean shrinkOnce() {
        boolean isSmaller = false;
        for (int at = 1; at < program.methods().preorder().size(); at++) {
            boolean isShrunk;
            do {
                isShrunk = shrinkAt(at);
                isSmaller |= isShrunk;
            } while (isShrunk && at < program.methods().preorder().size());
        }
        return isSmaller;
    }

    private boolean shrinkAt(int at) {
        Code piece = program.methods().preorder().get(at);
        for (Code smaller : smaller(piece)) {
            RandomProgram candidate = program.with(program.methods().with(at, smaller));
            String source = candidate.source();
            if (source.length() < program.source().length()
                    && tried.add(source)
                    && System.nanoTime() < end
                    && fails.test(candidate)) {
                program = candidate;
                return true;
            }
        }
        return false;
    }

    private static List<Code> smaller(Code piece) {
        List<Code> smaller = new ArrayList<>();
        switch (piece.kind()) {
            case STATEMENT, METHOD -> {
                smaller.add(Code.of(piece.kind()));
                inner(piece).forEach(smaller::add);
            }
            case BLOCK -> halves(piece, smaller);
            case DOUBLE -> constants(piece, smaller, "1.0", "0.5");
            case INT -> constants(piece, smaller, "0", "1", "2");
            case BOOLEAN -> constants(piece, smaller, "true", "false");
            default -> inner(piece).forEach(smaller::add);
        }
        return smaller;
    }

    private static void constants(Code piece, List<Code> smaller, String... constants) {
        for (String constant : constants) {
            smaller.add(new Code(piece.kind(), piece.watch(), List.of(constant)));
        }
        inner(piece).forEach(smaller::add);
    }

    /** Pieces within that may stand in place of the whole: a loop's body for the loop, an operand for the sum. */
    private static List<Code> inner(Code piece) {
        return piece.preorder().stream()
                .skip(1)
                .filter(each -> each.kind() == piece.kind()
                        || piece.kind() == Code.Kind.STATEMENT && each.kind() == Code.Kind.BLOCK)
                .limit(12)
                .toList();
    }

    private static void halves(Code block, List<Code> smaller) {
        List<Object> parts = block.parts();
        int middle = parts.size() / 2;
        if (parts.size() > 3) {
            List<Object> first = new ArrayList<>(parts.subList(0, middle));
            first.add(parts.get(parts.size() - 1));
            List<Object> second = new ArrayList<>(parts.subList(middle, parts.size()));
            second.add(0, parts.get(0));
            smaller.add(new Code(block.kind(), null, first));
            smaller.add(new Code(block.kind(), null, second));
        }
    }
}
