package org.atled.compiler.bytecode;

import java.util.Collection;
import java.util.Locale;

/** What a round trip came to, in a line for the log of the tests. */
record Figures(RoundTrip trip, Collection<String> verified) {
    String line(String what) {
        int methods = trip.methods(trip.classNames());
        return String.format(
                Locale.ROOT,
                "%s: %d classes, %d methods tried, %d lifted, %d verified (in %d classes), code size x %.4f",
                what,
                trip.classNames().size(),
                methods,
                methods - trip.failures().size(),
                trip.methods(verified),
                verified.size(),
                (double) trip.rewrittenSize() / trip.originalSize());
    }
}
