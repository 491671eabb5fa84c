package org.atled.compiler.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.atled.compiler.CompiledSources;
import org.atled.compiler.DifferentiationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of several classes behind one interface, in programs that no build has differentiated. */
final class UnbuiltObjectsTest {
    private static final String[] SOURCES = {"""
        // demo/Force.java
        package demo;
        public interface Force { double at(double x); }
        """, """
        // demo/Spring.java
        package demo;
        final class Spring implements Force {
          private double k;
          Spring(double k) { this.k = k; }
          @Override public double at(double x) { return -k * x; }
        }
        """, """
        // demo/Well.java
        package demo;
        record Well(double depth) implements Force {
          @Override public double at(double x) { return depth * x * x; }
        }
        """, """
        // demo/Model.java
        package demo;
        import java.util.function.DoubleUnaryOperator;
        import org.atled.*;
        public final class Model {
          private final Force[] forces;
          Model(Force... forces) { this.forces = forces; }
          @Differentiable
          private double total(double x) {
            double sum = 0;
            DoubleUnaryOperator scaled = v -> v * x;
            for (Force each : forces) { sum += scaled.applyAsDouble(each.at(x)); }
            return sum;
          }
        }
        """, """
        // demo/Use.java
        package demo;
        import org.atled.*;
        public final class Use {
          public static void main(String[] arguments) { System.out.println(gradient()); }
          public static String gradient() {
            Model model = new Model(new Spring(3), new Well(2));
            var g = ModelDerivatives.totalGradient(model, 2);
            Tangent[] forces = g.model().forces();
            return g.x() + " " + forces[0].number(Spring.class, "k") + " " + forces[1].number(Well.class, "depth");
          }
        }
        """};
    /** x(2x² − 3x): derivatives by x, the stiffness and the depth, at 2. */
    private static final String EXPECTED = "12.0 -4.0 8.0";

    @TempDir
    Path classes;

    @BeforeEach
    void compile() throws Exception {
        CompiledSources.withProcessor(classes, List.of("--release", "17", "-g"), SOURCES);
    }

    @Test
    void companionLinksItself() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(urls(), getClass().getClassLoader())) {
            assertThat(gradient(loader)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void loaderFillsTheCompanion() throws Exception {
        try (DifferentiatingLoader loader =
                new DifferentiatingLoader(urls(), getClass().getClassLoader())) {
            assertThat(gradient(loader)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void loaderOfPackagesFillsTheCompanion() throws Exception {
        try (URLClassLoader parent = new URLClassLoader(urls(), getClass().getClassLoader());
                DifferentiatingLoader loader = DifferentiatingLoader.ofPackages(parent, "demo")) {
            assertThat(gradient(loader)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void agentFillsTheCompanion() throws Exception {
        CompiledSources.withProcessor(
                classes,
                List.of("--release", "17", "-g"),
                SOURCES[3]
                        .replace("v -> v * x;", "null;")
                        .replace("scaled.applyAsDouble(each.at(x))", "x * each.at(x)"));
        assertThat(gradient(new WithAgent(urls()))).isEqualTo(EXPECTED);
    }

    @Test
    void agentLeavesACompanionThatNeedsClassesOfLambdasToLinkItself() throws Exception {
        assertThat(gradient(new WithAgent(urls()))).isEqualTo(EXPECTED);
    }

    private static final String CONSTANTS = """
            // demo/Laws.java
            package demo;
            import java.util.*;
            import java.util.function.*;
            import org.atled.*;
            public final class Laws {
              interface Law { double at(double v); }
              static final Map<String, Law> LAWS = Map.of("square", v -> v * v, "sine", Math::sin);
              @Differentiable
              static double sum(double x) { return LAWS.get("square").at(x) + LAWS.get("sine").at(x); }
              public static String gradient() { return "" + LawsDerivatives.sumGradient(0); }
            }
            """;

    @Test
    void loaderMakesLambdasOfConstantsKnown() throws Exception {
        CompiledSources.withProcessor(classes, List.of("--release", "17", "-g"), CONSTANTS);
        try (DifferentiatingLoader loader =
                new DifferentiatingLoader(urls(), getClass().getClassLoader())) {
            assertThat(loader.loadClass("demo.Laws").getMethod("gradient").invoke(null))
                    .isEqualTo("1.0");
        }
    }

    @Test
    void whereLambdasOfConstantsCannotBeKnownItIsSaid() throws Exception {
        CompiledSources.withProcessor(classes, List.of("--release", "17", "-g"), CONSTANTS);
        for (URLClassLoader linking :
                List.of(new URLClassLoader(urls(), getClass().getClassLoader()), new WithAgent(urls()))) {
            try (URLClassLoader loader = linking) {
                Method gradient = loader.loadClass("demo.Laws").getMethod("gradient");
                assertThatThrownBy(() -> gradient.invoke(null))
                        .rootCause()
                        .isInstanceOf(DifferentiationException.class)
                        .hasMessageContaining("Law.at, which has no implementation that is known"
                                + " here; lambdas of constants, fields and arguments are known only where the build"
                                + " differentiates the project. Run the goal atled:differentiate");
            }
        }
    }

    /** Loads classes as the JVM does where there is an agent. */
    private static final class WithAgent extends URLClassLoader {
        private final Agent agent = new Agent(DifferentiatingLoader::differentiate);

        WithAgent(URL[] urls) {
            super(urls, WithAgent.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String internalName = name.replace('.', '/');
            try (InputStream stream = getResourceAsStream(internalName + ".class")) {
                byte[] bytes = stream.readAllBytes();
                byte[] edited = agent.transform(this, internalName, null, null, bytes);
                byte[] defined = edited == null ? bytes : edited;
                return defineClass(name, defined, 0, defined.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    private URL[] urls() throws Exception {
        return new URL[] {classes.toUri().toURL()};
    }

    private static Object gradient(ClassLoader loader) throws ReflectiveOperationException {
        Method gradient = loader.loadClass("demo.Use").getMethod("gradient");
        return gradient.invoke(null);
    }
}
