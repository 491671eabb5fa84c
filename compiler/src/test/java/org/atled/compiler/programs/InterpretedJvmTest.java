package org.atled.compiler.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.atled.compiler.Setting;
import org.junit.jupiter.api.Test;

/** Programs in a JVM that compiles nothing: what HotSpot's compilers make of derivative code changes no result. */
class InterpretedJvmTest {
    private static final List<Class<?>> SUBSET =
            List.of(Aliasing.class, ArrayCopies.class, Switches.class, CallsOfOtherClasses.class);

    @Test
    void programsAgreeWithoutAnyCompiler() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-ea",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterpretedJvmTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("checked " + programs().size() + " programs");
    }

    /** Checks the subset; an exception, which is a failure, ends the process with status 1. */
    public static void main(String[] arguments) throws Throwable {
        for (Method program : programs()) {
            ProgramsTest.check(program, Setting.OPTIMIZED);
        }
        System.out.println("checked " + programs().size() + " programs");
    }

    private static List<Method> programs() {
        return SUBSET.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Program.class))
                .toList();
    }
}
