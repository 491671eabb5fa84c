package org.atled.compiler.random;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.atled.compiler.Differentiated;
import org.atled.compiler.Differentiator;
import org.atled.compiler.Dumps;
import org.atled.compiler.build.ClassPath;
import org.atled.testing.GradientCheck;
import org.atled.testing.MethodCheck;

/** Checks the companion of one program as a user does: made by javac and the build, checked by {@link MethodCheck}. */
final class EntryCheck {
    private static final List<String> OPTIONS = List.of("--release", "17", "-g", "-Xlint:none");
    private static final Set<String> JUSTIFIED = Set.of("AtledConstantWritten", "AtledConstructor");
    private static final double LARGEST = 100;
    private static final double STEP = 1e-3;

    private final RandomProgram program;
    private final Path classes;
    private final Map<String, byte[]> bytes = new HashMap<>();

    private EntryCheck(RandomProgram program, Path classes) {
        this.program = program;
        this.classes = classes;
    }

    /**
     * @param classes a folder that is empty
     */
    static Check.Verdict of(RandomProgram program, Path classes) throws IOException, ReflectiveOperationException {
        return new EntryCheck(program, classes).verdict();
    }

    private Check.Verdict verdict() throws IOException, ReflectiveOperationException {
        CompiledSources.withProcessor(
                classes,
                OPTIONS,
                List.of(CompiledSources.pathOf(Watch.class)),
                program.annotatedSource(),
                program.watchedSource());
        List<Diagnostic> errors = differentiate();
        if (!errors.isEmpty()) {
            boolean isJustified = errors.stream().allMatch(each -> JUSTIFIED.contains(each.tag()));
            return new Check.Verdict(
                    isJustified ? Check.Kind.REFUSED : Check.Kind.WRONG,
                    isJustified ? errors.get(0).tag() : errors.get(0).toString(),
                    null);
        }
        load();
        if (!isSmooth()) {
            return new Check.Verdict(Check.Kind.REJECTED, null, null);
        }
        ClassLoader loader = loader();
        Class<?> plain = loader.loadClass(RandomProgram.PACKAGE + "." + program.className());
        Class<?> companion = loader.loadClass(plain.getName() + "Derivatives");
        try {
            MethodCheck.of(companion, program.entry().name())
                    .with(GradientCheck::singleThreaded)
                    .at(() -> example(plain));
            return new Check.Verdict(Check.Kind.RIGHT, null, null);
        } catch (Throwable fault) {
            String words =
                    String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
            return new Check.Verdict(
                    Check.Kind.WRONG,
                    fault.getClass().getSimpleName() + " " + words.replaceAll("[-\\d.]+", "#"),
                    fault);
        }
    }

    private List<Diagnostic> differentiate() throws IOException {
        String companion = (RandomProgram.PACKAGE + "." + program.className() + "Derivatives").replace('.', '/');
        try (ClassPath path = new ClassPath(List.of(classes, CompiledSources.runtimeJar()))) {
            Differentiated result = new Differentiator(path, Dumps.NONE).differentiate(companion);
            for (Map.Entry<String, byte[]> changed : result.classes().entrySet()) {
                Files.write(classes.resolve(changed.getKey() + ".class"), changed.getValue());
            }
            return result.diagnostics().stream()
                    .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
                    .toList();
        }
    }

    private void load() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString();
                bytes.put(
                        name.substring(0, name.length() - 6).replace('/', '.').replace('\\', '.'),
                        Files.readAllBytes(file));
            }
        }
    }

    private ClassLoader loader() {
        return new ClassLoader(EntryCheck.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] content = bytes.get(name);
                if (content == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, content, 0, content.length);
            }
        };
    }

    private static Object[] example(Class<?> type) {
        try {
            Method example = type.getDeclaredMethod("example");
            example.setAccessible(true);
            return (Object[]) example.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the program returns, and decides the same at numbers nearby. */
    private boolean isSmooth() throws ReflectiveOperationException {
        Class<?> watched = loader().loadClass(RandomProgram.PACKAGE + "." + program.watchedName());
        Field shift = watched.getDeclaredField("shift");
        shift.setAccessible(true);
        List<Watch.Trace> traces = new ArrayList<>();
        for (double step : new double[] {0, -2 * STEP, -STEP, -STEP / 8, STEP / 8, STEP, 2 * STEP}) {
            shift.set(null, step);
            if (!isRun(watched)) {
                return false;
            }
            traces.add(Watch.trace());
        }
        return traces.stream()
                .allMatch(trace -> trace.largest() < LARGEST
                        && trace.decisions() == traces.get(0).decisions());
    }

    private boolean isRun(Class<?> watched) throws IllegalAccessException {
        Method method = Arrays.stream(watched.getDeclaredMethods())
                .filter(each -> each.getName().equals(program.entry().name()))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Object[] arguments;
        try {
            Watch.start();
            arguments = example(watched);
        } catch (IllegalStateException thrown) {
            return false;
        }
        Watch.start();
        try {
            Watch.values(method.invoke(null, arguments));
            return true;
        } catch (InvocationTargetException | Watch.TooLongError thrown) {
            return false;
        }
    }
}
