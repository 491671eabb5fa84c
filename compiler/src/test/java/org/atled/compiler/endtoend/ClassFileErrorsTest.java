package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that are missing, too new, out of reach, too large or of a shape that javac does not produce. */
final class ClassFileErrorsTest {
    private static final String RATES = """
            // demo/Rates.java
            package demo;
            final class Rates {
              static double rate(double v) { return v * v; }
              static int count() { return 3; }
            }
            """;

    @TempDir
    Path folder;

    private UserProject project;

    @BeforeEach
    void makeProject() {
        project = new UserProject(folder);
    }

    @Test
    void missingClass() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledMissingClass] an active value is passed to Rates.rate, which is in a class that
                  //   is not on the class path. Add the jar or directory with that class to the class path.
                  return 2 * Rates.rate(x[0]);
                }
                """);
        Reports.check(project.compile(model, RATES).remove("demo/Rates"), model);
    }

    @Test
    void missingMethod() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return 2 * scaled(x[0]);
                }
                static double scaled(double v) {
                  // error: [AtledMissingMethod] an active value is passed to Rates.rate, which does not exist in
                  //   the class found on the class path. Compile the project again, with the version of that
                  //   class it is built with.
                  //   through demo.Model.f: return 2 * scaled(x[0]);
                  return 2 * Rates.rate(v);
                }
                """);
        project.compile(model, RATES).compile("""
                // demo/Rates.java
                package demo;
                final class Rates {
                  static float rate(float v) { return v * v; }
                }
                """);
        Reports.check(project, model);
    }

    @Test
    void classFileTooNew() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  double y = x[1];
                  // error: [AtledUnreadableClass] an active value is passed to Rates.rate, which cannot be read:
                  //   demo.Rates has class file version 99 (Java 55), this Atled reads up to 72 (Java 28).
                  //   Compile it with a lower --release or use a newer Atled.
                  return y * Rates.rate(x[0]);
                }
                """);
        project.compile(model, RATES);
        Reports.check(project.replace("demo/Rates", ofVersion(99, project.bytes("demo/Rates"))), model);
    }

    @Test
    void classFileTooNewOfAnInactiveCall() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  double y = x[1];
                  // error: [AtledUnreadableClass] a class that is used here cannot be read: demo.Rates has class
                  //   file version 99 (Java 55), this Atled reads up to 72 (Java 28). Compile it with a lower
                  //   --release or use a newer Atled.
                  return y * Rates.count();
                }
                """);
        project.compile(model, RATES);
        Reports.check(project.replace("demo/Rates", ofVersion(99, project.bytes("demo/Rates"))), model);
    }

    @Test
    void damagedClassFile() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledUnreadableClass] an active value is passed to Rates.rate, which cannot be read:
                  //   the class file of demo.Rates is damaged. Compile it again.
                  return Rates.rate(x[0]);
                }
                """);
        project.compile(model, RATES).replace("demo/Rates", new byte[] {1, 2, 3});
        Reports.check(project, model);
    }

    @Test
    void hostOfTheNestTooNew() throws IOException {
        project.compile("""
                // demo/Outer.java
                package demo;
                import org.atled.*;
                public final class Outer {
                  static final class Inner {
                    @Differentiable
                    static double f(double[] x) {
                      return x[0];
                    }
                  }
                }
                """);
        project.replace("demo/Outer", ofVersion(99, project.bytes("demo/Outer")));
        assertThat(project.differentiate())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "demo.Outer_InnerDerivatives:[0] [AtledUnreadableClass] a class that is to be filled or "
                                + "edited cannot be read: demo.Outer has class file version 99 (Java 55), this Atled reads up to "
                                + "72 (Java 28). Compile it with a lower --release or use a newer Atled.");
    }

    @Test
    void inactiveCallOfAMissingClassIsLeftToTheProgram() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return x[0] > 1e300 ? Rates.count() * x[0] : x[0];
                }
                """);
        Reports.check(project.compile(model, RATES).remove("demo/Rates"), model);
    }

    private static byte[] ofVersion(int version, byte[] classFile) {
        classFile[7] = (byte) version;
        return classFile;
    }

    /** Without what keeps methods short. */
    private void checkUnsplit(String model) throws IOException {
        System.setProperty("atled.without", "SPLIT");
        try {
            Reports.check(folder, model);
        } finally {
            System.clearProperty("atled.without");
        }
    }

    @Test
    void methodTooLargeOnceDifferentiated() throws IOException {
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return large(x[0]) + 1;
                }
                static double large(double v) {
                  // error: [AtledMethodTooLarge] the derivative of large would take more bytecode than the 65535
                  //   bytes that the JVM allows in a method. Split large into several methods.
                  //   through demo.Model.f: return large(x[0]) + 1;
                  double y = v;
                %s  return y;
                }
                """.formatted(statements("  y = Math.sin(y * v) * Math.cos(y) + y / v;\n", 900)));
        checkUnsplit(model);
    }

    @Test
    void methodLongerThanTheJvmCompilesOnceDifferentiated() throws IOException {
        String model =
                Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  // note: [AtledLongMethod] the derivative of f takes more than the 8000 bytes of bytecode up to
                  //   which the JVM compiles a method, so it is right but slow. Split f into several methods,
                  //   loops first.
                  double y = x[0];
                %s  return y;
                }
                """.formatted(statements("  y = Math.sin(y * x[0]) * Math.cos(y) + y / x[0];\n", 250)));
        checkUnsplit(model);
    }

    @Test
    void annotatedMethodTooLargeOnceDifferentiated() throws IOException {
        String model =
                Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  // error: [AtledMethodTooLarge] the derivative of f would take more bytecode than the 65535
                  //   bytes that the JVM allows in a method. Split f into several methods.
                  double y = x[0];
                %s  return y;
                }
                """.formatted(statements("  y = Math.sin(y * x[1]) * Math.cos(y) + y / x[0];\n", 900)));
        checkUnsplit(model);
    }

    /** Kotlin and obfuscators can do what Java cannot say: jump into the middle of a loop. */
    @Test
    void loopWithTwoEntries() throws Exception {
        project.compile(Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return x[2] * Jump.into(x[0], 3) + Jump.into(x[1], 0);
                }
                """), """
                // demo/Jump.java
                package demo;
                final class Jump {
                  static double into(double v, int n) { return v; }
                }
                """);
        Gradients.check(project.replace("demo/Jump", loopWithTwoEntries("demo/Jump", "into", "(DI)D")));
    }

    /** A class whose method multiplies its argument in a loop that may start in the middle. */
    private static byte[] loopWithTwoEntries(String owner, String name, String descriptor) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, owner, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, name, descriptor, null, null);
        Label start = new Label();
        Label middle = new Label();
        Label end = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 2);
        code.visitJumpInsn(Opcodes.IFGT, middle);
        code.visitLabel(start);
        code.visitVarInsn(Opcodes.DLOAD, 0);
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.DMUL);
        code.visitVarInsn(Opcodes.DSTORE, 0);
        code.visitLabel(middle);
        code.visitIincInsn(2, -1);
        code.visitVarInsn(Opcodes.ILOAD, 2);
        code.visitJumpInsn(Opcodes.IFLT, end);
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitLabel(end);
        code.visitVarInsn(Opcodes.DLOAD, 0);
        code.visitInsn(Opcodes.DRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void companionOfAMethodThatWasRemovedSince() throws IOException {
        project.compile(Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return x[0];
                }
                """));
        CompiledSources.into(folder, Reports.source("""
                static double g(double[] x) {
                  return x[0];
                }
                """));
        assertThat(project.differentiate())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "demo/Model.java:[0] [AtledMissingMethod] @Differentiable method f does not exist in the "
                                + "class found on the class path. Compile the project again, with the version of that class it "
                                + "is built with.");
    }

    @Test
    void tooManyParametersOnceDifferentiated() throws IOException {
        String parameters = list(i -> "double a" + i);
        String arguments = list(i -> "a" + i);
        String model = Reports.source("""
                @Differentiable
                static double f(double[] x) {
                  return many(%s, 3);
                }
                static double many(%s, int n) {
                  // error: [AtledTooManyParameters] the derivative of many would have more parameters than the
                  //   JVM allows. Pass numbers to many in arrays.
                  //   through demo.Model.f: return many(%s, 3);
                  return n == 0 ? a1 * a99 : many(%s, n - 1) * 1.5;
                }
                """.formatted(list(i -> "x[0]"), parameters, list(i -> "x[0]"), arguments));
        Reports.check(folder, model);
    }

    private static String list(IntFunction<String> item) {
        return IntStream.range(0, 100).mapToObj(item).collect(Collectors.joining(", "));
    }

    private static String statements(String statement, int count) {
        return IntStream.range(0, count).mapToObj(i -> statement).collect(Collectors.joining());
    }
}
