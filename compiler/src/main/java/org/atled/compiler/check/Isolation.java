package org.atled.compiler.check;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.atled.runtime.Core;
import org.atled.testing.ExampleRun;

/**
 * Runs the user's code apart from the build: its classes are loaded by a class loader of their own, whose parent knows the
 * JDK alone, and its threads belong to a group of their own and are ended at last. The code that checks is loaded there,
 * too, so that all that passes between the two is of classes of the JDK.
 */
final class Isolation implements AutoCloseable {
    /** Recursion over long chains of objects takes deep stacks. */
    private static final long STACK_BYTES = 256L << 20;

    private static final long PATIENCE_MILLIS = 2000;

    private final ThreadGroup threads = new ThreadGroup("atled-check");
    private final URLClassLoader loader;
    private final Method run;
    private final List<String> left = new ArrayList<>();

    /**
     * Loads nothing yet but the code that checks.
     *
     * @param classPath directories and jars
     */
    Isolation(List<Path> classPath) throws IOException {
        Set<URL> urls = new LinkedHashSet<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        urls.add(home(ExampleRun.class));
        urls.add(home(Core.class));
        loader = new WithoutCompiler(urls.toArray(URL[]::new));
        try {
            run = loader.loadClass(ExampleRun.class.getName()).getMethod("run", Map.class);
        } catch (ReflectiveOperationException | LinkageError other) {
            loader.close();
            throw new IOException(
                    "the atled-testing or atled-runtime on the class path is of another version: give all parts of Atled the"
                            + " same version.",
                    other);
        }
    }

    /** Where the compiler is in the same jar, companions must not fill themselves: those that the build left are checked. */
    private static final class WithoutCompiler extends URLClassLoader {
        private WithoutCompiler(URL[] urls) {
            super("atled-check", urls, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.atled.compiler.")) {
                throw new ClassNotFoundException(name + " is hidden from code that is checked");
            }
            return super.loadClass(name, resolve);
        }
    }

    private static URL home(Class<?> type) {
        try {
            return type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toURL();
        } catch (IOException | URISyntaxException malformed) {
            throw new IllegalStateException("no place that " + type + " was loaded from", malformed);
        }
    }

    /** Runs one check, as {@link ExampleRun#run} describes. */
    @SuppressWarnings("unchecked") // the method's own type
    Map<String, Object> run(Map<String, Object> request) {
        FutureTask<Map<String, Object>> task = new FutureTask<>(() -> (Map<String, Object>) run.invoke(null, request));
        Thread thread = new Thread(threads, task, "atled-check", STACK_BYTES);
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check of " + request.get("method") + " was interrupted", interrupted);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() instanceof InvocationTargetException thrown
                    ? thrown.getCause()
                    : failure.getCause();
            throw new IllegalStateException("the check of " + request.get("method") + " failed: " + cause, cause);
        }
    }

    /** Names of the threads that the user's code started and that do not end; known when this is closed. */
    List<String> left() {
        return left;
    }

    @Override
    public void close() throws IOException {
        try {
            endThreads();
        } finally {
            loader.close();
        }
    }

    private void endThreads() {
        Thread[] running = new Thread[threads.activeCount() + 16];
        int count = threads.enumerate(running);
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        for (int i = 0; i < count; i++) {
            running[i].interrupt();
        }
        for (int i = 0; i < count; i++) {
            try {
                running[i].join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (running[i].isAlive()) {
                left.add(running[i].getName());
            }
        }
    }
}
