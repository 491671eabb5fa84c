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
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what became of every method that an annotated method reaches, as the last build found it: whether it is
 * differentiated, has a rule, is inactive, or is impossible to differentiate and why.
 */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project.build.directory}/atled", readonly = true, required = true)
    private File work;

    /** The annotated method, as {@code demo.Decay.loss}; all of them if it is not given. */
    @Parameter(property = "atled.method", defaultValue = "")
    private String method;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> found = new ArrayList<>();
        boolean isBuilt = false;
        for (String tree : List.of("classes", "test-classes")) {
            Path closures = work.toPath().resolve(tree).resolve("closure.txt");
            if (Files.isRegularFile(closures)) {
                isBuilt = true;
                found.addAll(matching(read(closures), method == null ? "" : method));
            }
        }
        if (!isBuilt) {
            throw new MojoFailureException(
                    "There is no closure.txt in " + work + ". Build first: mvn process-test-classes.");
        }
        if (found.isEmpty()) {
            throw new MojoFailureException("No annotated method is named " + method
                    + ". Give class and method, as in -Datled.method=demo.Decay.loss.");
        }
        found.forEach(each -> getLog().info(each));
    }

    private static String read(Path file) throws MojoExecutionException {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new MojoExecutionException(unreadable.getMessage(), unreadable);
        }
    }

    /** The paragraphs about methods of this name. */
    static List<String> matching(String closures, String name) {
        List<String> matching = new ArrayList<>();
        for (String paragraph : closures.split("\n\n")) {
            if (!paragraph.isBlank() && (name.isBlank() || paragraph.startsWith(name + "("))) {
                matching.add(paragraph.strip());
            }
        }
        return matching;
    }
}
