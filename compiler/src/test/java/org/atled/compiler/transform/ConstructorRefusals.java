package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Classes whose constructors have no factory; {@code REASON} is why. */
final class ConstructorRefusals {
    private static final List<Object> REGISTRY = new ArrayList<>();

    private ConstructorRefusals() {}

    static final class Registered {
        static final String REASON = "the constructor of Registered passes `this` to List.add";
        double x;

        Registered(double x) {
            this.x = x;
            REGISTRY.add(this);
        }
    }

    static final class Counted {
        static final String REASON = "the constructor of Counted writes static field Counted.count";
        static int count;
        final int id;

        Counted() {
            id = count++;
        }
    }

    static final class Changing {
        static final String REASON = "the constructor of Changing changes field Target.x of another object";

        Changing(Target other) {
            other.x = 3;
        }
    }

    static final class Target {
        double x;
        Object owner;
        double[] values = new double[1];
    }

    static final class Filling {
        static final String REASON = "the constructor of Filling changes an array that it has not made";

        Filling(double[] values) {
            values[0] = 1;
        }
    }

    static final class FillingRows {
        static final String REASON = "the constructor of FillingRows changes an array that it has not made";

        FillingRows(double[] row) {
            double[][] rows = {new double[1], row};
            rows[1][0] = 1;
        }
    }

    static final class FillingRowsSetElsewhere {
        static final String REASON = "the constructor of FillingRowsSetElsewhere changes an array that it has not made";

        FillingRowsSetElsewhere(double[] row) {
            double[][] rows = new double[2][2];
            place(rows, row);
            rows[1][0] = 1;
        }

        private static void place(double[][] rows, double[] row) {
            rows[1] = row;
        }
    }

    static final class FillingRowsSetThroughAnObject {
        static final String REASON =
                "the constructor of FillingRowsSetThroughAnObject changes an array that it has not made";

        FillingRowsSetThroughAnObject(double[] row) {
            double[][] rows = new double[2][2];
            Holder holder = new Holder();
            holder.rows = rows;
            place(holder, row);
            rows[1][0] = 1;
        }

        private static void place(Holder holder, double[] row) {
            holder.rows[1] = row;
        }
    }

    static final class Holder {
        double[][] rows;
    }

    static final class FillingClonedRows {
        static final String REASON = "the constructor of FillingClonedRows changes an array that it has not made";
        final double[][] rows;

        FillingClonedRows(double[][] rows) {
            this.rows = rows.clone();
            this.rows[0][0] = 1;
        }
    }

    static final class FillingOneOfTwo {
        static final String REASON = "the constructor of FillingOneOfTwo changes an array that it has not made";

        FillingOneOfTwo(double[] values, boolean copies) {
            double[] mine = copies ? values.clone() : values;
            mine[0] = 1;
        }
    }

    static final class FillingInside {
        static final String REASON = "the constructor of FillingInside changes an array that it has not made";

        FillingInside() {
            new Target().values[0] = 1;
        }
    }

    static final class Sorting {
        static final String REASON =
                "the constructor of Sorting changes by Arrays.sort an object or array that it has not made";

        Sorting(double[] values) {
            java.util.Arrays.sort(values);
        }
    }

    static final class Storing {
        static final String REASON = "the constructor of Storing stores `this` in field Target.owner";

        Storing() {
            new Target().owner = this;
        }
    }

    static final class Own {
        static final String REASON = "the constructor of Own stores `this` in field Own.self";
        final Own self;

        Own() {
            self = this;
        }
    }

    static final class Listing {
        static final String REASON = "the constructor of Listing stores `this` in an array";
        final Object[] all;

        Listing() {
            all = new Object[] {this};
        }
    }

    static final class Capturing {
        static final String REASON =
                "the constructor of Capturing passes `this` to a lambda, a method reference or a string";
        double x;
        final DoubleSupplier supplier;

        Capturing() {
            supplier = () -> x;
        }
    }

    static final class Choosing {
        static final String REASON =
                "the constructor of Choosing goes on with `this` or another object, whichever it is";
        double x;

        Choosing(Choosing other) {
            Choosing one = other == null ? this : other;
            one.x = 1;
        }
    }

    static final class Recursive {
        static final String REASON = "the constructor of Recursive calls Recursive.go, which calls itself, on `this`";
        double x;

        Recursive(int n) {
            go(n);
        }

        private void go(int n) {
            if (n > 0) {
                x++;
                go(n - 1);
            }
        }
    }

    static final class Hashing {
        static final String REASON =
                "the constructor of Hashing calls Object.hashCode on `this`, which has no code here";
        final int hash;

        Hashing() {
            hash = hashCode();
        }
    }

    static final class Numbers extends ArrayList<Double> {
        static final String REASON = "the constructor of Numbers hands numbers or objects to the constructor of"
                + " ArrayList, whose fields are out of reach";
        private static final long serialVersionUID = 1;

        Numbers(List<Double> from) {
            super(from);
        }
    }

    static final class Modifying extends ArrayList<Double> {
        static final String REASON = "the constructor of Modifying reads field AbstractList.modCount, which a"
                + " constructor of the JDK may have changed";
        private static final long serialVersionUID = 1;
        final int seen;

        Modifying() {
            seen = modCount;
        }
    }

    static final class Adding extends ArrayList<Double> {
        static final String REASON = "the constructor of Adding calls Adding.add on `this`, which has no code here";
        private static final long serialVersionUID = 1;

        Adding(double x) {
            add(x);
        }
    }

    static final class Failing {
        static final String REASON = "the constructor of Failing never returns";

        Failing() {
            throw new IllegalStateException();
        }
    }
}
