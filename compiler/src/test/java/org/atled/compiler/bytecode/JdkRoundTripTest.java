package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lift then lower on the classes of {@code java.base}. No loader but the JVM's own may define these, and it does not
 * verify them. So a second JVM is started with the rewritten classes in place of its own ({@code --patch-module}) and
 * its verifier on for them too ({@code BytecodeVerificationLocal}): it must start, which already runs hundreds of them,
 * and link them all. Among them is a class that is wrong; the test fails unless the verifier finds that one. The JVM
 * never verifies {@code Object}, {@code Class}, {@code String} and {@code Throwable}, which just must work.
 */
class JdkRoundTripTest {
    private static final String BROKEN = "java.util.Broken";

    @TempDir
    private Path directory;

    @Test
    void aSampleOfAllPackagesVerifiesAtItsOldSize() throws Exception {
        check(2_000);
    }

    /** The command for this one is on the page about building. */
    @Test
    @Tag("nightly")
    void allClassesVerifyAtTheirOldSize() throws Exception {
        check(Integer.MAX_VALUE);
    }

    private void check(int atLeast) throws Exception {
        RoundTrip trip = RoundTrip.ofJdk(sample(atLeast));
        List<String> names = trip.classNames();
        List<String> output = linkElsewhere(trip);
        assertThat(output).hasSize(2);
        assertThat(output.get(0)).startsWith(BROKEN + ": java.lang.VerifyError");
        assertThat(output.get(1)).isEqualTo("linked " + names.size());
        System.out.println(new Figures(trip, names).line("java.base"));
        assertThat(trip.failures()).isEmpty();
        RoundTripTest.assertOldSize(trip);
    }

    /** From every package the same share of the classes, evenly spaced in alphabetical order, and at least one. */
    private static List<String> sample(int atLeast) throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        Map<Path, List<String>> packages;
        try (Stream<Path> files = Files.walk(base)) {
            packages = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .map(base::relativize)
                    .sorted()
                    .collect(Collectors.groupingBy(
                            Path::getParent,
                            TreeMap::new,
                            Collectors.mapping(
                                    file -> file.toString().replaceFirst("\\.class$", ""), Collectors.toList())));
        }
        int all = packages.values().stream().mapToInt(List::size).sum();
        double share = Math.min(1, (double) atLeast / all);
        List<String> sample = new ArrayList<>();
        for (List<String> classes : packages.values()) {
            int taken = (int) Math.ceil(share * classes.size());
            for (int i = 0; i < taken; i++) {
                sample.add(classes.get(i * classes.size() / taken));
            }
        }
        assertThat(sample).hasSizeGreaterThanOrEqualTo(Math.min(atLeast, all));
        return sample;
    }

    private List<String> linkElsewhere(RoundTrip trip) throws IOException, InterruptedException {
        Path patch = directory.resolve("patch");
        Map<String, byte[]> classes = trip.rewritten();
        classes.put(BROKEN, broken());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            Path file = patch.resolve(each.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        Path list = Files.write(directory.resolve("classes"), classes.keySet());
        Path output = directory.resolve("output");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:+BytecodeVerificationLocal",
                        "--patch-module",
                        "java.base=" + patch,
                        "-cp",
                        LinkAll.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        LinkAll.class.getName(),
                        list.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jvm.waitFor(5, TimeUnit.MINUTES)).as("the JVM ended").isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(jvm.exitValue()).as("exit value after %s", lines).isZero();
        return lines;
    }

    private static byte[] broken() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, BROKEN.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "broken", "()I", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.DCONST_0);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(0, 0);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
