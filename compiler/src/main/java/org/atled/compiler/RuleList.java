package org.atled.compiler;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file in which a jar or a directory of classes lists its classes annotated {@code org.atled.DerivativeOf}: one binary
 * name a line; empty lines and those that begin with {@code #} say nothing.
 */
public final class RuleList {
    /** Where the file is. */
    public static final String PATH = "META-INF/atled/rules";

    private RuleList() {}

    /** The internal names that a file lists. */
    public static Set<String> parse(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.replace('.', '/'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file for some internal names. */
    public static byte[] format(Collection<String> names) {
        String lines = names.stream()
                .sorted()
                .map(name -> name.replace('/', '.') + "\n")
                .collect(Collectors.joining());
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
