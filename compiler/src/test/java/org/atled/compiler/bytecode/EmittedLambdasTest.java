package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.atled.compiler.ClassSource;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.build.ClassPath;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** Code with lambdas, moved to the companion of a class of another package. */
class EmittedLambdasTest {
    private static final String COMPANION = "demo/ModelDerivatives";
    private static final String LIBRARY = """
            // lib/Library.java
            package lib;
            import java.util.function.*;
            public final class Library {
                private static double scale = 3;
                private final double k;
                private Library(double k) { this.k = k; }
                double value() { return k; }
                public static double run(double x) {
                    DoubleUnaryOperator scaled = v -> scale * v;
                    DoubleFunction<Library> make = Library::new;
                    Library library = make.apply(x);
                    DoubleSupplier value = library::value;
                    ToDoubleFunction<Library> unbound = Library::value;
                    return scaled.applyAsDouble(x) + value.getAsDouble() + unbound.applyAsDouble(library);
                }
                public static double other(double x) { DoubleSupplier f = () -> x; return f.getAsDouble(); }
                public static double other(float x) { DoubleSupplier f = () -> x; return f.getAsDouble(); }
                public static Object hidden(double x) {
                    Closed closed = () -> x;
                    return closed;
                }
                public static boolean receives(Object x) {
                    Predicate<Object> test = new Closet()::isIt;
                    return test.test(x);
                }
            }
            interface Closed { double get(); }
            final class Closet { boolean isIt(Object x) { return x == this; } }
            """;

    @TempDir
    Path classes;

    private ClassSource source;
    private ClassFiles files;

    @BeforeEach
    void compile() throws IOException {
        CompiledSources.into(classes, LIBRARY);
        ClassSource path = new ClassPath(List.of(classes, CompiledSources.runtime()));
        // The library is none of the classes that are being built.
        source = path::find;
        files = ClassFiles.withLambdaClasses(source, COMPANION);
    }

    @Test
    void privateBodiesConstructorsAndMethodsOfAnotherPackageAreReached() throws Exception {
        Method run = moved("lib/Library", "run", "(D)D");

        assertThat(run.invoke(null, 2.0)).isEqualTo(10.0);
    }

    @Test
    void capturesMayBeOfClassesThatAreNotPublic() throws Exception {
        assertThat(moved("lib/Library", "receives", "(Ljava/lang/Object;)Z").invoke(null, "x"))
                .isEqualTo(false);
    }

    @Test
    void lambdasOfTheJdkAreCopied() throws Exception {
        DoubleUnaryOperator sine = Math::sin;
        DoubleUnaryOperator both = (DoubleUnaryOperator) moved(
                        "java/util/function/DoubleUnaryOperator",
                        "andThen",
                        "(Ljava/util/function/DoubleUnaryOperator;)Ljava/util/function/DoubleUnaryOperator;")
                .invoke(null, sine, (DoubleUnaryOperator) x -> 2 * x);
        assertThat(both.applyAsDouble(1)).isEqualTo(2 * Math.sin(1));
        assertThat(both.getClass().getName()).startsWith("demo.ModelDerivatives$Lambda$java-util-function-Double");
    }

    @Test
    @SuppressWarnings("unchecked")
    void genericAndSerializableLambdasOfTheJdkAreCopied() throws Exception {
        ToDoubleFunction<String> length = String::length;
        Comparator<String> byLength = (Comparator<String>) moved(
                        "java/util/Comparator",
                        "comparingDouble",
                        "(Ljava/util/function/ToDoubleFunction;)Ljava/util/Comparator;")
                .invoke(null, length);
        assertThat(byLength.compare("a", "bb")).isNegative();
        Predicate<String> not =
                (Predicate<String>) moved("java/util/function/Predicate", "negate", "()Ljava/util/function/Predicate;")
                        .invoke(null, (Predicate<String>) String::isEmpty);
        assertThat(not.test("x")).isTrue();
        Function<String, String> same = (Function<String, String>)
                moved("java/util/function/Function", "identity", "()Ljava/util/function/Function;")
                        .invoke(null);
        assertThat(same.apply("x")).isEqualTo("x");
    }

