package org.atled.testing;

/**
 * A derivative beside the central difference it should equal.
 *
 * @param component name of the component, {@code x[3]}
 * @param expected the difference
 * @param estimate estimated absolute error of the difference
 * @param got the derivative under check
 * @param noise rounding error that no difference can avoid here, absolute
 * @param precision of the numbers that the function computes with, relative
 */
record Comparison(String component, double expected, double estimate, double got, double noise, double precision) {
    /** The estimate is an estimate. */
    private static final double SAFETY = 10;

    /** What differences of well-behaved functions reach with certainty; an error of 1e-6 is still seen. */
    private static final double RELATIVE_TOLERANCE = 1e-7;

    /** The rounding errors that a derivative may well have, in units of the precision. */
    private static final double ROUNDINGS = 100;

    /** A difference with a larger relative error says nothing, unless it is as good as rounding lets it be. */
    private static final double UNSETTLED = 1e-3;

    boolean agrees() {
        return Math.abs(got - expected) <= SAFETY * estimate + tolerance() * size();
    }

    /** Whether the differences say too little to accept or reject anything. */
    boolean unsettled() {
        return !(estimate <= UNSETTLED * size() || estimate <= noise / UNSETTLED);
    }

    /** How far both are apart; 0 where the difference itself is not good to the tolerance, and so says nothing of it. */
    double relativeError() {
        return estimate <= tolerance() * size() ? Math.abs(got - expected) / size() : 0;
    }

    void addTo(Table table) {
        String difference = Double.isNaN(expected)
                ? "no finite difference"
                : Table.number(expected) + " ± " + Table.shortNumber(estimate);
        String relative = Table.shortNumber(Math.abs(got - expected) / size());
        String mark = unsettled() ? "unsettled" : agrees() ? "" : "<- off";
        table.add(component, difference, Table.number(got), relative, mark);
    }

    static Table table() {
        return new Table("component", "expected (difference ± estimate)", "got", "relative error", "");
    }

    private double tolerance() {
        return Math.max(RELATIVE_TOLERANCE, ROUNDINGS * precision);
    }

    private double size() {
        double size = Math.max(Math.abs(got), Double.isNaN(expected) ? 0 : Math.abs(expected));
        return size == 0 ? Double.MIN_NORMAL : size;
    }
}
