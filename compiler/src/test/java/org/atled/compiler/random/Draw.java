package org.atled.compiler.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The random choices of one program, and what they led to. */
final class Draw {
    private static final int DEEPEST = 5;

    private final SplittableRandom random;
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final int length;
    private final int rows;
    private final boolean usesFloat;
    private final Family family;
    private int statements;
    private int names;
    private int nesting;
    private boolean isPlain;
    private String derivative;

    Draw(long seed) {
        // Neighbouring seeds of this generator give alike first numbers.
        random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ seed);
        length = between(2, 4);
        rows = between(2, 3);
        usesFloat = chance(0.05);
        family = Family.drawn(this);
    }

    Set<Feature> features() {
        return features;
    }

    void note(Feature feature) {
        features.add(feature);
    }

    /** Least length of every array of numbers, and length of every array of indices. */
    int length() {
        return length;
    }

    /** Least number of rows of every matrix. */
    int rows() {
        return rows;
    }

    boolean usesFloat() {
        return usesFloat;
    }

    Family family() {
        return family;
    }

    /** How many statements the next method may have. */
    void allow(int count) {
        statements = count;
    }

    /** Whether the method may become longer. */
    boolean takeStatement() {
        return statements-- > 0;
    }

    /** Draws what is deep only so far within others that programs stay of a size to be read. */
    <T> T nested(Supplier<T> deep, Supplier<T> shallow) {
        nesting++;
        try {
            return isDeep() ? shallow.get() : deep.get();
        } finally {
            nesting--;
        }
    }

    /** Draws for a constructor, which can be repeated: only from numbers. */
    <T> T inConstructor(Supplier<T> drawn) {
        boolean before = isPlain;
        isPlain = !chance(0.03);
        try {
            return drawn.get();
        } finally {
            isPlain = before;
        }
    }

    /** Lets programs call this derivative of one of their methods, from a number to a number. */
    void offerDerivative(String name) {
        derivative = name;
    }

    /** The derivative that can be called, if there is one. */
    Optional<String> derivative() {
        return Optional.ofNullable(derivative);
    }

    /** Whether no library, lambda or object is to be used. */
    boolean isPlain() {
        return isPlain;
    }

    boolean isDeep() {
        return nesting > DEEPEST;
    }

    String name(String prefix) {
        return prefix + names++;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T one(Supplier<? extends T>... alternatives) {
        return alternatives[random.nextInt(alternatives.length)].get();
    }

    /** A magnitude between these, of either sign, with two decimals. */
    String literal(double least, double most) {
        double magnitude = Math.rint(100 * random.nextDouble(least, most)) / 100;
        return String.valueOf(chance(0.3) ? -magnitude : magnitude);
    }

    double number() {
        double magnitude = random.nextDouble(0.3, 1.6);
        return chance(0.4) ? -magnitude : magnitude;
    }
}
