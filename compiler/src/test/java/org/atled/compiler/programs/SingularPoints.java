package org.atled.compiler.programs;

import org.atled.NoDerivative;

/** The policy at singular points, seen through whole programs: what has no influence contributes zero, never NaN. */
final class SingularPoints {
    private SingularPoints() {}

    private static final double OFF = Double.NaN;

    @Program(at = "0, 3", gradient = "0, 1", differences = OFF)
    static double squareRootInABranchNotTaken(double x, double y) {
        return x > 0 ? Math.sqrt(x) : y;
    }

    @Program(at = "0, 3", gradient = "0, 1", differences = OFF)
    static double squareRootOfNoInfluence(double x, double y) {
        double unused = Math.sqrt(x);
        return unused > 1 ? unused : y;
    }

    @Program(at = "[0,0,0]", gradient = "[0,0,0]", differences = OFF)
    static double normAtTheOrigin(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return sum == 0 ? 0 : Math.sqrt(sum);
    }

    @Program(at = "[0,0]", gradient = "[0,0]", differences = OFF)
    static double hypotAtTheOrigin(double[] x) {
        return Math.hypot(x[0], x[1]);
    }

    @Program(
            at = {"0", "-0.0"},
            gradient = {"0", "0"},
            differences = OFF)
    static double absoluteValueOfZero(double x) {
        return Math.abs(x);
    }

    @Program(at = "2, 2", gradient = "0, 1", differences = OFF)
    static double tieOfMaximum(double x, double y) {
        return Math.max(x, y);
    }

    @Program(at = "2, 2", gradient = "0, 1", differences = OFF)
    static double tieOfMinimum(double x, double y) {
        return Math.min(x, y);
    }

    @Program(
            at = {"0", "3"},
            gradient = {"0", "0"},
            differences = OFF)
    static double powerZero(double x) {
        return Math.pow(x, 0);
    }

    @Program(at = "0", gradient = "1", differences = OFF)
    static double powerOneAtZero(double x) {
        return Math.pow(x, 1);
    }

    @Program(at = "0, 2.5", gradient = "0, 0", differences = OFF)
    static double powerOfZero(double x, double p) {
        return Math.pow(x, p);
    }

    @Program(at = "0, 2", gradient = "0, 0", differences = OFF)
    static double logarithmTimesZero(double x, double y) {
        double log = Math.log(x);
        double clipped = log < -100 ? -100 : log;
        return clipped * 0 * y;
    }

    @Program(
            at = {"1", "-1"},
            gradient = {"0", "0"},
            differences = OFF)
    static double arcSineAtTheEnds(double x) {
        double a = Math.asin(x) + Math.acos(x);
        return a > 0 ? 1 : a;
    }

    @Program(at = "0", gradient = "Infinity", differences = OFF)
    static double squareRootOfZeroWithSeed(double x) {
        return Math.sqrt(x) > 1 ? 1 : 1 * Math.sqrt(x);
    }

    @Program(at = "[1,0,4]", gradient = "[0.5,0,0.25]", differences = OFF)
    static double guardedRoots(double[] x) {
        double sum = 0;
        for (double v : x) {
            if (v > 0) {
                sum += Math.sqrt(v);
            }
        }
        return sum;
    }

    @Program(
            at = {"2.5", "-2.5"},
            gradient = {"0", "0"},
            differences = OFF)
    static double onlySteps(double x) {
        return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.signum(x) + Math.round(x) + (int) x + (long) x;
    }

    @Program(at = "0, 1", gradient = "0, 0", differences = OFF)
    static double cubeRootOfNoInfluence(double x, double y) {
        double root = Math.cbrt(x) * 0;
        double[] a = {root, y};
        a[0] = 0;
        return a[0];
    }

    @Program(at = "0, 5", gradient = "0, 1", differences = OFF)
    static double rootStoredAndOverwritten(double x, double y) {
        double[] a = new double[2];
        a[0] = Math.sqrt(x);
        a[1] = Math.log(x);
        a[0] = y;
        a[1] = 0;
        return a[0] + a[1];
    }

    @Program(at = "NaN, 2", gradient = "0, 1", differences = OFF)
    static double notANumberSkipped(double x, double y) {
        return Double.isNaN(x) ? y : x * y;
    }

    @Program(at = "[1,NaN,3]", gradient = "[1,0,1]", differences = OFF)
    static double sumOfNumbersOnly(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += Double.isNaN(v) ? 0 : v;
        }
        return sum;
    }

    @Program(at = "[Infinity,1]", gradient = "[0,1]", differences = OFF)
    static double infinityClipped(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += Math.min(v, 10);
        }
        return sum;
    }

    @Program(at = "-Infinity, 0", gradient = "0, 1", differences = OFF)
    static double exponentialOfMinusInfinity(double x, double y) {
        return Math.exp(x) + y;
    }

    @Program(at = "1, 1000", gradient = "0", differences = OFF)
    static double saturatedSigmoid(@NoDerivative double scale, double x) {
        return 1 / (1 + Math.exp(-x * scale));
    }
}
