package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotated methods that classes override: the class of the object decides, as it does when the method is called. */
final class OverriddenMethodsTest {
    @TempDir
    Path folder;

    @Test
    void theOverridingMethodIsDifferentiated() throws Exception {
        assertThat(gradient("""
                static class Spring { @Differentiable double f(double x) { return x * x; } }
                static class Hard extends Spring { @Override double f(double x) { return super.f(x) + x * x * x; } }
                static class Hardest extends Hard { }
                static double use() {
                  double sum = 0;
                  for (Spring each : new Spring[] {new Spring(), new Hard(), new Hardest()}) {
                    sum = 100 * sum + Model_SpringDerivatives.fGradient(each, 2.0).x();
                  }
                  return sum;
                }
                """)).isEqualTo(41616.0);
    }

    @Test
    void anImplementationThatCannotBeDifferentiatedIsNoted() throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source("""
                interface Force { @Differentiable double f(double x); }
                record Linear(double k) implements Force { public double f(double x) { return k * x; } }
                record Bits() implements Force {
                  public double f(double x) { return Double.longBitsToDouble(Double.doubleToLongBits(x)); }
                }
                static double use() { return Model_ForceDerivatives.fGradient(new Bits(), 2.0).x(); }
                """));
        assertThat(project.differentiate()).singleElement().satisfies(note -> {
            assertThat(note.tag()).isEqualTo("AtledImplementation");
            assertThat(note.line()).isEqualTo(11);
            assertThat(note.chain()).isEmpty();
        });
        assertThatThrownBy(() -> use(project)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void noImplementationAtAll() throws IOException {
        UserProject project = new UserProject(folder)
                .compile(Reports.source("interface Force { @Differentiable double f(double x); }"));

        assertThat(project.differentiate())
                .hasToString("[demo/Model.java:[0] [AtledAbstractMethod] @Differentiable method f is"
                        + " abstract and has no code to differentiate. Annotate an implementation of it.]");
    }

    @Test
    void noteOnTheMethodItself() throws IOException {
        UserProject project = new UserProject(folder).compile(Reports.source("""
                static class Spring { @Differentiable double f(double x) { return 1; } }
                static class Hard extends Spring { @Override double f(double x) { return 2; } }
                """));

        assertThat(project.differentiate())
                .singleElement()
                .satisfies(note -> assertThat(note.message())
                        .startsWith("f returns a value that does not depend on this or x, so its derivative is 0."));
    }

    private double gradient(String members) throws Exception {
        UserProject project = new UserProject(folder).compile(Reports.source(members));
        assertThat(project.differentiate()).isEmpty();
        return use(project);
    }

    private static double use(UserProject project) throws Exception {
        Method use = Gradients.method(project.load().loadClass("demo.Model"), "use");
        try {
            return (double) use.invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }
}
