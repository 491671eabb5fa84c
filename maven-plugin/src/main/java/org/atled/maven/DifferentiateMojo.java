package org.atled.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fills the companions of the project's classes with derivative code: for every class {@code Foo} with
 * methods annotated {@code @Differentiable}, the class {@code FooDerivatives}. Classes that have not changed are
 * skipped.
 */
@Mojo(
        name = "differentiate",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class DifferentiateMojo extends AbstractMojo {
    /** The compiled classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true, required = true)
    private List<String> sources;

    @Parameter(defaultValue = "${project.build.directory}/atled/classes", readonly = true, required = true)
    private File work;

    /** Leaves the classes as they are. Calling a derivative then throws {@code NotBuiltException}. */
    @Parameter(property = "atled.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Functions to print between the passes of the compiler, as {@code STAGE:Class.method}; {@code *} stands for any
     * text, commas separate several. They are written to {@code target/atled/classes/dump}.
     */
    @Parameter(property = "atled.dump")
    private String dump;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Differentiation is skipped (atled.skip).");
            return;
        }
        new Differentiation(classes, classPath, sources, work.toPath(), dump).run(getLog());
    }
}
