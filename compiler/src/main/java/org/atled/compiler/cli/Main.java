package org.atled.compiler.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar atled-compiler-VERSION-cli.jar}: exit status 0 for success, 1 for errors, 2 for wrong usage. */
@Command(
        name = "atled",
        description = "Differentiates plain Java.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Differentiate.class, Check.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:success", "1:errors in the classes or files given", "2:wrong usage"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println("[ERROR] a bug in Atled, please report it with the stack trace:");
            failure.printStackTrace(err);
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try atled differentiate --help");
    }
}
