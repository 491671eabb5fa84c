package org.atled.compiler.build;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.atled.compiler.Dumps;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;

/**
 * Prints the functions that a user asked to see, by patterns such as {@code reverse:Decay.loss}: a stage, a colon, a
 * class (with or without its package; nested classes as {@code Outer$Inner}), a dot and a method. {@code *} stands for
 * any text, several patterns are separated by commas.
 *
 * <p>Thread-safe.
 */
public final class FunctionDumps implements Dumps {
    /** The system property that holds the patterns where there is no command line to ask on. */
    public static final String PROPERTY = "atled.dump";

    private final List<Pattern> patterns = new ArrayList<>();
    private final Sink sink;

    private FunctionDumps(String patterns, Sink sink) {
        for (String pattern : patterns.split(",")) {
            this.patterns.add(compile(pattern.strip()));
        }
        this.sink = sink;
    }

    /**
     * Prints to a stream.
     *
     * @param patterns patterns separated by commas; nothing is printed if null or blank
     * @throws IllegalArgumentException if a pattern is not of the form {@code STAGE:Class.method}
     */
    public static Dumps to(PrintStream out, String patterns) {
        return isBlank(patterns)
                ? NONE
                : new FunctionDumps(
                        patterns, (stage, primal, function) -> out.println(heading(stage, function) + function));
    }

    /**
     * Writes a file for each function into a directory, numbered in the order of the stages:
     * {@code 003-reverse-Decay.loss.txt}.
     *
     * @param patterns patterns separated by commas; nothing is written if null or blank
     * @throws IllegalArgumentException if a pattern is not of the form {@code STAGE:Class.method}
     */
    public static Dumps to(Path directory, String patterns) {
        if (isBlank(patterns)) {
            return NONE;
        }
        AtomicInteger count = new AtomicInteger();
        return new FunctionDumps(patterns, (stage, name, function) -> {
            String simple = name.owner().substring(name.owner().lastIndexOf('/') + 1);
            String file = String.format("%03d-%s-%s.%s.txt", count.incrementAndGet(), stage, simple, name.name());
            // <init> and the like are no file names everywhere
            write(directory.resolve(file.replaceAll("[<>:*?|\"]", "_")), heading(stage, function) + function + "\n");
        });
    }

    /** What the system property {@code atled.dump} asks for, printed to standard error. */
    public static Dumps ofSystemProperty() {
        return to(System.err, System.getProperty(PROPERTY));
    }

    @Override
    public void accept(String stage, MethodReference primal, Function function) {
        String name = stage + ":" + primal.owner().replace('/', '.') + "." + primal.name();
        if (patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
            sink.print(stage, primal, function);
        }
    }

    private interface Sink {
        void print(String stage, MethodReference primal, Function function);
    }

    private static boolean isBlank(String patterns) {
        return patterns == null || patterns.isBlank();
    }

    private static Pattern compile(String pattern) {
        int colon = pattern.indexOf(':');
        int dot = pattern.lastIndexOf('.');
        if (colon < 1 || dot < colon + 2 || dot == pattern.length() - 1) {
            throw new IllegalArgumentException("cannot dump \"" + pattern
                    + "\": write STAGE:Class.method, for example reverse:Decay.loss or *:demo.Decay.*");
        }
        return Pattern.compile(glob(pattern.substring(0, colon)) + ":(.*\\.)?" + glob(pattern.substring(colon + 1)));
    }

    private static String glob(String text) {
        return Pattern.quote(text).replace("*", "\\E.*\\Q");
    }

    private static String heading(String stage, Function function) {
        return "// " + stage + " " + function.name() + "\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the dump " + file, failure);
        }
    }
}
