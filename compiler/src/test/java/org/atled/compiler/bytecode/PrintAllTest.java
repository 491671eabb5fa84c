package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Parser;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Every method of whole libraries is read back from its printed form. */
class PrintAllTest {
    @Test
    void libraryOfLargeSwitches() throws Exception {
        Path jar = Path.of(ClassReader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            assertThat(printAll(files.getPath("/"), files.getPath("/"))).isGreaterThan(400);
        }
    }

    @Test
    void numbersAndTextOfTheJdk() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        long methods = 0;
        for (String directory : List.of("java/math", "java/text")) {
            methods += printAll(base, base.resolve(directory));
        }
        assertThat(methods).isGreaterThan(1000);
    }

    private static long printAll(Path root, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .filter(name -> !name.startsWith("META-INF"))
                    .mapToLong(name -> printClass(name.substring(0, name.length() - ".class".length())))
                    .sum();
        }
    }

    private static long printClass(String name) {
        ClassNode node = LoadedClasses.FILES.node(name).orElseThrow();
        long printed = 0;
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0) {
                Function function = Lift.apply(node, method, LoadedClasses.FILES.hierarchy());
                String text = function.toString();
                Function read = Parser.parse(text);
                if (!read.equals(function) || !read.toString().equals(text)) {
                    assertThat(read.toString()).isEqualTo(text);
                    throw new AssertionError("Equal text of unequal functions:\n" + text);
                }
                printed++;
            }
        }
        return printed;
    }
}
