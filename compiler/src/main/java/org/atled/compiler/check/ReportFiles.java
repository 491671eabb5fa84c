package org.atled.compiler.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a report where a build keeps such: {@code check.txt} for people and {@code check.json} for programs. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes both, over those of an earlier run.
     *
     * @param directory created if need be
     */
    public static void write(Path directory, CheckReport report) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("check.txt"), report.text());
        Files.writeString(directory.resolve("check.json"), report.json());
    }
}
