package org.atled.compiler.programs;

/** Switches on integers, characters, strings and enums, old and new. */
final class Switches {
    private Switches() {}

    enum Shape {
        SQUARE,
        CIRCLE,
        LINE
    }

    @Program(
            at = {"2, 0", "2, 1", "2, 2", "2, 3", "2, 9"},
            gradient = {"1", "4", "12", "13", "0"})
    static double dense(double x, int n) {
        switch (n) {
            case 0:
                return x;
            case 1:
                return x * x;
            case 2:
                x = x * x * x;
                break;
            case 3:
                return x * x * x + x;
            default:
                x = 7;
        }
        return x;
    }

    @Program(at = {"2, 0", "2, 1", "2, 2", "2, 3", "2, -7"})
    static double fallThrough(double x, int n) {
        double y = 1;
        switch (n) {
            case 0:
                y *= x;
            case 1:
                y += x * x;
            case 2:
                y = y * y + x;
                break;
            case -7:
                y = x / 3;
            default:
                y -= 2 * x;
        }
        return y;
    }

    @Program(at = {"1.5, 1000", "1.5, -1000", "1.5, 0", "1.5, 2147483647"})
    static double sparse(double x, int n) {
        double y = switch (n) {
            case 1000 -> x * x;
            case -1000, 2147483647 -> Math.sin(x);
            default -> {
                double t = x + 1;
                yield t * t * t;
            }
        };
        return y * x;
    }

    @Program(at = {"1.5, 'add'", "1.5, 'multiply'", "1.5, 'Aa'", "1.5, 'BB'", "1.5, 'other'"})
    static double strings(double x, String operation) {
        double y = 2 * x;
        switch (operation) {
            case "add":
                y += x;
                break;
            case "multiply":
                y *= x;
                break;
            case "Aa": // same hash code as "BB"
                y = Math.exp(x);
                break;
            case "BB":
                y = Math.log(x);
            // fall through
            default:
                y -= x * x;
        }
        return y * y;
    }

    @Program(
            at = {"1.5, SQUARE", "1.5, CIRCLE", "1.5, LINE"},
            gradient = {"3", "9.42477796076938", "0"})
    static double enums(double x, Shape shape) {
        return switch (shape) {
            case SQUARE -> x * x;
            case CIRCLE -> Math.PI * x * x;
            default -> 0;
        };
    }

    @Program(at = {"1.5, LINE, 3", "0.5, SQUARE, 4"})
    static double insideALoop(double x, Shape first, int n) {
        double y = 1;
        Shape[] shapes = {Shape.SQUARE, Shape.CIRCLE, Shape.LINE};
        loop:
        for (int i = 0; i < 20; i++) {
            switch (shapes[(first.ordinal() + i) % 3]) {
                case SQUARE:
                    y *= x;
                    continue;
                case CIRCLE:
                    y += x;
                    break;
                case LINE:
                    if (i > n) {
                        break loop;
                    }
                    y -= 0.1 * x * y;
                    break;
                default:
                    throw new AssertionError();
            }
            y += 0.25;
        }
        return y;
    }

    @Program(at = {"0.5, 'abac+d'", "2, ''"})
    static double characters(double x, String program) {
        double accumulator = x;
        for (char c : program.toCharArray()) {
            switch (c) {
                case 'a' -> accumulator *= x;
                case 'b' -> accumulator += 1;
                case 'c' -> accumulator = Math.sqrt(accumulator);
                case 'd' -> {
                    for (int i = 0; i < 3; i++) {
                        accumulator += accumulator * x;
                    }
                }
                default -> accumulator = -accumulator;
            }
        }
        return accumulator;
    }

    @Program(at = {"0.5, 1, 2", "0.5, 2, 1", "0.5, 0, 0"})
    static double nested(double x, int m, int n) {
        double y = x;
        switch (m) {
            case 1:
                switch (n) {
                    case 1:
                        y = 1;
                        break;
                    case 2:
                        y = x * x;
                        break;
                    default:
                }
                y *= 3;
                break;
            case 2:
                y = switch (n) {
                    case 1 -> y + x * x * x;
                    default -> 0;
                };
        }
        return y * y;
    }

    @Program(at = {"2.5, 1.5", "0.5, 1.5", "1.5, 1.5"})
    static double onTheIntegerPartOfActive(double x, double y) {
        return switch ((int) x) {
            case 0 -> x * y;
            case 1 -> x + y;
            default -> x / y;
        };
    }

    @Program(at = {"[1,2,3], 0", "[1,2,3], 1", "[1,2,3], 2"})
    static double selectsArrays(double[] x, int n) {
        double[] other = {4, 5, 6};
        double[] chosen = switch (n) {
            case 0 -> x;
            case 1 -> other;
            default -> x.clone();
        };
        chosen[0] *= x[1];
        return chosen[0] * chosen[1] + x[0] * x[2];
    }
}