    @Test
    void overloadsAndPackagesAreToldApart() {
        assertThat(EmittedLambdas.of(
                                List.of(lift("lib/Library", "other", "(D)D"), lift("lib/Library", "other", "(F)D")),
                                files,
                                61)
                        .classes()
                        .keySet())
                .containsExactlyInAnyOrder(
                        COMPANION + "$Lambda$lib-Library$other$4", COMPANION + "$Lambda$lib-Library$other$5");
    }

    @Test
    void bytesDoNotDependOnTheOrderInWhichMethodsAreLifted() {
        List<org.atled.compiler.ir.Function> one =
                List.of(lift("lib/Library", "run", "(D)D"), lift("lib/Library", "other", "(F)D"));
        Map<String, byte[]> first = EmittedLambdas.of(one, files, 61).classes();
        files = ClassFiles.withLambdaClasses(source, COMPANION);
        List<org.atled.compiler.ir.Function> other =
                List.of(lift("lib/Library", "other", "(F)D"), lift("lib/Library", "run", "(D)D"));
        Map<String, byte[]> second = EmittedLambdas.of(other, files, 61).classes();

        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSize(5);
        first.forEach((name, bytes) -> assertThat(second.get(name)).isEqualTo(bytes));
    }

    @Test
    void onlyThoseThatAreNamedAreEmittedWithTheVersionOfTheCompanion() {
        lift("lib/Library", "run", "(D)D");
        Map<String, byte[]> emitted = EmittedLambdas.of(List.of(lift("lib/Library", "other", "(D)D")), files, 65)
                .classes();

        assertThat(emitted).hasSize(1);
        emitted.values()
                .forEach(
                        bytes -> assertThat(new ClassReader(bytes).readShort(6)).isEqualTo((short) 65));
    }

    @Test
    void whatCannotBeNamedFromThereIsFoundWithItsLine() {
        assertThat(findings("hidden", "(D)Ljava/lang/Object;")).containsExactly("lib/Library.get 20 lib.Closed");
    }

    @Test
    void withoutTheOptionLambdasStay() {
        ClassFiles plain = new ClassFiles(source);
        MethodReference run = new MethodReference("lib/Library", "run", "(D)D");

        assertThat(plain.lift(run).orElseThrow().toString()).contains("LambdaMetafactory");
        assertThat(files.lift(run).orElseThrow().toString()).doesNotContain("LambdaMetafactory");
        assertThat(EmittedLambdas.of(List.of(plain.lift(run).orElseThrow()), plain, 61)
                        .classes())
                .isEmpty();
    }

    private List<String> findings(String name, String descriptor) {
        return EmittedLambdas.of(List.of(lift("lib/Library", name, descriptor)), files, 61).findings().stream()
                .map(each -> each.method().owner() + "." + each.method().name() + " " + each.line() + " " + each.type())
                .toList();
    }

    /** A method as one of the companion, with a receiver as its first parameter. */
    private org.atled.compiler.ir.Function lift(String owner, String name, String descriptor) {
        org.atled.compiler.ir.Function function =
                files.lift(new MethodReference(owner, name, descriptor)).orElseThrow();
        List<Type> parameters = new ArrayList<>();
        if (!function.isStatic()) {
            parameters.add(Type.object(owner));
        }
        parameters.addAll(Type.parametersOf(descriptor));
        MethodReference moved =
                new MethodReference(COMPANION, name, Type.methodDescriptor(parameters, Type.resultOf(descriptor)));
        return new org.atled.compiler.ir.Function(moved, true, function.blocks());
    }

    private Method moved(String owner, String name, String descriptor) throws Exception {
        org.atled.compiler.ir.Function function = lift(owner, name, descriptor);
        EmittedLambdas lambdas = EmittedLambdas.of(List.of(function), files, 61);
        assertThat(lambdas.findings()).isEmpty();
        Map<String, byte[]> all = new HashMap<>();
        lambdas.classes().forEach((lambda, bytes) -> all.put(lambda.replace('/', '.'), bytes));
        assertThat(all).isNotEmpty();
        Reach reach = new Reach(files, COMPANION, COMPANION);
        byte[] companion = LoweredClass.of(COMPANION, List.of(AccessBridges.apply(function, reach)), files.hierarchy());
        all.put("demo.ModelDerivatives", companion);
        for (String each : List.of("Library", "Closet")) {
            all.put("lib." + each, source.find("lib/" + each).orElseThrow());
        }
        Class<?> type = RoundTrip.loader(all).loadClass("demo.ModelDerivatives");
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new AssertionError(name);
    }
}
