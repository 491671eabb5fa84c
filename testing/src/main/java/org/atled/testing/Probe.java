package org.atled.testing;

import java.util.SplittableRandom;
import org.atled.testing.Subject.Call;
import org.atled.testing.Subject.Outcome;

/**
 * One function at one point with one seeded direction. Every call gets copies of its own, so that what one call does to
 * its arguments cannot reach the next.
 */
final class Probe {
    final Subject subject;
    final double[] x;
    final double[] value;
    /** The point as the plain function leaves it; differs from {@link #x} only if the function works in place. */
    final double[] xAfter;
    /** Random direction. Component i has the size of x[i], so that badly scaled inputs are moved alike. */
    final double[] tangent;

    final double[] cotangent;
    /** Another point of the domain, to call at in between. */
    final double[] elsewhere;

    Probe(Subject subject, double[] x, long seed) {
        this.subject = subject;
        this.x = x.clone();
        this.xAfter = x.clone();
        this.value = subject.value().apply(xAfter);
        SplittableRandom random = new SplittableRandom(seed);
        this.tangent = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            tangent[i] = scale(i) * dyadic(random);
        }
        this.cotangent = new double[value.length];
        for (int j = 0; j < value.length; j++) {
            cotangent[j] = subject.scalar() ? 1 : dyadic(random);
        }
        this.elsewhere = elsewhere();
        // First calls are made elsewhere: a result that is kept from the first call is then wrong at x.
        subject.pushforward().ifPresent(call -> call.at(elsewhere.clone(), tangent.clone()));
        subject.pullback().at(elsewhere.clone(), cotangent.clone());
    }

    /** A power of two of the size of x[i], 1 where that is 0: steps by it times few bits are exact. */
    double scale(int i) {
        return x[i] == 0 ? 1 : Math.scalb(1.0, Math.max(Math.getExponent(x[i]), -500));
    }

    Subject.Numbers numbers() {
        return subject.numbers();
    }

    /** A tolerance for numbers of type {@code double}, widened if those of the function are not as exact. */
    double allowed(double tolerance) {
        return tolerance * (numbers().precision() / Math.ulp(1.0));
    }

    Outcome pushforward() {
        return call(subject.pushforward().orElseThrow(), tangent);
    }

    Outcome pullback() {
        return call(subject.pullback(), cotangent);
    }

    /** A point some per cent away, nearer where the function does not allow that. */
    private double[] elsewhere() {
        for (int exponent = -5; exponent > -40; exponent -= 5) {
            double[] moved = x.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += Math.scalb(tangent[i], exponent);
            }
            if (isInDomain(moved)) {
                return moved;
            }
        }
        return x;
    }

    private boolean isInDomain(double[] point) {
        try {
            for (double component : subject.value().apply(point.clone())) {
                if (!Double.isFinite(component)) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException outsideDomain) {
            // Functions say so by exceptions of all kinds.
            return false;
        }
    }

    private Outcome call(Call call, double[] seed) {
        return call.at(x.clone(), seed.clone());
    }

    /** Uniform in ±[1, 2) with four bits: no component is ever left out or drowned by another. */
    private static double dyadic(SplittableRandom random) {
        double size = 1 + random.nextInt(16) / 16.0;
        return random.nextBoolean() ? size : -size;
    }
}
