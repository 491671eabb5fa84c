package org.atled.compiler.ir.interpreter;

import java.util.function.DoubleUnaryOperator;

/** Compiled code that interpreted programs meet. */
class Fixture implements Cloneable {
    static int initialized;

    private boolean flag;
    private char letter = 'a';
    private short small;
    private static double total = 1.5;
    final double size;

    static final class WithInitializer {
        static {
            initialized++;
        }
    }

    interface Shape {
        default double area() {
            return 1;
        }
    }

    static final class Square extends Fixture implements Shape {
        private Square(double size) {
            super(size);
        }

        @Override
        public double area() {
            return size * size;
        }

        @Override
        String name() {
            return "square";
        }
    }

    static final class Point implements Shape {}

    Fixture(double size) {
        this.size = size;
    }

    String name() {
        return "fixture";
    }

    private double scaled(double factor, boolean negative) {
        return negative ? -size * factor : size * factor;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    private static double apply(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    private static double twice(double x) {
        return 2 * x;
    }

    private static double addTo(Fixture fixture, double x) {
        return fixture.size + x;
    }

    private static int sum(int... terms) {
        int sum = 0;
        for (int term : terms) {
            sum += term;
        }
        return sum;
    }

    static void fail(String message) {
        throw new UnsupportedOperationException(message);
    }

    static boolean holdsLock(Object object) {
        return Thread.holdsLock(object);
    }
}
