package org.atled.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.build.SourceRoots;
import org.atled.compiler.check.CheckReport;
import org.atled.compiler.check.CheckSettings;
import org.atled.compiler.check.ExampleChecks;
import org.atled.compiler.check.ReportFiles;

/**
 * Checks the derivatives of every differentiable method that has an example input, {@code @ExampleInput}, in the project or
 * its tests, by running it: forward mode against reverse mode and both against differences, the value bit for bit that of the
 * method itself, a second call and two threads the same. A wrong derivative fails the build.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true, required = true)
    private File testClasses;

    @Parameter(defaultValue = "${project.testClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true, required = true)
    private List<String> sources;

    @Parameter(defaultValue = "${project.testCompileSourceRoots}", readonly = true, required = true)
    private List<String> testSources;

    /** Where {@code check.txt} and {@code check.json} are written. */
    @Parameter(defaultValue = "${project.build.directory}/atled", readonly = true, required = true)
    private File work;

    /** Checks nothing. */
    @Parameter(property = "atled.skip", defaultValue = "false")
    private boolean skip;

    /** The only method to check, as {@code demo.Decay.loss}; all if it is not given. */
    @Parameter(property = "atled.method")
    private String method;

    /** Seed of the random directions that derivatives are taken in. */
    @Parameter(property = "atled.seed", defaultValue = "1")
    private long seed;

    /**
     * How far forward and reverse mode may be apart, relative to the size of what is summed up. Numbers of type {@code float}
     * are allowed as much more as they are less exact.
     */
    @Parameter(property = "atled.tolerance", defaultValue = "1e-13")
    private double tolerance;

    /** Whether derivatives are also taken by two threads at once. */
    @Parameter(property = "atled.threads", defaultValue = "true")
    private boolean threads;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("The check of derivatives is skipped (atled.skip).");
            return;
        }
        CheckReport report = check();
        List<String> all = new ArrayList<>(sources);
        all.addAll(testSources);
        SourceRoots roots = new SourceRoots(all.stream().map(Path::of).toList());
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                getLog().error(roots.format(diagnostic));
            } else {
                getLog().info(roots.format(diagnostic));
            }
        }
        report.threads()
                .forEach(thread ->
                        getLog().warn("Thread " + thread + ", started by code that was checked, does not end."));
        if (report.errors() > 0) {
            throw new MojoFailureException(report.summary() + ". See above, and " + work + "/check.txt");
        }
        if (report.isEmpty()) {
            getLog().warn(report.summary());
        } else {
            getLog().info(report.summary());
        }
    }

    private CheckReport check() throws MojoExecutionException {
        try {
            CheckSettings settings = new CheckSettings(seed, tolerance, threads, method == null ? "" : method);
            List<Path> others = classPath.stream()
                    .map(Path::of)
                    .filter(Files::exists)
                    .filter(each -> !each.equals(classes.toPath()) && !each.equals(testClasses.toPath()))
                    .toList();
            CheckReport report =
                    new ExampleChecks(List.of(testClasses.toPath(), classes.toPath()), others, settings).run();
            ReportFiles.write(work.toPath(), report);
            return report;
        } catch (IllegalArgumentException refused) {
            throw new MojoExecutionException("atled:check: " + refused.getMessage(), refused);
        } catch (IOException | IllegalStateException failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
    }
}
