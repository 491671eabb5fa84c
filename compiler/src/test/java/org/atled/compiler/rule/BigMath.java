package org.atled.compiler.rule;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions to some 400 digits by series and Newton's method: enough to take a difference quotient with a
 * step of 1e-40 where a function differs from its limit only in the 320th digit.
 */
final class BigMath {
    static final MathContext DIGITS = new MathContext(450);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.valueOf(1, 470);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int HALVINGS = 40;
    static final BigDecimal PI = arctanOfInverse(5)
            .multiply(BigDecimal.valueOf(16))
            .subtract(arctanOfInverse(239).multiply(BigDecimal.valueOf(4)));

    private BigMath() {}

    static BigDecimal exp(BigDecimal x) {
        return exp(x, DIGITS);
    }

    private static BigDecimal exp(BigDecimal x, MathContext digits) {
        BigDecimal small = x.divide(TWO.pow(HALVINGS), digits);
        BigDecimal power = taylor(ONE, small, 1, 1, digits);
        for (int i = 0; i < HALVINGS; i++) {
            power = power.multiply(power, digits);
        }
        return power;
    }

    /** Halley's iteration on {@code exp(y) = x}, which triples the digits, from a double's worth of them. */
    static BigDecimal log(BigDecimal x) {
        int exponent = x.precision() - x.scale();
        double mantissa = x.scaleByPowerOfTen(-exponent).doubleValue();
        BigDecimal y = new BigDecimal(Math.log(mantissa) + exponent * Math.log(10));
        for (int correct : new int[] {40, 120, 350, DIGITS.getPrecision()}) {
            MathContext digits = new MathContext(Math.min(correct + 30, DIGITS.getPrecision()));
            BigDecimal power = exp(y, digits);
            y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power), digits), DIGITS);
        }
        return y;
    }

    static BigDecimal sin(BigDecimal x) {
        BigDecimal turn = PI.multiply(TWO);
        BigDecimal reduced = x.subtract(turn.multiply(nearest(x.divide(turn, DIGITS))));
        return taylor(reduced, reduced.multiply(reduced, DIGITS).negate(), 2, 2, DIGITS);
    }

    static BigDecimal cos(BigDecimal x) {
        return sin(x.add(PI.divide(TWO, DIGITS)));
    }

    static BigDecimal atan(BigDecimal x) {
        if (x.abs().compareTo(ONE) > 0) {
            BigDecimal right = PI.divide(TWO, DIGITS).multiply(BigDecimal.valueOf(x.signum()));
            return right.subtract(atan(ONE.divide(x, DIGITS)), DIGITS);
        }
        BigDecimal tangent = x;
        for (int i = 0; i < 5; i++) {
            BigDecimal secant = ONE.add(tangent.multiply(tangent)).sqrt(DIGITS);
            tangent = tangent.divide(ONE.add(secant), DIGITS);
        }
        return arctan(tangent).multiply(TWO.pow(5), DIGITS);
    }

    static BigDecimal asin(BigDecimal x) {
        BigDecimal cosine = ONE.subtract(x).multiply(ONE.add(x)).sqrt(DIGITS);
        return atan(x.divide(cosine, DIGITS));
    }

    /** The angle of the point, on the branch of {@code atan2} for {@code x > 0} and up to a constant elsewhere. */
    static BigDecimal angle(BigDecimal y, BigDecimal x) {
        return x.abs().compareTo(y.abs()) >= 0
                ? atan(y.divide(x, DIGITS))
                : atan(x.divide(y, DIGITS)).negate();
    }

    static BigDecimal sinh(BigDecimal x) {
        return exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
    }

    /** {@code |x| to the p}, negative if {@code x} is and {@code p} is an odd integer. */
    static BigDecimal pow(BigDecimal x, BigDecimal p) {
        boolean odd = p.remainder(TWO).abs().compareTo(ONE) == 0;
        BigDecimal power = exp(p.multiply(log(x.abs()), DIGITS));
        return x.signum() < 0 && odd ? power.negate() : power;
    }

    static BigDecimal cbrt(BigDecimal x) {
        BigDecimal root = exp(log(x.abs()).divide(BigDecimal.valueOf(3), DIGITS));
        return x.signum() < 0 ? root.negate() : root;
    }

    static BigDecimal hypot(BigDecimal x, BigDecimal y) {
        return x.multiply(x).add(y.multiply(y)).sqrt(DIGITS);
    }

    /** The nearest integer, a half to the even one. */
    static BigDecimal nearest(BigDecimal x) {
        return x.setScale(0, RoundingMode.HALF_EVEN);
    }

    /** first·(1 + s/((n+1)…(n+stride)) + …): the factorial series of exp ({@code n = 0}) and sin ({@code n = 1}). */
    private static BigDecimal taylor(BigDecimal first, BigDecimal step, int from, int stride, MathContext digits) {
        BigDecimal negligible = first.abs().movePointLeft(digits.getPrecision() + 20);
        BigDecimal sum = first;
        BigDecimal term = first;
        for (int n = from; term.abs().compareTo(negligible) > 0; n += stride) {
            long divisor = stride == 1 ? n : (long) n * (n + 1);
            term = term.multiply(step, digits).divide(BigDecimal.valueOf(divisor), digits);
            sum = sum.add(term, digits);
        }
        return sum;
    }

    private static BigDecimal arctanOfInverse(int x) {
        return arctan(ONE.divide(BigDecimal.valueOf(x), DIGITS));
    }

    private static BigDecimal arctan(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS).negate();
        BigDecimal power = x;
        BigDecimal sum = ZERO;
        for (int n = 1; power.abs().compareTo(NEGLIGIBLE) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
            power = power.multiply(square, DIGITS);
        }
        return sum;
    }
}
