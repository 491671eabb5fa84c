package org.atled.benchmarks.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atled.benchmarks.problem.Derivative;
import org.atled.benchmarks.problem.Problem;
import org.atled.benchmarks.suite.Entry;

/**
 * The same problems in C++, compiled where they run, by g++, with ADOL-C if that is installed. The program reads the numbers
 * of the Java problem from a file and writes its results to another, which must agree before its times count.
 */
public final class Cpp {
    private static final List<String> COMPILE = List.of("g++", "-O3", "-march=native", "-std=c++17");

    private final Path directory;
    private final List<Method> methods;
    private final String remark;

    private Cpp(Path directory, List<Method> methods, String remark) {
        this.directory = directory;
        this.methods = methods;
        this.remark = remark;
    }

    /** Nothing, for this reason. */
    public static Cpp none(String reason) {
        return new Cpp(Path.of(""), List.of(), reason);
    }

    /**
     * Compiles the sources; the program, and what it reads and writes, are in the given directory. Without g++ nothing can be
     * measured, which {@link #remark()} then says.
     */
    public static Cpp build(Path sources, Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            Processes.output(new ProcessBuilder("g++", "--version"));
        } catch (IOException missing) {
            return none("C++ is left out: there is no g++");
        }
        String main = sources.resolve("main.cpp").toString();
        String program = program(directory);
        if (compiles(List.of("-DWITH_ADOLC", "-o", program, main, "-ladolc"))) {
            return new Cpp(
                    directory,
                    List.of(Method.CPP_PRIMAL, Method.CPP_HAND, Method.ADOLC),
                    String.join(" ", COMPILE) + ", ADOL-C with one tape for all calls");
        }
        if (compiles(List.of("-o", program, main))) {
            return new Cpp(
                    directory,
                    List.of(Method.CPP_PRIMAL, Method.CPP_HAND),
                    String.join(" ", COMPILE) + "; ADOL-C is left out: it is not installed (libadolc-dev on Debian)");
        }
        return none("C++ is left out: g++ cannot compile " + main);
    }

    private static boolean compiles(List<String> arguments) {
        List<String> line = new ArrayList<>(COMPILE);
        line.addAll(arguments);
        try {
            Processes.output(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD));
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    /** How the program was compiled and what is missing. */
    public String remark() {
        return remark;
    }

    /**
     * Measures those of the methods that are there.
     *
     * @throws DisagreementException if a result is not that of the hand-written Java
     */
    public List<Samples> measure(Entry entry, List<Method> wanted, Effort effort) throws IOException {
        List<Method> chosen = methods.stream().filter(wanted::contains).toList();
        if (chosen.isEmpty()) {
            return List.of();
        }
        Problem problem = entry.problem().get();
        Derivative hand = problem.hand();
        Agreement agreement = new Agreement(entry.name(), hand.run(), hand.result());
        Files.write(inputs(), problem.inputs().bytes());
        List<Samples> samples = new ArrayList<>();
        for (Method method : chosen) {
            samples.add(run(entry, method, effort, agreement));
        }
        return samples;
    }

    private Samples run(Entry entry, Method method, Effort effort, Agreement agreement) throws IOException {
        Path results = directory.resolve("results").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(
                        program(directory),
                        entry.family(),
                        method.name(),
                        inputs().toString(),
                        results.toString(),
                        Integer.toString(effort.rounds()),
                        Double.toString(effort.sample()),
                        Double.toString(effort.limit()))
                // Where ADOL-C leaves its tapes.
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        List<String> lines = Processes.output(builder);
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(results)).order(ByteOrder.nativeOrder());
        agreement.value(method, buffer.getDouble());
        if (method != Method.CPP_PRIMAL) {
            double[] derivative = new double[buffer.remaining() / Double.BYTES];
            buffer.asDoubleBuffer().get(derivative);
            agreement.derivative(method, derivative);
        }
        return Samples.parse(lines.get(lines.size() - 1));
    }

    private Path inputs() {
        return directory.resolve("inputs").toAbsolutePath();
    }

    private static String program(Path directory) {
        return directory.resolve("peers").toAbsolutePath().toString();
    }
}
