package org.atled.compiler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.atled.compiler.bytecode.CodeSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated method of 3,000 lines, longer than HotSpot compiles by itself, has derivatives in methods that it does. */
class GeneratedRightHandSideTest {
    private static final int LONGEST_COMPILED = 8000;
    private static final int SIZE = GeneratedKinetics.SIZE;
    private static final double STEP = 1e-6;

    @TempDir
    Path folder;

    private final double[] y = new SplittableRandom(1).doubles(SIZE, 0.5, 1.5).toArray();
    private final double[] p = new SplittableRandom(2).doubles(SIZE, 0.1, 1.1).toArray();
    private final double[] yTangent =
            new SplittableRandom(3).doubles(SIZE, -1, 1).toArray();
    private final double[] pTangent =
            new SplittableRandom(4).doubles(SIZE, -1, 1).toArray();
    private final double[] cotangent =
            new SplittableRandom(5).doubles(SIZE, -1, 1).toArray();

    /** What a companion computes, all of it in one direction. */
    private record Derivatives(double[] forward, double[] yCotangent, double[] pCotangent) {}

    @Test
    void ofThreeThousandLines() throws Exception {
        GeneratedKinetics kinetics = new GeneratedKinetics(3000);
        UserProject project = new UserProject(folder).compile(kinetics.oneMethod(), kinetics.shortMethods());
        assertThat(CodeSize.perMethod(project.bytes("demo/Big")).values())
                .anyMatch(size -> size > 5 * LONGEST_COMPILED);
        assertThat(project.differentiate()).isEmpty();
        assertThat(CodeSize.perMethod(project.bytes("demo/BigDerivatives")))
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThan(LONGEST_COMPILED));
        ClassLoader loader = project.load();
        Derivatives big = derivatives(loader.loadClass("demo.BigDerivatives"));
        checkDifferences(loader.loadClass("demo.Big"), big);
        Derivatives small = derivatives(loader.loadClass("demo.SmallDerivatives"));
        assertThat(big.forward).containsExactly(small.forward, within(1e-12));
        assertThat(big.yCotangent).containsExactly(small.yCotangent, within(1e-10));
        assertThat(big.pCotangent).containsExactly(small.pCotangent, within(1e-10));
    }

    private Derivatives derivatives(Class<?> companion) throws Exception {
        Method jvp = method(companion, "rhsJvp", 6);
        double[] forward = new double[SIZE];
        jvp.invoke(null, y.clone(), yTangent, p.clone(), pTangent, new double[SIZE], forward);
        Method vjp = method(companion, "rhsVjp", 6);
        double[] yCotangent = new double[SIZE];
        double[] pCotangent = new double[SIZE];
        vjp.invoke(null, y.clone(), yCotangent, p.clone(), pCotangent, new double[SIZE], cotangent.clone());
        return new Derivatives(forward, yCotangent, pCotangent);
    }

    private void checkDifferences(Class<?> primal, Derivatives derivatives) throws Exception {
        double[] above = value(primal, STEP);
        double[] below = value(primal, -STEP);
        double expected = 0;
        for (int i = 0; i < SIZE; i++) {
            double difference = (above[i] - below[i]) / (2 * STEP);
            assertThat(derivatives.forward[i]).as("component %d", i).isCloseTo(difference, within(1e-6));
            expected += cotangent[i] * derivatives.forward[i];
        }
        double actual = 0;
        for (int i = 0; i < SIZE; i++) {
            actual += derivatives.yCotangent[i] * yTangent[i] + derivatives.pCotangent[i] * pTangent[i];
        }
        assertThat(actual).as("reverse against forward").isCloseTo(expected, within(1e-10 * SIZE));
    }

    private double[] value(Class<?> primal, double step) throws Exception {
        double[] dy = new double[SIZE];
        method(primal, "rhs", 3).invoke(null, shifted(y, yTangent, step), shifted(p, pTangent, step), dy);
        return dy;
    }

    private static double[] shifted(double[] at, double[] direction, double step) {
        double[] shifted = at.clone();
        for (int i = 0; i < SIZE; i++) {
            shifted[i] += step * direction[i];
        }
        return shifted;
    }

    private static Method method(Class<?> owner, String name, int parameters) throws NoSuchMethodException {
        Class<?>[] types = new Class<?>[parameters];
        Arrays.fill(types, double[].class);
        return Gradients.method(owner, name, types);
    }
}
