package org.atled.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.atled.benchmarks.measure.Cpp;
import org.atled.benchmarks.measure.Effort;
import org.atled.benchmarks.measure.Java;
import org.atled.benchmarks.measure.Method;
import org.atled.benchmarks.report.Report;
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

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this and leave")
    private boolean help;

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

    @Option(names = "--no-warm-up", description = "leave out how fast each gradient is in its first two seconds")
    private boolean noWarmUp;

    @Option(
            names = "--cpp",
            paramLabel = "DIRECTORY",
            description = "sources of the same problems in C++, benchmarks/src/main/cpp; needs g++")
    private Path sources;

    @Option(
            names = "--output",
            paramLabel = "DIRECTORY",
            description = "where tables and pictures go; default: ${DEFAULT-VALUE}")
    private Path output = Path.of("compare");

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Compare()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Problems.ALL.forEach(entry -> out.println(entry.name() + "  " + entry.size()));
            return CommandLine.ExitCode.OK;
        }
        List<Entry> entries = chosen();
        List<Java> jvms = jvms();
        createOutput();
        Comparison comparison = new Comparison(entries, methods, quick ? Effort.QUICK : Effort.FULL, cpp(), out);
        jvms.forEach(comparison::measure);
        if (!noWarmUp) {
            jvms.forEach(comparison::watch);
        }
        Report report = comparison.report();
        out.println();
        out.print(report.text());
        out.flush();
        report.write(output);
        out.println("Tables and pictures are in " + output);
        return comparison.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Cpp cpp() throws IOException {
        if (sources == null) {
            return Cpp.none("C++ is left out: --cpp names no sources");
        }
        if (!Files.isRegularFile(sources.resolve("main.cpp"))) {
            throw wrong("--cpp: there is no " + sources.resolve("main.cpp"));
        }
        return Cpp.build(sources, output.resolve("cpp"));
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
