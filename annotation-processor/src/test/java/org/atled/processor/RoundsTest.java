package org.atled.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor beside other processors, and over its own earlier output. */
final class RoundsTest {
    private static final String PLAIN = """
            package demo;
            import org.atled.*;
            final class Foo {
              @Differentiable static double f(double x) { return x; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void waitsForTypesThatAnotherProcessorWrites() throws IOException {
        Compiling compiling = new Compiling(folder, new Late()).compile("""
                        package demo;
                        import org.atled.*;
                        final class Foo {
                          @Differentiable static double f(double x, @NoDerivative java.util.List<Made[]> m) { return x; }
                          static double use() { return FooDerivatives.fGradient(1, null); }
                        }
                        """);
        assertThat(compiling.complaints()).isEmpty();
        assertThat(compiling.generated("demo.FooDerivatives")).contains("java.util.List<demo.Made[]> m");
    }

    @Test
    void aTypeThatNeverComesIsReportedByJavacOnly() throws IOException {
        Compiling compiling = new Compiling(folder).compile("""
                        package demo;
                        import org.atled.*;
                        final class Foo {
                          @Differentiable static double f(double x, @NoDerivative Missing m) { return x; }
                        }
                        """);
        assertThat(compiling.errors()).containsExactly("4: cannot find symbol");
    }

    @Test
    void itsOwnCompiledOutputIsNoClash() throws IOException {
        assertThat(new Compiling(folder).compile(PLAIN).complaints()).isEmpty();
        assertThat(new Compiling(folder).compile(PLAIN).complaints()).isEmpty();
    }

    @Test
    void theSameSourceGivesTheSameCompanion() throws IOException {
        String first = new Compiling(folder).compile(PLAIN).generated("demo.FooDerivatives");
        assertThat(new Compiling(folder).compile(PLAIN).generated("demo.FooDerivatives"))
                .isEqualTo(first);
    }

    @Test
    void anotherClassOfTheNameOfACompanion() throws IOException {
        Compiling compiling = new Compiling(folder).compile(PLAIN, "package demo; class FooDerivatives {}");
        assertThat(compiling.errors())
                .containsExactly("3: [AtledNameClash] The derivatives of demo.Foo go into a class"
                        + " demo.FooDerivatives, but there is one already. Rename one of the two.");
    }

    @Test
    void twoClassesWithOneCompanion() throws IOException {
        String method = "@org.atled.Differentiable static double f(double x) { return x; }";
        Compiling compiling = new Compiling(folder)
                .compile(
                        "package demo; class A {\n static class B { " + method + " } }",
                        "package demo; class A_B {\n " + method + " }");
        assertThat(compiling.errors())
                .containsExactly("1: [AtledNameClash] The derivatives of demo.A_B go into a class"
                        + " demo.A_BDerivatives, but there is one already. Rename one of the two.");
    }

    @Test
    void overloadsThatComeOutAlikeAreNoted() throws IOException {
        Compiling compiling = new Compiling(folder).compile("""
                        package demo;
                        import org.atled.*;
                        final class Foo {
                          @Differentiable static double f(double[] p) { return 0; }
                          @Differentiable static double f(double[] p, @NoDerivative double[] t) { return 0; }
                          @Differentiable static double f(@NoDerivative double[] t, @NoDerivative double[] s, double[] p) { return 0; }
                          @Differentiable static double f(double[] p, double[] q, @NoDerivative int n) { return 0; }
                        }
                        """);
        assertThat(compiling.complaints()).isEmpty();
        String sentence = " is left out: another method of this companion has the same parameter types. Rename one of"
                + " the methods to get it.";
        assertThat(compiling.notes())
                .containsExactly(
                        "4: [AtledOverload] fGradient[double[], double[]]" + sentence,
                        "5: [AtledOverload] fGradient[double[], double[], double[]]" + sentence);
        assertThat(compiling.generated("demo.FooDerivatives")).contains("f$gradient(p, pGradient)");
    }

    @Test
    void isolatingAndRegistered() throws IOException {
        assertThat(resource("META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo(DifferentiableProcessor.class.getName() + ",isolating");
        assertThat(resource("META-INF/services/javax.annotation.processing.Processor"))
                .isEqualTo(DifferentiableProcessor.class.getName());
        assertThat(new DifferentiableProcessor().getSupportedSourceVersion())
                .isEqualTo(SourceVersion.latestSupported());
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources", name)).strip();
    }

    /** Writes a class in the first round. */
    @SupportedAnnotationTypes("*")
    private static final class Late extends AbstractProcessor {
        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("demo.Made").openWriter()) {
                    writer.write("package demo; final class Made {}");
                } catch (IOException failed) {
                    throw new AssertionError(failed);
                }
            }
            return false;
        }
    }
}
