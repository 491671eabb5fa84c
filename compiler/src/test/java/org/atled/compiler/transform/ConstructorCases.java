package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/** Classes with constructors of all kinds; {@code samples()} gives arguments for one. */
final class ConstructorCases {
    private static final double SCALE = 2.5;

    private ConstructorCases() {}

    static final class Plain {
        final double x;
        final float y;
        final int n;

        Plain(double x, float y, int n) {
            this.x = x * x;
            this.y = y + n;
            this.n = n;
        }

        static Object[][] samples() {
            return new Object[][] {{1.5, 2.5f, 3}};
        }
    }

    static final class Initializers {
        double a = 3;
        double b;
        final double[] c = {1, 2, SCALE};
        double d = a + 1;

        {
            b = a * d;
            a = -a;
        }

        Initializers(double d) {
            c[1] = d + b;
            this.d += d;
        }

        static Object[][] samples() {
            return new Object[][] {{0.25}};
        }
    }

    static final class Delegating {
        final double x;
        final double y;

        Delegating(double x, double y) {
            this.x = x;
            this.y = y;
        }

        Delegating(double[] both) {
            this(both[0] * 2, both.length > 1 ? both[1] : Math.sin(both[0]));
        }

        static Object[][] samples() {
            return new Object[][] {{new double[] {1}}, {new double[] {1, 2}}};
        }
    }

    abstract static class Base {
        protected double kept;
        double hidden;
        final double[] table;

        Base(double kept, int n) {
            this.kept = kept;
            hidden = kept + 1;
            table = new double[n];
            fill();
        }

        abstract double value(int i);

        private void fill() {
            for (int i = 0; i < table.length; i++) {
                table[i] = value(i);
            }
        }
    }

    static final class Derived extends Base {
        double hidden;
        double seen;

        Derived(double x) {
            super(x * 3, 4);
            seen = hidden + super.hidden;
            hidden = x;
            kept += 1;
        }

        @Override
        double value(int i) {
            seen = i;
            return kept * i + hidden;
        }

        static Object[][] samples() {
            return new Object[][] {{0.7}};
        }
    }

    static class Middle extends Base {
        double slope = 1;

        Middle(double slope) {
            super(slope, 2);
            set(slope);
        }

        void set(double to) {
            slope = to;
        }

        @Override
        double value(int i) {
            return slope + i;
        }
    }

    static final class Lowest extends Middle {
        double other = 7;

        Lowest(double slope) {
            super(slope);
        }

        @Override
        void set(double to) {
            super.set(to * other);
            other = to;
        }

        static Object[][] samples() {
            return new Object[][] {{1.25}};
        }
    }

    static final class Branching {
        double x;
        double[] values;
        String name;

        Branching(double x, boolean flag) {
            if (flag) {
                this.x = x;
                values = new double[] {x};
            } else if (x > 1) {
                name = "large";
            }
        }

        static Object[][] samples() {
            return new Object[][] {{0.5, true}, {0.5, false}, {2.0, false}};
        }
    }

    static final class Returning {
        double x;
        double y;

        Returning(double x) {
            this.x = x;
            if (x < 0) {
                return;
            }
            y = Math.sqrt(x);
        }

        static Object[][] samples() {
            return new Object[][] {{-1.0}, {4.0}};
        }
    }

    static final class Looping {
        double sum;
        double[] partial;
        int count;

        Looping(double[] values) {
            partial = new double[values.length];
            for (double value : values) {
                sum += value;
                partial[count++] = sum;
            }
        }

        static Object[][] samples() {
            return new Object[][] {{new double[] {}}, {new double[] {1, 2, 4}}};
        }
    }

    static final class Validating {
        final double[] values;
        final double x;

        Validating(double[] values, double x) {
            if (!(x > 0)) {
                throw new IllegalArgumentException("x is " + x + ", not positive, for " + describe() + this);
            }
            Objects.requireNonNull(this);
            this.values = Objects.requireNonNull(values, "values").clone();
            this.x = Math.log(x);
        }

        private native String describe();

        static Object[][] samples() {
            return new Object[][] {{new double[] {1, 2}, 3.0}};
        }
    }

    static final class Catching {
        double x;
        double last;

        Catching(double[] values, int index) {
            x = 1;
            try {
                x = 2;
                last = values[index];
                x = 3;
                last = values[index + 1];
                x = 4;
            } catch (ArrayIndexOutOfBoundsException outside) {
                x = x * 10 + last;
            } finally {
                last += 100;
            }
        }

        static Object[][] samples() {
            double[] values = {5, 6, 7};
            return new Object[][] {{values, 0}, {values, 2}, {values, 3}};
        }
    }

    static final class Aliases {
        final double[] first;
        final double[] second;
        final double[] given;
        final double[][] rows;
        Aliases self;

        Aliases(double[] given) {
            first = new double[] {given[0], 2};
            second = first;
            this.given = given;
            rows = new double[][] {first, given, second};
            second[1] = given[0] * 3;
        }

        static Object[][] samples() {
            return new Object[][] {{new double[] {4}}};
        }
    }

    static final class Matrix {
        final double[][] rows;
        final double[][] copy;

        Matrix(int n, double diagonal, double[][] ignored) {
            check(ignored);
            rows = new double[n][n];
            copy = new double[n][];
            for (int i = 0; i < n; i++) {
                rows[i][i] = diagonal;
                copy[i] = rows[i].clone();
                copy[i][0]++;
            }
        }

