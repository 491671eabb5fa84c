package org.atled.compiler.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The size and the form of the source files of all modules: what a reader meets. */
class NumbersTest {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private static final List<Integer> FILES = new ArrayList<>();
    private static final List<Integer> METHODS = new ArrayList<>();
    private static final List<String> LONG = new ArrayList<>();
    private static final List<String> OPEN = new ArrayList<>();
    private static List<Path> sources;

    @BeforeAll
    static void read() throws IOException {
        sources = list(REPOSITORY)
                .flatMap(NumbersTest::modules)
                .flatMap(NumbersTest::sources)
                .sorted()
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    ignored -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                measure(unit, positions);
            }
        }
    }

    /** A module is a directory with a pom, or one in such a directory. */
    private static Stream<Path> modules(Path directory) {
        return Stream.concat(Stream.of(directory), list(directory))
                .filter(each -> Files.exists(each.resolve("pom.xml")));
    }

    private static Stream<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> sources(Path module) {
        Path main = module.resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void measure(CompilationUnitTree unit, SourcePositions positions) {
        String file =
                REPOSITORY.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        int lines = (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, unit));
        FILES.add(lines);
        if (lines > 500) {
            LONG.add(file + " has " + lines + " lines");
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                Set<Modifier> modifiers = type.getModifiers().getFlags();
                boolean isNamedClass = type.getKind() == Tree.Kind.CLASS
                        && !type.getSimpleName().isEmpty();
                if (isNamedClass && !modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.ABSTRACT)) {
                    OPEN.add(file + ": " + type.getSimpleName());
                }
                return super.visitClass(type, none);
            }

            @Override
            public Void visitMethod(MethodTree method, Void none) {
                long end = positions.getEndPosition(unit, method);
                if (method.getBody() != null && end >= 0) {
                    long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                    int length = (int) (unit.getLineMap().getLineNumber(end) - first + 1);
                    METHODS.add(length);
                    if (length > 60) {
                        LONG.add(file + ": " + method.getName() + " has " + length + " lines");
                    }
                }
                return super.visitMethod(method, none);
            }
        }.scan(unit, null);
    }

    @Test
    void allModulesAreRead() {
        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(METHODS).hasSizeGreaterThan(2000);
    }

    @Test
    void noFileIsOver500LinesAndNoMethodOver60() {
        assertThat(LONG).isEmpty();
    }

    @Test
    void mostFilesAndMethodsAreShort() {
        assertThat(percentile(FILES, 50)).as("median lines of a file").isLessThanOrEqualTo(100);
        assertThat(percentile(FILES, 90))
                .as("lines that 90 % of the files keep to")
                .isLessThanOrEqualTo(250);
        assertThat(percentile(METHODS, 90))
                .as("lines that 90 % of the methods keep to")
                .isLessThanOrEqualTo(20);
    }

    private static int percentile(List<Integer> lengths, int percent) {
        List<Integer> sorted = new ArrayList<>(lengths);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    @Test
    void everyClassIsFinalOrAbstract() {
        assertThat(OPEN).isEmpty();
    }

    @Test
    void noNameIsALandfill() {
        assertThat(sources)
                .noneMatch(source -> source.getFileName().toString().matches(".*(Utils?|Helpers?|Manager)\\.java"));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<Path> packages = sources.stream().map(Path::getParent).collect(Collectors.toSet());
        assertThat(packages).allMatch(directory -> Files.exists(directory.resolve("package-info.java")));
    }
}
