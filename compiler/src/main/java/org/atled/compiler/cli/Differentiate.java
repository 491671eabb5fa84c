package org.atled.compiler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.build.ClassTree;
import org.atled.compiler.build.FunctionDumps;
import org.atled.compiler.build.Report;
import org.atled.compiler.build.SourceRoots;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code differentiate}: what the Maven goal does, for every other build tool. */
@Command(
        name = "differentiate",
        description = "Fills the companion classes under DIR with derivative code, in place. Writes nothing if there is"
                + " an error; a second run changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Differentiate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Root of the compiled classes.")
    private Path directory;

    @Mixin
    private Paths paths;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where to note what was done, outside DIR, so that a later run skips what has not changed.")
    private Path state;

    @Option(
            names = "--reports",
            paramLabel = "REPORTS",
            description = "Directory for closure.txt and closure.json: what becomes of every method that an annotated"
                    + " method reaches.")
    private Path reports;

    @Option(
            names = "--dump",
            paramLabel = "STAGE:Class.method",
            defaultValue = "",
            description = "Print functions between passes to standard error; * stands for any text, commas separate"
                    + " patterns.")
    private String dump;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Dumps dumps = dumps();
        try (ClassPath others = new ClassPath(paths.classPath())) {
            Report report = new ClassTree(
                            directory, others, Optional.ofNullable(state), Optional.ofNullable(reports), dumps)
                    .differentiate();
            SourceRoots roots = new SourceRoots(paths.sourcePath());
            for (Diagnostic diagnostic : report.diagnostics()) {
                String level = diagnostic.severity() == Diagnostic.Severity.ERROR ? "[ERROR] " : "[INFO] ";
                err.println(level + roots.format(diagnostic));
            }
            if (report.hasErrors()) {
                err.println("[ERROR] " + report.errors() + (report.errors() == 1 ? " error" : " errors")
                        + ", nothing was written. Correct the sources, compile and run this again.");
                return ExitCode.SOFTWARE;
            }
            if (report.built() > 0) {
                spec.commandLine().getOut().println(report.summary());
            }
            return ExitCode.OK;
        } catch (IOException failure) {
            err.println("[ERROR] " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private Dumps dumps() {
        try {
            return FunctionDumps.to(System.err, dump);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), malformed.getMessage(), malformed);
        }
    }
}
