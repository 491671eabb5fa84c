package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that extend those of a finished jar, whose derivatives were built without them. */
final class OverriddenLaterTest {
    private static final String SPRING = """
            // demo/Spring.java
            package demo;
            import org.atled.*;
            public class Spring {
              public double k = 3;
              @Differentiable public double energy(double x) { return 0.5 * k * x * x; }
              @Differentiable public double scaled(double x) { return factor() * x; }
              @Differentiable double hidden(double x) { return x * x; }
              protected double factor() { return 0.5; }
              public static double hiddenOf(Spring spring) { return SpringDerivatives.hiddenJvp(spring, null, 2, 1); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void anOverridingMethodIsRefused() throws Exception {
        UserProject project = finished(SPRING);
        String message =
                "the derivative of user.Use$Hard.energy is not known: it overrides demo.Spring.energy, and its class"
                        + " was not among those of the project when the derivative of that was built. Annotate it @Differentiable"
                        + " and call its own derivative, build both classes in one project, or pass an object of a class that does"
                        + " not override it.";
        for (String use : new String[] {
            "demo.SpringDerivatives.energyGradient(new Hard(), 2).x()",
            "demo.SpringDerivatives.energyJvp(new Harder(), null, 2, 1)",
            "demo.SpringDerivatives.energyGradient(new Hard() {}, 2).x()",
        }) {
            assertThatThrownBy(() -> use(project, use))
                    .as(use)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void anInheritedMethodIsDifferentiated() throws Exception {
        UserProject project = finished(SPRING);

        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new demo.Spring(), 2).x()"))
                .isEqualTo(6);
        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new Named(), 2).x()"))
                .isEqualTo(6);
        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new Named(), 2).spring().k()"))
                .isEqualTo(2);
        assertThat(use(project, "demo.SpringDerivatives.energyJvp(new Named(), null, 2, 1)"))
                .isEqualTo(6);
    }

    @Test
    void aMethodThatTheAnnotatedOneCallsIsRefused() throws Exception {
        UserProject project = finished(SPRING);

        assertThatThrownBy(() -> use(project, "demo.SpringDerivatives.scaledGradient(new Damped(), 2).x()"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("the derivative of user.Use$Damped.factor is not known");
    }

    @Test
    void aMethodOfTheSameNameInAnotherPackageOverridesNothing() throws Exception {
        assertThat(use(finished(SPRING), "demo.Spring.hiddenOf(new Damped())")).isEqualTo(4);
    }

    @Test
    void anAnnotatedOverridingMethodHasItsOwnDerivative() throws Exception {
        UserProject project = finished(SPRING).compile("""
                // user/Cubic.java
                package user;
                public class Cubic extends demo.Spring {
                  @Override @org.atled.Differentiable public double energy(double x) { return x * x * x; }
                }
                """);
        assertThat(project.differentiate()).isEmpty();

        assertThat(use(project, "CubicDerivatives.energyGradient(new Cubic(), 2).x()"))
                .isEqualTo(12);
    }

    @Test
    void whereClassesOfTheProjectOverrideTheMethodOthersAreUnknown() throws Exception {
        UserProject project = finished(SPRING, """
                // demo/Stiff.java
                package demo;
                public class Stiff extends Spring {
                  @Override public double energy(double x) { return 50 * x * x; }
                }
                """);

        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new demo.Stiff(), 2).x()"))
                .isEqualTo(200);
        assertThatThrownBy(() -> use(project, "demo.SpringDerivatives.energyGradient(new Hard(), 2).x()"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the derivative of user.Use$Hard.energy is not known: the class was not among those of the"
                        + " project when the derivative was built. Build it with the project, or pass an object of a class"
                        + " that is.");
    }

    @Test
    void defaultMethods() throws Exception {
        UserProject project = finished("""
                // demo/Spring.java
                package demo;
                import org.atled.*;
                public interface Spring {
                  @Differentiable default double energy(double x) { return 3 * x * x; }
                }
                """, """
                // demo/Plain.java
                package demo;
                public class Plain implements Spring { }
                """);

        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new demo.Plain(), 2).x()", false))
                .isEqualTo(12);
        assertThat(use(project, "demo.SpringDerivatives.energyGradient(new demo.Plain() {}, 2).x()", false))
                .isEqualTo(12);
        for (String receiver : new String[] {"new Mine()", "new MineToo()"}) {
            assertThatThrownBy(
                            () -> use(project, "demo.SpringDerivatives.energyGradient(" + receiver + ", 2).x()", false))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("it overrides demo.Spring.energy");
        }
    }

    private UserProject finished(String... sources) throws IOException {
        UserProject project = new UserProject(folder).compile(sources);
        assertThat(project.differentiate()).isEmpty();
        return project;
    }

    private static double use(UserProject project, String expression) throws Exception {
        return use(project, expression, true);
    }

    private static double use(UserProject project, String expression, boolean isClass) throws Exception {
        String own = isClass ? """
                  static class Hard extends demo.Spring {
                    @Override public double energy(double x) { return super.energy(x) + x * x * x; }
                  }
                  static class Harder extends Hard { }
                  static class Named extends demo.Spring { @Override public String toString() { return "named"; } }
                  static class Damped extends demo.Spring {
                    @Override protected double factor() { return k; }
                    double hidden(double x) { return -x; }
                  }
                """ : """
                  interface Hard extends demo.Spring { @Override default double energy(double x) { return x; } }
                  static class Mine implements Hard { }
                  static class Other { public double energy(double x) { return x; } }
                  static class MineToo extends Other implements demo.Spring { }
                """;
        project.compile("""
                // user/Use.java
                package user;
                public class Use {
                %s  public static double use() { return %s; }
                }
                """.formatted(own, expression));
        try {
            return (double)
                    project.load().loadClass("user.Use").getMethod("use").invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception exception ? exception : thrown;
        }
    }
}
