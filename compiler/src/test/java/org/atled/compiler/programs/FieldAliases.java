package org.atled.compiler.programs;

/** Programs in which fields are written under several names, and methods of objects are small enough to take their calls' place. */
final class FieldAliases {
    private FieldAliases() {}

    private static class Base {
        double v;

        double twice() {
            return 2 * v;
        }

        double grown(double by) {
            v += by * twice();
            return v;
        }
    }

    private static final class Derived extends Base {
        double w;

        @Override
        double twice() {
            return super.twice() * w;
        }
    }

    private static final class Hiding extends Base {
        @SuppressWarnings("HidingField")
        double v;

        double both() {
            return v * super.v;
        }
    }

    private static final class Particle {
        final double mass;
        double x;
        double v;
        double f;
        float light;
        byte small;
        volatile double shared;

        Particle(double mass, double x) {
            this.mass = mass;
            this.x = x;
        }

        void push(double force) {
            f += force;
        }

        void step(double h) {
            v += h * f / mass;
            x += h * v;
            f = 0;
        }

        double ifDeep(int depth) {
            x *= 1.5;
            return depth == 0 ? x : ifDeep(depth - 1) * x;
        }

        double ofSomebodyElse(double[] counts, double y) {
            counts[0] += 1;
            return x * y;
        }
    }

    @Program(at = {"0.5, 1.25, true", "0.5, 1.25, false"})
    static double oneObjectOrTwo(double p, double q, boolean same) {
        Particle a = new Particle(1, p);
        Particle b = same ? a : new Particle(2, q);
        a.x += b.x * p;
        double before = a.x;
        b.x = a.x * q;
        double after = a.x;
        b.x -= a.x * before;
        a.x -= after;
        return a.x * b.x + before;
    }

    @Program(at = {"0.5, 1.25, true", "0.5, 1.25, false"})
    static double incrementsUnderTwoNames(double p, double q, boolean same) {
        Particle a = new Particle(1, p);
        Particle b = same ? a : new Particle(2, q);
        for (int i = 0; i < 3; i++) {
            double read = b.x;
            a.x += p * q;
            b.x += a.x * read;
            a.f += b.x;
            b.f -= a.x * a.f;
        }
        return a.x * b.f + a.f * b.x;
    }

