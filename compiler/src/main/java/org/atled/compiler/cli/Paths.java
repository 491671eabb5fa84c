package org.atled.compiler.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Where classes and sources are, as every command takes it. */
final class Paths {
    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "CP",
            defaultValue = "",
            description = "Jars and directories that the classes use, separated as for java. Must have atled-runtime.")
    private String classPath;

    @Option(
            names = "--source-path",
            paramLabel = "SP",
            defaultValue = "",
            description = "Roots of the sources, so that messages name files that exist.")
    private String sourcePath;

    List<Path> classPath() {
        return entries(classPath);
    }

    List<Path> sourcePath() {
        return entries(sourcePath);
    }

    private static List<Path> entries(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
