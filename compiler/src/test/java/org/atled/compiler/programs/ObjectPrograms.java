package org.atled.compiler.programs;

import java.util.function.DoubleUnaryOperator;

/** Programs over objects: fields, constructors, records, inheritance, calls that the receiver's class decides. */
final class ObjectPrograms {
    private ObjectPrograms() {}

    record Vector(double x, double y) {
        Vector plus(Vector other) {
            return new Vector(x + other.x, y + other.y);
        }

        Vector times(double factor) {
            return new Vector(factor * x, factor * y);
        }

        double norm() {
            return Math.sqrt(x * x + y * y);
        }
    }

    @Program(at = {"1, 2", "-0.5, 3"})
    static double immutableVectors(double x, double y) {
        Vector sum = new Vector(x, y).plus(new Vector(y, 1)).times(x);
        return sum.norm() * sum.x();
    }

    static final class Counter {
        private double total;
        private int count;

        void add(double value) {
            total += value * value;
            count++;
        }

        double mean() {
            return total / count;
        }
    }

    @Program(at = {"[1, 2, 3]", "[0.5]"})
    static double mutableFields(double[] a) {
        Counter counter = new Counter();
        for (double value : a) {
            counter.add(value);
        }
        return counter.mean();
    }

    interface Force {
        double at(double x);
    }

    static final class Spring implements Force {
        private final double stiffness;

        Spring(double stiffness) {
            this.stiffness = stiffness;
        }

        @Override
        public double at(double x) {
            return -stiffness * x;
        }
    }

    static final class Cubic implements Force {
        private final double[] coefficients;

        Cubic(double a, double b) {
            this.coefficients = new double[] {a, b};
        }

        @Override
        public double at(double x) {
            return coefficients[0] * x + coefficients[1] * x * x * x;
        }
    }

    @Program(at = {"2, 0.7", "-1, 0.3"})
    static double dispatch(double k, double x) {
        Force force = k > 0 ? new Spring(k) : new Cubic(k, k * k);
        double position = x;
        double velocity = 0;
        for (int i = 0; i < 5; i++) {
            velocity += 0.1 * force.at(position);
            position += 0.1 * velocity;
        }
        return position;
    }

    static final class Node {
        double value;
        Node next;

        Node(double value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    @Program(at = {"[1, 2, 3, 4]"})
    static double linkedList(double[] a) {
        Node head = null;
        for (double value : a) {
            head = new Node(value * value, head);
        }
        double product = 1;
        for (Node node = head; node != null; node = node.next) {
            product *= node.value;
            node.value = product;
        }
        return product + head.value;
    }

    @Program(at = {"3"})
    static double cycle(double x) {
        Node node = new Node(x, null);
        node.next = node;
        node.next.next.value *= x;
        return node.value;
    }

    static final class Table {
        private double[] values = new double[0];

        Table(double[][] rows) {
            copy(rows, this);
        }

        /** Into a table, or a new one if there is none. */
        static Table copy(double[][] rows, Table into) {
            Table table = into;
            if (table == null) {
                table = new Table(new double[0][0]);
            }
            table.values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                table.values[i] = rows[i][0];
            }
            return table;
        }
    }

    @Program(at = {"2, 0.7"})
    static double constructedByAMethodThatMayMakeAnother(double x, double y) {
        return new Table(new double[][] {{x * y}, {y}}).values[0] * x;
    }

    private static double[] cubes(double[] p, double[] sum) {
        double[] copy = p.clone();
        for (int i = 0; i < copy.length; i++) {
            sum[0] += copy[i] * copy[i] * copy[i];
        }
        return copy;
    }

    /** What a callee reads of an array of its own, the caller has overwritten when the callee is reversed. */
    @Program(at = "[1.5, -2, 0.7]")
    static double arrayOfACalleeOverwritten(double[] p) {
        double[] sum = new double[1];
        double[] copy = cubes(p, sum);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = 100 * i;
        }
        return sum[0] + copy[1] * p[0];
    }

    private static Node powers(double x, double[] sum) {
        Node node = new Node(x * x, null);
        for (int i = 0; i < 3; i++) {
            sum[0] += node.value * node.value * (i + 1);
        }
        return node;
    }

    @Program(at = "1.5")
    static double objectOfACalleeOverwritten(double x) {
        double[] sum = new double[1];
        Node node = powers(x, sum);
        node.value = 17;
        return sum[0] + node.value * x;
    }

    private static void keep(double[] p, double[][] kept, double[] sum) {
        double[] copy = p.clone();
        kept[0] = copy;
        for (int i = 0; i < copy.length; i++) {
            sum[0] += copy[i] * copy[i];
        }
    }

    @Program(at = "[1.5, -2, 0.7]")
    static double arrayThatACalleeHandsOut(double[] p) {
        double[] sum = new double[1];
        double[][] kept = new double[1][];
        keep(p, kept, sum);
        for (int i = 0; i < p.length; i++) {
            kept[0][i] = 3;
        }
        return sum[0];
    }

    private static final class Doubling {
        final double value;

        Doubling(double[] a) {
            value = a[0];
            a[0] *= 2;
        }
    }

    /** A constructor that changes an array is refused if it were to run twice: here nothing active goes into it. */
    @Program(at = "[1.5, 3], [2]")
    static double incrementAroundAConstructor(double[] a, @org.atled.NoDerivative double[] constant) {
        a[0] = a[0] + new Doubling(constant).value;
        return a[0] * a[1];
    }

    enum Scale {
        HALF(0.5),
        TRIPLE(3);

        final double factor;

        Scale(double factor) {
            this.factor = factor;
        }

        double of(double x) {
            return factor * x;
        }
    }

    /** What an active object refers to is active, but an enum constant has no shadow. */
    @Program(
            at = {"2, 0", "-1, 1"},
            gradient = {"2", "-6"})
    static double enumInAnActiveClosure(double x, int which) {
        Scale scale = Scale.values()[which];
        DoubleUnaryOperator product = t -> x * scale.of(t) * scale.factor / scale.factor;
        return product.applyAsDouble(x);
    }
}
