package org.atled.compiler.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Programs in which objects change, move and are reached in several ways. */
final class ObjectMemory {
    private ObjectMemory() {}

    private static final class Cell {
        double value;
        float small;
        double[] data;
        Cell other;
        int count;

        Cell(double value, int size) {
            this.value = value;
            this.data = new double[size];
        }

        Cell add(double x) {
            value += x * value;
            count++;
            return this;
        }
    }

    @Program(at = "0.3, 1.1")
    static double returnedThis(double x, double y) {
        Cell cell = new Cell(x, 1);
        Cell same = cell.add(y).add(x);
        same.value *= cell.value;
        return cell.value * same.count;
    }

    @Program(at = "[0.5, 1.5, -1]")
    static double swappedReferences(double[] p) {
        Cell a = new Cell(p[0], 2);
        Cell b = new Cell(p[1], 2);
        for (int i = 0; i < 5; i++) {
            a.value += Math.sin(b.value) * p[2];
            a.data[i % 2] += a.value * b.data[(i + 1) % 2];
            Cell t = a;
            a = b;
            b = t;
            b.data[0] += b.value * b.value;
        }
        return a.value * b.value + a.data[0] * b.data[1];
    }

    @Program(at = "[0.5, 1.5, -1]")
    static double swappedFields(double[] p) {
        Cell cell = new Cell(1, 3);
        double[] spare = p.clone();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                cell.data[j] = spare[j] * spare[(j + 1) % 3] + p[j];
            }
            double[] t = cell.data;
            cell.data = spare;
            spare = t;
        }
        return cell.data[0] + spare[1] * cell.data[2];
    }

    @Program(at = "[0.5, 1.5, -1]")
    static double arrayOfObjects(double[] p) {
        Cell[] cells = new Cell[p.length];
        for (int i = 0; i < p.length; i++) {
            cells[i] = new Cell(p[i] * p[i], 1);
            cells[i].other = i == 0 ? null : cells[i - 1];
        }
        Cell first = cells[0];
        cells[0] = cells[2];
        cells[2] = first;
        double sum = 0;
        for (Cell cell : cells) {
            cell.value *= 2;
            if (cell.other != null) {
                cell.other.value += cell.value * cell.value;
            }
            sum += cell == first ? cell.value : cell.value * cell.value;
        }
        return sum;
    }

    @Program(at = "1.25, 0.5")
    static double aliasThroughTwoFields(double x, double y) {
        Cell a = new Cell(x, 2);
        Cell b = new Cell(y, 0);
        b.data = a.data;
        a.data[0] = x * y;
        b.data[0] *= b.data[0];
        a.data[1] = b.data[0] + x;
        b.other = a;
        b.other.value *= b.data[1];
        return a.value + a.data[0];
    }

    @Program(at = "0.75, 2")
    static float floats(float x, float y) {
        Cell cell = new Cell(1, 0);
        cell.small = x * y;
        for (int i = 0; i < 3; i++) {
            cell.small = cell.small * cell.small + x;
        }
        return cell.small;
    }

    private abstract static class Shape {
        final double scale;

        Shape(double scale) {
            this.scale = scale;
        }

        abstract double area();

        double scaled() {
            return scale * area();
        }
    }

    private static class Circle extends Shape {
        final double radius;

        Circle(double scale, double radius) {
            super(scale * radius);
            this.radius = radius;
        }

        @Override
        double area() {
            return Math.PI * radius * radius;
        }
    }

    private static final class Ring extends Circle {
        final double hole;

        Ring(double scale, double radius, double hole) {
            super(scale, radius);
            this.hole = hole;
        }

        @Override
        double area() {
            return super.area() - Math.PI * hole * hole;
        }

        @Override
        double scaled() {
            return super.scaled() + hole;
        }
    }

    @Program(at = {"1.5, 2, 0.5", "0.5, 2, 0.5"})
    static double inheritance(double scale, double radius, double hole) {
        Shape shape = scale > 1 ? new Ring(scale, radius, hole) : new Circle(scale, radius);
        return shape.scaled() * shape.scale;
    }

    private enum Law {
        LINEAR {
            @Override
            double at(double x) {
                return 2 * x;
            }
        },
        CUBIC {
            @Override
            double at(double x) {
                return x * x * x;
            }
        };

        abstract double at(double x);
    }

    @Program(at = {"1.5, 1", "0.5, 0"})
    static double enums(double x, int choice) {
        Law law = Law.values()[choice];
        return law.at(x) * (law == Law.CUBIC ? x : 1);
    }

    private interface Named {
        double raw(double x);

        default double twice(double x) {
            return raw(raw(x));
        }
    }

    @Program(at = "0.4, 1.3")
    static double anonymousClass(double x, double a) {
        Named law = new Named() {
            private double calls = a;

            @Override
            public double raw(double v) {
                calls *= v;
                return v * calls;
            }
        };
        return law.twice(x) + law.raw(a);
    }

    private static final class Tree {
        final Tree left;
        final Tree right;
        final double weight;

        Tree(Tree left, Tree right, double weight) {
            this.left = left;
            this.right = right;
            this.weight = weight;
        }

        double sum(double factor) {
            double below = (left == null ? 0 : left.sum(factor * weight)) + (right == null ? 1 : right.sum(factor));
            return below * weight * factor;
        }
    }

    private static Tree grow(double x, int depth) {
        return depth == 0 ? null : new Tree(grow(x * x, depth - 1), grow(Math.sin(x), depth - 1), x + depth);
    }

    @Program(at = "0.7")
    static double trees(double x) {
        Tree shared = grow(x, 2);
        return new Tree(shared, shared, x).sum(x) + grow(x, 3).sum(1);
    }

    @Program(at = "[0.5, 1.5, -1]")
    static double lambdasOverObjects(double[] p) {
        List<DoubleUnaryOperator> all = new ArrayList<>();
        for (double each : p) {
            Cell cell = new Cell(each, 1);
            all.add(v -> {
                cell.value += v * each;
                return cell.value * v;
            });
        }
        double y = 1;
        for (int i = 0; i < 2; i++) {
            for (DoubleUnaryOperator f : all) {
                y = f.applyAsDouble(y) + 0.5;
            }
        }
        return y;
    }

    private record Pair<T>(T first, T second) {
        Pair<T> swapped() {
            return new Pair<>(second, first);
        }
    }

    @Program(at = "[0.5, 1.5]")
    static double generics(double[] p) {
        Pair<double[]> pair = new Pair<>(p, new double[] {p[1], 2});
        pair.swapped().first()[0] *= p[0];
        Pair<Double> numbers = new Pair<>(pair.second()[0], p[1]).swapped();
        return numbers.first() * numbers.second() * pair.first()[0];
    }

    private static double total(Cell... cells) {
        double sum = 0;
        for (Cell cell : cells) {
            sum += cell.value * cell.data[0];
        }
        return sum;
    }

    @Program(at = "0.5, 2")
    static double varargs(double x, double y) {
        Cell a = new Cell(x, 1);
        Cell b = new Cell(y, 1);
        a.data[0] = y;
        b.data[0] = x * x;
        return total(a, b, a);
    }

    @Program(at = {"0.5, 3", "0.5, 9"})
    static double exceptionHalfway(double x, int n) {
        Cell cell = new Cell(x, 4);
        cell.value = x;
        try {
            for (int i = 0; i < n; i++) {
                cell.data[i] = cell.value * x;
                cell.add(cell.data[i]);
            }
        } catch (ArrayIndexOutOfBoundsException end) {
            cell.value *= cell.value;
        } finally {
            cell.data[0] += cell.value;
        }
        return cell.value + cell.data[0] * cell.data[2];
    }
}