    @Program(at = "[0.5, 1.25, -0.75]")
    static double sumsReadAgain(double[] p) {
        Particle a = new Particle(p[0], p[1]);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            a.push(p[2] * a.x);
            a.step(0.1);
            sum += a.v * a.x;
            p[0] += a.v * p[1];
            sum += p[0] * p[0];
        }
        return sum;
    }

    @Program(at = "0.5, 1.25")
    static double incrementsByThemselves(double p, double q) {
        Particle a = new Particle(1, p);
        a.x += a.x * q;
        a.x -= a.x * a.x * p;
        a.x += a.x;
        double old = a.x;
        a.x = a.x - old * q;
        a.x = q - a.x;
        return a.x * old;
    }

    @Program(at = {"0.5, 1.25", "-0.5, 1.25"})
    static double incrementsInBranches(double p, double q) {
        Particle a = new Particle(1, q);
        if (p > 0) {
            a.x += p;
        }
        double y = a.x;
        a.x -= y * y;
        double z = p < 0 ? a.x : a.x * q;
        a.x += z;
        return a.x * y;
    }

    @Program(at = "0.5, 1.25")
    static double onePlaceByTheNamesOfTwoClasses(double p, double q) {
        Derived derived = new Derived();
        Base base = derived;
        derived.v = p;
        base.v += q;
        derived.v *= base.v;
        base.v -= derived.v * q;
        return derived.v * base.v;
    }

    @Program(at = "0.5, 1.25")
    static double twoFieldsOfOneName(double p, double q) {
        Hiding hiding = new Hiding();
        hiding.v = p;
        ((Base) hiding).v = q;
        hiding.v += ((Base) hiding).v * p;
        ((Base) hiding).v -= hiding.v;
        return hiding.both();
    }

    @Program(at = "0.5, 1.25")
    static double overriddenMethods(double p, double q) {
        Derived derived = new Derived();
        derived.w = q;
        Base base = new Base();
        base.v = p * q;
        return derived.grown(p) + base.grown(p) + (derived.v = p) * derived.grown(q) * derived.twice();
    }

    @Program(at = "0.5, 1.25")
    static double volatileFields(double p, double q) {
        Particle a = new Particle(1, p);
        a.shared = q;
        a.shared += p * a.x;
        double read = a.shared;
        a.shared -= read * a.shared;
        return a.shared * read + a.x;
    }

    @Program(at = "0.5, 300.75", differences = Double.NaN)
    static double narrowFields(double p, double q) {
        Particle a = new Particle(1, p);
        a.small = (byte) (int) q;
        a.light = (float) q;
        return a.small * p + (int) a.light * p;
    }

    /** The mass is a constant, and stays one; what is in x is none from the second round on. */
    @Program(at = "0.5, 1.25")
    static double constantsInFields(double p, double q) {
        Particle a = new Particle(2, 3);
        Particle b = new Particle(4, 5);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += p * a.x / a.mass + b.x * q * b.mass;
            b.v += p * a.mass;
            swap(a, b, q);
            Particle t = a;
            a = b;
            b = t;
        }
        return sum * b.v;
    }

    private static void swap(Particle a, Particle b, double q) {
        double t = a.x;
        a.x = b.x * q;
        b.x = t;
    }

    /** Only a method called last stores what depends on the inputs. */
    @Program(at = "0.5, 1.25")
    static double constantsOverwritten(double p, double q) {
        Particle a = new Particle(2, 3);
        double first = a.x * p + a.f;
        a.push(7);
        double second = a.x * a.f * q;
        a.step(p);
        a.f = 0;
        a.v = 1;
        return first + second * a.x + a.f * a.v;
    }

    @Program(at = {"0.5, true", "0.5, false"})
    static double noObject(double p, boolean isThere) {
        double[] counts = new double[1];
        Particle a = isThere ? new Particle(1, p) : null;
        double y;
        try {
            y = a.ofSomebodyElse(counts, p);
        } catch (NullPointerException missing) {
            y = 3 * p;
        }
        return y * p + counts[0];
    }

    @Program(at = "1.1")
    static double methodsThatCallThemselves(double p) {
        return new Particle(1, p).ifDeep(3);
    }

    @Program(at = "[0.5, 1.25, -0.75]")
    static double elementsAndFieldsInTurn(double[] p) {
        Particle a = new Particle(1, p[0]);
        double[] q = p;
        p[1] += a.x;
        a.x += q[1] * p[2];
        q[2] -= p[1] * a.x;
        p[1] += q[1];
        a.x -= p[2];
        return a.x * p[1] * q[2];
    }

    private static class Meter {
        double last;

        /** Neither uses what is active nor changes it, so that derivatives leave it as it is. */
        int count(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i % 3 + n % (i + 1);
            }
            return sum;
        }

        double scaled(double x) {
            return x * last;
        }
    }

    private static final class Named extends Meter {
        final double v;

        Named(double v) {
            this.v = v;
        }

        @Override
        int count(int n) {
            return super.count(n) + super.hashCode() % 1;
        }

        @Override
        double scaled(double x) {
            int n = super.count(4);
            for (int i = 0; i < n; i++) {
                last += v * x * super.count(i) * (super.toString().isEmpty() ? 2 : 1);
            }
            return super.scaled(x) * n * count(3);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Named named && named.v == v;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(v);
        }
    }

    /** Methods of a superclass that are called as they are, from a class that does not extend it. */
    @Program(at = {"0.7, 1.2", "-0.3, 0.4"})
    static double superclassWithoutPart(double x, double y) {
        Named named = new Named(x);
        Named other = new Named(y);
        double z = named.scaled(y) + other.scaled(x * y);
        return named.equals(named) && !named.equals(other) ? z * named.last : named.last;
    }
}
