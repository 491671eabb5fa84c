package org.atled.compiler.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.atled.compiler.ClassSource;
import org.atled.compiler.Differentiated;
import org.atled.compiler.Differentiator;
import org.atled.compiler.Dumps;

/**
 * A directory of classes, to be differentiated in place: every companion in it is filled, and the classes they belong to
 * admit them to their nests. Classes that derivative code needs for the lambdas in it are written beside the companion,
 * and removed again when it no longer needs them.
 *
 * <p>All companions are differentiated before the first file is written; if one fails, every error of every companion is
 * reported and no file is touched. A companion is skipped if neither it, nor any class it was made from, nor the
 * compiler has changed since the state file was written. Doing it twice changes no byte and no time stamp. Edited
 * classes of the user keep their time stamps, as a build tool compares them with the sources; companions get new ones,
 * so that jars are packaged again.
 *
 * <p>Different trees may be differentiated at the same time; one tree by one thread at a time.
 */
public final class ClassTree {
    private final Path directory;
    private final ClassSource classPath;
    private final Optional<Path> stateFile;
    private final Optional<Path> reports;
    private final BiFunction<ClassSource, String, Differentiated> differentiator;

    /**
     * A tree and its surroundings; nothing is read yet.
     *
     * @param directory the root of the classes, {@code target/classes}
     * @param classPath everything else the classes use, the JDK included: usually a {@link ClassPath}
     * @param stateFile where to note what was done, outside {@code directory}; if empty, nothing is skipped
     * @param reports a directory for {@code closure.txt} and {@code closure.json}, which say what becomes of every method
     *     that an annotated one reaches, also if there are errors, and {@code costs.txt} and {@code costs.json}, which say
     *     how long each derivative took to make and how large it is; if empty, they are not written
     */
    public ClassTree(
            Path directory, ClassSource classPath, Optional<Path> stateFile, Optional<Path> reports, Dumps dumps) {
        this(
                (classes, companion) -> new Differentiator(classes, dumps).differentiate(companion),
                directory,
                classPath,
                stateFile,
                reports);
    }

    /** The same without reports. */
    public ClassTree(Path directory, ClassSource classPath, Optional<Path> stateFile, Dumps dumps) {
        this(directory, classPath, stateFile, Optional.empty(), dumps);
    }

    ClassTree(
            BiFunction<ClassSource, String, Differentiated> differentiator,
            Path directory,
            ClassSource classPath,
            Optional<Path> stateFile) {
        this(differentiator, directory, classPath, stateFile, Optional.empty());
    }

    private ClassTree(
            BiFunction<ClassSource, String, Differentiated> differentiator,
            Path directory,
            ClassSource classPath,
            Optional<Path> stateFile,
            Optional<Path> reports) {
        this.directory = directory;
        this.classPath = classPath;
        this.stateFile = stateFile;
        this.reports = reports;
        this.differentiator = differentiator;
    }

    /**
     * Differentiates what has changed.
     *
     * @return what was done, or, if {@link Report#hasErrors()}, why nothing was done
     * @throws IOException if the directory is missing or a file cannot be read or written
     * @throws IllegalStateException if the compiler fails, which is a bug in Atled
     */
    public Report differentiate() throws IOException {
        if (!Files.exists(directory)) {
            throw new NoSuchFileException(directory + " does not exist. Compile the classes first.");
        }
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(
                    directory + " is not a directory. Give the root of the compiled classes, such as target/classes.");
        }
        try {
            BuildState before = stateFile.isPresent() ? BuildState.read(stateFile.get()) : new BuildState();
            TreeRun run = new TreeRun(new TreeClasses(directory), classPath, differentiator, reports);
            run.differentiate(before);
            run.writeReports();
            if (!run.report().hasErrors()) {
                run.write();
                run.rememberClosures();
                if (stateFile.isPresent()) {
                    run.state().write(stateFile.get());
                }
            }
            return run.report();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
