package org.atled.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.atled.benchmarks.measure.Effort;
import org.atled.benchmarks.measure.Java;
import org.atled.benchmarks.measure.Method;
import org.atled.benchmarks.measure.Samples;
import org.atled.benchmarks.report.Csv;
import org.atled.benchmarks.report.Row;
import org.atled.benchmarks.report.Table;
import org.atled.benchmarks.suite.Entry;
import org.atled.benchmarks.suite.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every problem with every method side by side, and prints one table. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Times gradients by Atled beside hand-written ones and those of other tools.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:everything was measured",
            "1:some problem could not be measured, or methods disagree",
            "2:wrong usage"
        })
public final class Compare implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROBLEM",
            description = "problems to run, * for any ending: gmm-10, runge-kutta*; all if none is named")
    private List<String> problems = List.of();

    @Option(names = "--quick", description = "a first look in a fraction of the time")
    private boolean quick;

    @Option(names = "--list", description = "print the names of the problems and leave")
    private boolean list;

    @Option(
            names = "--java",
            paramLabel = "PATH",
            description = "a java command to measure with, may be repeated; default: the one that runs this")
    private List<Path> javas = List.of(Path.of(System.getProperty("java.home"), "bin", "java"));

    @Option(
            names = "--methods",
            paramLabel = "METHOD",
            split = ",",
            description = "what to time, default all: ${COMPLETION-CANDIDATES}")
    private List<Method> methods = Arrays.asList(Method.values());

    @Option(
            names = "--output",
            paramLabel = "DIRECTORY",
            description = "where the table goes as Markdown and CSV; default: ${DEFAULT-VALUE}")
    private Path output = Path.of("compare");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Compare())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Problems.ALL.forEach(entry -> out.println(entry.name() + "  " + entry.size()));
            return CommandLine.ExitCode.OK;
        }
        List<Entry> entries = chosen();
        List<Java> jvms = jvms();
        createOutput();
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        StringBuilder markdown = new StringBuilder();
        boolean complete = true;
        for (Java java : jvms) {
            List<Row> measured = measure(java, entries);
            complete &= measured.size() == entries.size();
            rows.put(java.version(), measured);
            String table = "Java " + java.version() + "\n\n" + new Table(measured).markdown() + "\n";
            markdown.append(table);
            out.println();
            out.print(table);
        }
        Files.writeString(output.resolve("compare.md"), markdown);
        Csv.write(output.resolve("compare.csv"), rows);
        out.println("Written to " + output + ": compare.md, compare.csv");
        return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Row> measure(Java java, List<Entry> entries) {
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            out.printf("[%d/%d] Java %s: %s %n", i + 1, entries.size(), java.version(), entry.name());
            try {
                List<Samples> samples = java.measure(entry, methods, effort);
                rows.add(new Row(entry, samples));
            } catch (IOException failure) {
                out.println("  " + entry.name() + " was not measured: " + failure.getMessage());
            }
        }
        return rows;
    }

    private List<Entry> chosen() {
        if (problems.isEmpty()) {
            return Problems.ALL;
        }
        problems.forEach(pattern -> {
            if (Problems.ALL.stream().noneMatch(entry -> matches(pattern, entry))) {
                throw wrong("there is no problem " + pattern + "; --list prints all");
            }
        });
        return Problems.ALL.stream()
                .filter(entry -> problems.stream().anyMatch(pattern -> matches(pattern, entry)))
                .toList();
    }

    private static boolean matches(String pattern, Entry entry) {
        return pattern.endsWith("*")
                ? entry.name().startsWith(pattern.substring(0, pattern.length() - 1))
                : entry.name().equals(pattern);
    }

    private List<Java> jvms() {
        List<Java> found = new ArrayList<>();
        for (Path command : javas) {
            try {
                found.add(Java.at(command));
            } catch (IOException none) {
                throw wrong("--java: " + none.getMessage());
            }
        }
        return found;
    }

    private void createOutput() {
        try {
            Files.createDirectories(output);
        } catch (IOException uncreated) {
            throw wrong("--output: the directory cannot be created: " + uncreated.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