        private static void check(double[][] given) {
            if (given.length > 10) {
                throw new IllegalArgumentException();
            }
        }

        static Object[][] samples() {
            return new Object[][] {{3, 1.5, new double[2][]}};
        }
    }

    static final class Nested {
        final Plain plain;
        final Delegating[] pair;

        Nested(double x) {
            plain = new Plain(x, 1, 2);
            pair = new Delegating[] {new Delegating(x, x), new Delegating(new double[] {x})};
        }

        static Object[][] samples() {
            return new Object[][] {{1.5}};
        }
    }

    static final class Changed {
        final Mutable inside;

        Changed(double x) {
            inside = new Mutable();
            inside.x = x;
            inside.next = null;
        }

        static Object[][] samples() {
            return new Object[][] {{1.5}};
        }
    }

    static final class Mutable {
        double x;
        Mutable next;
    }

    final class Inner {
        final double x;

        Inner(double x) {
            this.x = x + SCALE;
        }

        static Object[][] samples() {
            return new Object[][] {{new ConstructorCases(), 1.0}};
        }
    }

    static final class Generic<T extends Number> {
        final T number;
        final double value;

        Generic(T number) {
            this.number = number;
            value = this.number.doubleValue() * 2;
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}, {4}};
        }
    }

    record Point(double x, double y, String label) {
        static Object[][] samples() {
            return new Object[][] {{1.0, 2.0, "p"}};
        }
    }

    record Compact(double[] values, double weight) {
        Compact {
            if (values.length == 0) {
                throw new IllegalArgumentException("empty");
            }
            values = values.clone();
            weight = Math.max(weight, values[0]);
        }

        static Object[][] samples() {
            return new Object[][] {{new double[] {3, 4}, 1.0}};
        }
    }

    record Secondary(double a, double b) {
        Secondary(double a) {
            this(a, a * a);
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}};
        }
    }

    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        final double code;

        Failure(String message, double code) {
            super(message + "!");
            this.code = code * 2;
        }

        static Object[][] samples() {
            return new Object[][] {{"m", 3.0}};
        }
    }

    static final class Lists {
        final List<double[]> list = new ArrayList<>();
        double total;

        Lists(double[]... rows) {
            for (double[] row : rows) {
                list.add(row);
            }
            for (double[] row : list) {
                total += row[0];
            }
        }

        static Object[][] samples() {
            return new Object[][] {{new double[][] {{1}, {2}}}};
        }
    }

    static final class Lambda {
        final DoubleUnaryOperator scaled;

        Lambda(double factor) {
            scaled = x -> factor * x;
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}};
        }
    }

    static final class Fluent {
        double x;
        double y;

        Fluent(double x) {
            withX(x).withY(this.x * 2);
            ((Fluent) (Object) this).y++;
        }

        Fluent withX(double x) {
            this.x = x;
            return this;
        }

        Fluent withY(double y) {
            this.y = y;
            return this;
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}};
        }
    }

    static final class Switching {
        double x;
        double y;

        Switching(int mode, double x) {
            switch (mode) {
                case 0 -> this.x = x;
                case 1 -> {
                    this.x = -x;
                    y = x;
                }
                default -> y = 2 * x;
            }
        }

        static Object[][] samples() {
            return new Object[][] {{0, 1.0}, {1, 1.0}, {2, 1.0}};
        }
    }

    static final class StaticallyHelped {
        double x;

        StaticallyHelped(double x) {
            set(this, x * 2);
        }

        private static void set(StaticallyHelped target, double x) {
            target.x = x;
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}};
        }
    }

    static final class Copied {
        final double[] sorted;
        final double[] part;
        final double[] moved = new double[3];

        Copied(double[] values) {
            sorted = Arrays.copyOf(values, 3);
            Arrays.sort(sorted);
            part = Arrays.copyOfRange(values, 1, 2);
            System.arraycopy(values, 0, moved, 1, 2);
            Arrays.fill(part, values[0]);
        }

        static Object[][] samples() {
            return new Object[][] {{new double[] {3, 1, 2}}};
        }
    }

    static final class Locked {
        double x;

        Locked(double x) {
            synchronized (this) {
                this.x = x * 2;
            }
            if (getClass() == Locked.class) {
                this.x++;
            }
        }

        static Object[][] samples() {
            return new Object[][] {{3.0}};
        }
    }

    static final class Defaults {
        double never;
        double[] alsoNever;
        final double read;

        Defaults() {
            read = never + (alsoNever == null ? 1 : 2);
        }

        static Object[][] samples() {
            return new Object[][] {{}};
        }
    }

    static DoubleUnaryOperator anonymous(double factor, double[] shifts) {
        return new DoubleUnaryOperator() {
            private final double doubled = factor * 2 + shifts[0];

            @Override
            public double applyAsDouble(double x) {
                return doubled * x + shifts[1] * factor;
            }
        };
    }

    static DoubleUnaryOperator local(double factor) {
        final class Local implements DoubleUnaryOperator {
            private final double offset;

            Local(double offset) {
                this.offset = offset + factor;
            }

            @Override
            public double applyAsDouble(double x) {
                return factor * x + offset;
            }
        }
        return new Local(4);
    }
}
