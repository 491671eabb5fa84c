package org.atled.compiler.random;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.atled.compiler.ClassSource;
import org.atled.compiler.CompiledSources;

/** Programs compiled together in memory: many in one run of javac, which takes longer to start than to compile. */
final class CompiledBatch extends ClassLoader {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);
    private static final List<String> OPTIONS = List.of(
            "--release",
            "17",
            "-g",
            "-proc:none",
            "-Xlint:none",
            "-cp",
            CompiledSources.runtime() + java.io.File.pathSeparator + System.getProperty("java.class.path"));

    private final Map<String, byte[]> classes = new HashMap<>();

    private CompiledBatch() {
        super(CompiledBatch.class.getClassLoader());
    }

    /** Empty if a program is no valid Java; the messages of javac are added to this text. */
    static Optional<CompiledBatch> of(List<RandomProgram> programs, StringBuilder messages) {
        List<JavaFileObject> units = new ArrayList<>();
        for (RandomProgram program : programs) {
            units.add(new Source(program.className(), program.source()));
            units.add(new Source(program.watchedName(), program.watchedSource()));
        }
        CompiledBatch batch = new CompiledBatch();
        boolean isCompiled = COMPILER.getTask(
                        null,
                        batch.output(),
                        message -> messages.append(message).append('\n'),
                        OPTIONS,
                        null,
                        units)
                .call();
        return isCompiled ? Optional.of(batch) : Optional.empty();
    }

    private JavaFileManager output() {
        return new ForwardingJavaFileManager<JavaFileManager>(FILES) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:/" + name), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return new ByteArrayOutputStream() {
                            @Override
                            public void close() {
                                classes.put(name, toByteArray());
                            }
                        };
                    }
                };
            }
        };
    }

    /** The class files, of which this class and those nested in it are the project. */
    ClassSource classSource(Class<?> program) {
        Set<String> project = classes.keySet().stream()
                .filter(name -> name.equals(program.getName()) || name.startsWith(program.getName() + "$"))
                .map(name -> name.replace('.', '/'))
                .collect(Collectors.toSet());
        return new ClassSource() {
            @Override
            public Optional<byte[]> find(String internalName) {
                return Optional.ofNullable(classes.get(internalName.replace('/', '.')));
            }

            @Override
            public Set<String> project() {
                return project;
            }
        };
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:/" + RandomProgram.PACKAGE.replace('.', '/') + "/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
