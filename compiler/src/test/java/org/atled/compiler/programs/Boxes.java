package org.atled.compiler.programs;

/** Programs that box numbers. */
final class Boxes {
    private Boxes() {}

    @Program(at = {"2", "-0.5"})
    static double local(double x) {
        Double box = x * x;
        Double other = box;
        return box * other + box;
    }

    @Program(at = {"2"})
    @SuppressWarnings("removal")
    static float floats(float x) {
        Float box = x * x;
        Number number = box;
        Double wide = number.doubleValue() * x;
        Float made = new Float(wide.floatValue());
        return (float) (box.doubleValue() * number.floatValue() * made + new Float((double) x));
    }

    @Program(at = {"2, 3"})
    static double array(double x, double y) {
        Double[] boxes = {x, y, 4.0};
        Object[] all = boxes;
        all[2] = x * y;
        double sum = 0;
        for (Double box : boxes) {
            sum += box * box;
        }
        return sum;
    }

    @Program(at = {"2, 3", "3, 2"})
    static double joined(double x, double y) {
        Double larger = x > y ? Double.valueOf(x) : Double.valueOf(2 * y);
        Number number = larger;
        return number.doubleValue() * larger;
    }

    @Program(at = {"[1, 2, 3]"})
    static double accumulated(double[] a) {
        Double sum = 0.0;
        for (double value : a) {
            sum += value * sum + value;
        }
        return sum;
    }

    @Program(at = {"1.5"})
    static double passed(double x) {
        return square(x) + square(square(x));
    }

    private static Double square(Double x) {
        return x.isNaN() ? 0.0 : x * x;
    }

    @Program(at = {"1.5, 2"})
    static double compared(double x, double y) {
        Double a = x;
        Double b = y;
        int sign = a.compareTo(b) + Double.compare(a, b) + (a.equals(b) ? 1 : 0) + a.intValue();
        return sign * a * b + a.hashCode() * 0.0;
    }

    @Program(at = {"2"})
    @SuppressWarnings("removal")
    static double byConstructor(double x) {
        Double box = new Double(x * x);
        return box * box + x;
    }

    @Program(at = {"2"})
    static double constants(double x) {
        Double box = 3.0;
        if (x > 1) {
            box = x;
        }
        return box * box;
    }

    @Program(at = {"2"})
    static double generic(double x) {
        return Boxes.<Double>same(x * x) * Boxes.<Double>same(x);
    }

    private static <T> T same(T value) {
        return value;
    }
}
