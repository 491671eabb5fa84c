package org.atled.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.build.ClassTree;
import org.atled.compiler.build.FunctionDumps;
import org.atled.compiler.build.Report;
import org.atled.compiler.build.SourceRoots;

/**
 * What both goals do: differentiate one directory of classes and tell Maven how that went. An error in the user's code
 * is a failure of the build, a bug of ours an error of its execution.
 *
 * @param classes root of the compiled classes; it need not exist
 * @param classPath what they were compiled against, {@code classes} itself included or not
 * @param sources their source roots
 * @param work a directory for the build state, the closures and dumps
 * @param dump which functions to print, null for none
 */
record Differentiation(File classes, List<String> classPath, List<String> sources, Path work, String dump) {

    void run(Log log) throws MojoExecutionException, MojoFailureException {
        if (!classes.exists()) {
            log.debug("There are no classes in " + classes + ".");
            return;
        }
        Report report = differentiate(log);
        SourceRoots roots = new SourceRoots(sources.stream().map(Path::of).toList());
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                log.error(roots.format(diagnostic));
            } else {
                log.info(roots.format(diagnostic));
            }
        }
        if (report.hasErrors()) {
            throw new MojoFailureException("Differentiation failed with " + report.errors()
                    + (report.errors() == 1 ? " error" : " errors") + ", listed above; no class file was changed");
        }
        if (report.built() > 0) {
            log.info(report.summary());
        } else {
            log.debug(report.summary());
        }
    }

    private Report differentiate(Log log) throws MojoExecutionException {
        try (ClassPath others = new ClassPath(existing())) {
            // What is skipped would not be dumped.
            boolean dumping = dump != null && !dump.isBlank();
            Dumps dumps = dumps();
            Optional<Path> state = dumping ? Optional.empty() : Optional.of(work.resolve("state"));
            if (dumping) {
                log.info("Dumping " + dump + " to " + dumpDirectory());
            }
            return new ClassTree(classes.toPath(), others, state, Optional.of(work), dumps).differentiate();
        } catch (IOException failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        } catch (RuntimeException bug) {
            throw new MojoExecutionException(bug.getMessage(), bug);
        }
    }

    private Dumps dumps() throws MojoExecutionException {
        try {
            return FunctionDumps.to(dumpDirectory(), dump);
        } catch (IllegalArgumentException malformed) {
            throw new MojoExecutionException("atled.dump: " + malformed.getMessage(), malformed);
        }
    }

    private Path dumpDirectory() {
        return work.resolve("dump");
    }

    /** Without the output directories of modules that have no classes, which Maven lists all the same. */
    private List<Path> existing() {
        return classPath.stream()
                .map(Path::of)
                .filter(entry -> Files.exists(entry) || entry.toString().endsWith(".jar"))
                .filter(entry -> !entry.equals(classes.toPath()))
                .toList();
    }
}
