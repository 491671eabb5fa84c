package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.atled.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Whole libraries lift to valid functions. */
class LiftAllTest {
    @ParameterizedTest
    @ValueSource(classes = {Lift.class, Test.class, Assertions.class, MethodNode.class, org.objectweb.asm.Type.class})
    void everyMethodOfALibraryLifts(Class<?> member) throws Exception {
        Path place = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            assertThat(liftAll(place)).isGreaterThan(100);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                assertThat(liftAll(jar.getPath("/"))).isGreaterThan(20);
            }
        }
    }

    @Test
    void numericalAndTextClassesOfTheJdkLift() {
        Path base = FileSystems.getFileSystem(java.net.URI.create("jrt:/")).getPath("modules/java.base");
        long methods = Stream.of("java/lang", "java/util", "java/text", "java/math")
                .mapToLong(directory -> liftAll(base, base.resolve(directory)))
                .sum();
        assertThat(methods).isGreaterThan(20_000);
    }

    private static long liftAll(Path root) {
        return liftAll(root, root);
    }

    private static long liftAll(Path root, Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<String> names = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .filter(name -> !name.startsWith("META-INF"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
            return names.stream().mapToLong(LiftAllTest::liftClass).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long liftClass(String name) {
        ClassNode node = LoadedClasses.FILES.node(name).orElseThrow();
        List<MethodNode> withCode = node.methods.stream()
                .filter(method -> method.instructions.size() > 0)
                .toList();
        withCode.forEach(method -> Verifier.verify(Lift.apply(node, method, LoadedClasses.FILES.hierarchy())));
        return withCode.size();
    }
}
