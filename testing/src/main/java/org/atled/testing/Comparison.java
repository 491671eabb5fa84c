package org.atled.testing;

/**
 * A derivative beside the central difference it should equal.
 *
 * @param component name of the component, {@code x[3]}
 * @param expected the difference
 * @param estimate estimated absolute error of the difference
 * @param got the derivative under check
 * @param noise rounding error that no difference can avoid here, absolute
 */
record Comparison(String component, double expected, double estimate, double got, double noise) {
    /** The estimate is an estimate. */
    private static final double SAFETY = 10;

    /** What differences of well-behaved functions reach with certainty; an error of 1e-6 is still seen. */
    private static final double RELATIVE_TOLERANCE = 1e-7;

    /** A difference with a larger relative error says nothing, unless it is as good as rounding lets it be. */
    private static final double UNSETTLED = 1e-3;

    boolean agrees() {
        return Math.abs(got - expected) <= SAFETY * estimate + RELATIVE_TOLERANCE * size();
    }

    /** Whether the differences say too little to accept or reject anything. */
    boolean unsettled() {
        return !(estimate <= UNSETTLED * size() || estimate <= noise / UNSETTLED);
    }

    /** 0 where difference and derivative agree to within what the difference can resolve. */
    double relativeError() {
        double off = Math.abs(got - expected);
        return off <= SAFETY * estimate ? 0 : off / size();
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

    private double size() {
        double size = Math.max(Math.abs(got), Double.isNaN(expected) ? 0 : Math.abs(expected));
        return size == 0 ? Double.MIN_NORMAL : size;
    }
}
