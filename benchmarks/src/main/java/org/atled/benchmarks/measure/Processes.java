package org.atled.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Programs that run beside this one. */
final class Processes {
    private Processes() {}

    /** The lines a program prints; an {@link IOException} if it cannot be started or fails. It ends with this call. */
    static List<String> output(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(
                        "exit status " + status + " of " + builder.command().get(0));
            }
            return lines;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroy();
        }
    }
}
