package org.atled.benchmarks.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.atled.benchmarks.measure.Method;
import org.atled.benchmarks.measure.Samples;
import org.atled.benchmarks.suite.Entry;

/** What was measured of one problem on one JVM. */
public final class Row {
    private final Entry entry;
    private final Map<Method, Samples> samples = new EnumMap<>(Method.class);

    /** The row of a problem. */
    public Row(Entry entry, List<Samples> samples) {
        this.entry = entry;
        samples.forEach(s -> this.samples.put(s.method(), s));
    }

    Entry entry() {
        return entry;
    }

    List<Samples> samples() {
        return List.copyOf(samples.values());
    }

    /** Nanoseconds of a call, if the method was measured. */
    OptionalDouble time(Method method) {
        Samples of = samples.get(method);
        return of == null ? OptionalDouble.empty() : OptionalDouble.of(of.least());
    }

    /** The time of a method over that of another, if both were measured. */
    OptionalDouble ratio(Method method, Method other) {
        return time(method).isPresent() && time(other).isPresent()
                ? OptionalDouble.of(time(method).getAsDouble() / time(other).getAsDouble())
                : OptionalDouble.empty();
    }
}
