package org.atled.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as a table shows them: three digits, a dash where there is none. */
final class Figures {
    private static final String NONE = "-";

    private Figures() {}

    static String time(OptionalDouble nanoseconds) {
        if (nanoseconds.isEmpty()) {
            return NONE;
        }
        double t = nanoseconds.getAsDouble();
        if (t < 1e3) {
            return digits(t) + " ns";
        }
        if (t < 1e6) {
            return digits(t / 1e3) + " µs";
        }
        return t < 1e9 ? digits(t / 1e6) + " ms" : digits(t / 1e9) + " s";
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? NONE : digits(ratio.getAsDouble());
    }

    private static String digits(double number) {
        String format = number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
