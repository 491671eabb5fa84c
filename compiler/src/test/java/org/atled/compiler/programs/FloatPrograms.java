package org.atled.compiler.programs;

import java.util.Arrays;
import org.atled.NoDerivative;

/** Programs over {@code float}, alone and mixed with other types. */
final class FloatPrograms {
    private FloatPrograms() {}

    @Program(at = "3, 2", gradient = "4, -0.5", within = 1e-6)
    static float operations(float x, float y) {
        return x * y - x / y + 1.5f * x + y * -3.25f + (x % y) * 1f;
    }

    @Program(at = "1.5, 2", gradient = "7, 2.25", within = 1e-6)
    static double mixedWithDouble(float x, double y) {
        double s = x * x * y;
        return s + x;
    }

    @Program(at = "1.5", gradient = "3", within = 1e-6)
    static float narrowed(double x) {
        return (float) (x * x);
    }

    @Program(at = "2, 3", gradient = "4, 2", within = 1e-6)
    static double narrowedInCompoundAssignment(float x, double y) {
        float a = x;
        a *= y;
        a += x;
        return a;
    }

    @Program(at = "[1,2,3]", gradient = "[2,4,6]", within = 1e-6)
    static float sumOfSquares(float[] x) {
        float sum = 0;
        for (float v : x) {
            sum += v * v;
        }
        return sum;
    }

    @Program(at = "[1,2,3], 0.5")
    static float[] scaled(float[] x, float s) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * s;
            y[i] += s;
            y[i]++;
        }
        return y;
    }

    @Program(at = "0.5, 2", within = 1e-6)
    static float mathOnFloats(float x, float y) {
        return Math.max(x, y) * Math.abs(-x) + (float) Math.sin(x) + Math.min(x, y) + Math.fma(x, y, x);
    }

    @Program(at = "[0.5,1.5,2.5], [1,2,3]")
    static double dotInDouble(float[] x, @NoDerivative double[] w) {
        double dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += w[i] * x[i];
        }
        return dot * dot;
    }

    @Program(at = "[[1,2],[3,4]]")
    static float matrix(float[][] a) {
        float[][] b = new float[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                b[j][i] = a[i][j] * a[j][i];
            }
        }
        return b[0][0] * b[1][1] - b[0][1];
    }

    @Program(at = "[1,2,3,4]")
    static void copies(float[] x) {
        float[] y = x.clone();
        System.arraycopy(y, 0, x, 1, 3);
        float[] z = Arrays.copyOf(x, 6);
        Arrays.fill(z, 1, 3, x[0] * 2);
        float[] w = Arrays.copyOfRange(z, 1, 5);
        for (int i = 0; i < 4; i++) {
            x[i] += w[i] * y[i];
        }
    }

    private static float helper(float x, double y, float[] z) {
        z[0] += x * (float) y;
        return z[0] * x;
    }

    @Program(at = "0.5, 2, [1,2]")
    static float throughCalls(float x, double y, float[] z) {
        float sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += helper(x, y, z);
        }
        return sum + z[0];
    }

    @Program(at = "2, 3")
    static float conversions(float x, int n) {
        long l = n * 2L;
        float y = x * l + x * (byte) n;
        double d = y;
        return (float) d + (int) x * x;
    }

    @Program(at = "1.5")
    static float whileLoop(float x) {
        float a = x;
        int i = 0;
        while (a < 100) {
            a = a * x + i;
            i++;
        }
        return a;
    }
}
