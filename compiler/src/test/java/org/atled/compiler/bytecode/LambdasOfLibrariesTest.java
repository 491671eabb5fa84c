package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Every lambda of some libraries made a class: the JVM verifies those, and the classes that create them. */
class LambdasOfLibrariesTest {
    private final Map<String, byte[]> all = new TreeMap<>();
    private final List<String> changed = new ArrayList<>();

    @Test
    void allAreVerified() throws Exception {
        read(FastMath.class);
        read(DMatrixRMaj.class);
        for (String name : List.copyOf(changed)) {
            Map<String, byte[]> rewritten = LambdaClassesTest.rewrite(name, new LoadedClasses());
            rewritten.forEach((each, bytes) -> all.put(each.replace('/', '.'), bytes));
            rewritten.keySet().stream().filter(each -> !each.equals(name)).forEach(changed::add);
        }
        assertThat(changed).filteredOn(name -> name.contains("$Lambda$")).hasSizeGreaterThan(100);
        ClassLoader loader = RoundTrip.loader(all);
        for (String name : changed) {
            assertThat(Class.forName(name.replace('/', '.'), true, loader).getClassLoader())
                    .isSameAs(loader);
        }
    }

    private void read(Class<?> member) throws Exception {
        Path jar = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> walk = Files.walk(files.getPath("/"))) {
            for (Path file : walk.filter(each -> each.toString().endsWith(".class"))
                    .filter(each -> !each.startsWith("/META-INF") && !each.endsWith("module-info.class"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String name = file.toString().substring(1, file.toString().length() - ".class".length());
                all.put(name.replace('/', '.'), bytes);
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains("LambdaMetafactory")) {
                    changed.add(name);
                }
            }
        }
    }
}
