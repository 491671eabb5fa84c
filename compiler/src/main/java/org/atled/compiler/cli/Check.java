package org.atled.compiler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.build.SourceRoots;
import org.atled.compiler.check.CheckReport;
import org.atled.compiler.check.CheckSettings;
import org.atled.compiler.check.ExampleChecks;
import org.atled.compiler.check.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what the Maven goal does, for every other build tool. */
@Command(
        name = "check",
        description =
                "Checks the derivatives of every differentiable method under DIR that has an @ExampleInput, by running"
                        + " it: forward mode against reverse mode and differences.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Check implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Roots of compiled classes, differentiated already: those of the project and of its tests.")
    private List<Path> directories;

    @Mixin
    private Paths paths;

    @Option(names = "--reports", paramLabel = "REPORTS", description = "Directory for check.txt and check.json.")
    private Path reports;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The only method to check, as demo.Decay.loss.")
    private String method;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the random directions; ${DEFAULT-VALUE} if not given.")
    private long seed;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "1e-13",
            description = "How far forward and reverse mode may be apart, relatively; ${DEFAULT-VALUE} if not given.")
    private double tolerance;

    @Option(names = "--single-threaded", description = "Do not call from two threads at once.")
    private boolean singleThreaded;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            requireDirectories();
            CheckReport report = new ExampleChecks(directories, paths.classPath(), settings()).run();
            if (reports != null) {
                ReportFiles.write(reports, report);
            }
            SourceRoots roots = new SourceRoots(paths.sourcePath());
            for (Diagnostic diagnostic : report.diagnostics()) {
                String level = diagnostic.severity() == Diagnostic.Severity.ERROR ? "[ERROR] " : "[INFO] ";
                err.println(level + roots.format(diagnostic));
            }
            report.threads()
                    .forEach(thread -> err.println(
                            "[WARNING] thread " + thread + ", started by code that was checked, does not end."));
            (report.isEmpty() ? err : spec.commandLine().getOut())
                    .println((report.isEmpty() ? "[WARNING] " : "") + report.summary());
            return report.errors() > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (IOException failure) {
            err.println("[ERROR] " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void requireDirectories() {
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                throw new ParameterException(
                        spec.commandLine(),
                        directory
                                + " is not a directory. Give the root of the compiled classes, such as target/classes.");
            }
        }
    }

    private CheckSettings settings() {
        try {
            return new CheckSettings(seed, tolerance, !singleThreaded, method);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
        }
    }
}
