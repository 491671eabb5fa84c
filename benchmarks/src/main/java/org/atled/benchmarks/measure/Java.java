package org.atled.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.atled.benchmarks.suite.Entry;

/**
 * A JVM to measure with.
 *
 * @param command the path of its {@code java}
 * @param version what it says of itself, such as 25.0.3
 */
public record Java(Path command, String version) {
    /** The JVM behind this command; an {@link IOException} says if there is none. */
    public static Java at(Path command) throws IOException {
        String property = "java.version = ";
        List<String> lines =
                Processes.output(new ProcessBuilder(command.toString(), "-XshowSettings:properties", "-version")
                        .redirectErrorStream(true));
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(property))
                .map(line -> new Java(command, line.substring(property.length())))
                .findFirst()
                .orElseThrow(() -> new IOException(command + " is no java command"));
    }

    /** Measures a problem in a new process; an {@link IOException} if that fails, after its own message. */
    public List<Samples> measure(Entry entry, List<Method> methods, Effort effort) throws IOException {
        String names = methods.stream().map(Method::name).collect(Collectors.joining(","));
        List<String> lines = fork(
                Fork.class,
                entry.name(),
                Double.toString(effort.warmUp()),
                Integer.toString(effort.rounds()),
                Double.toString(effort.sample()),
                Double.toString(effort.limit()),
                names);
        return lines.stream().map(Samples::parse).toList();
    }

    /** Watches a method for some seconds from its first call on, in a new process. */
    public Curve watch(Entry entry, Method method, double seconds) throws IOException {
        List<String> lines = fork(ColdFork.class, entry.name(), method.name(), Double.toString(seconds));
        return Curve.parse(lines.get(lines.size() - 1));
    }

    private List<String> fork(Class<?> program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(command.toString(), "-cp", System.getProperty("java.class.path"), program.getName()));
        line.addAll(Arrays.asList(arguments));
        return Processes.output(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT));
    }
}
