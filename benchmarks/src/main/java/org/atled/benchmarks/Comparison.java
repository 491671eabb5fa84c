package org.atled.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.atled.benchmarks.measure.Cpp;
import org.atled.benchmarks.measure.Curve;
import org.atled.benchmarks.measure.DisagreementException;
import org.atled.benchmarks.measure.Effort;
import org.atled.benchmarks.measure.Java;
import org.atled.benchmarks.measure.Method;
import org.atled.benchmarks.measure.Samples;
import org.atled.benchmarks.report.Curves;
import org.atled.benchmarks.report.Report;
import org.atled.benchmarks.report.Row;
import org.atled.benchmarks.suite.Entry;

/** Measures some problems on one JVM after the other and says how far it is. What fails is said and left out. */
final class Comparison {
    /** Long enough for the JVM to compile, and what a person would wait. */
    private static final double WATCHED_SECONDS = 2;

    private static final List<Method> WATCHED = List.of(Method.ATLED, Method.HAND);

    private final List<Entry> entries;
    private final List<Method> methods;
    private final Effort effort;
    private final Cpp cpp;
    private final PrintWriter out;
    private final Report report = new Report();
    private boolean complete = true;

    Comparison(List<Entry> entries, List<Method> methods, Effort effort, Cpp cpp, PrintWriter out) {
        this.entries = entries;
        this.methods = methods;
        this.effort = effort;
        this.cpp = cpp;
        this.out = out;
    }

    /** Times all problems. */
    void measure(Java java) {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            progress("measuring", entry, java);
            try {
                List<Samples> samples = new ArrayList<>(java.measure(entry, methods, effort));
                samples.addAll(cpp.measure(entry, methods, effort));
                rows.add(new Row(entry, samples));
            } catch (IOException | DisagreementException failure) {
                failed(entry, failure);
            }
        }
        report.add(java.version(), rows);
        report.remark(cpp.remark());
    }

    /** Watches all problems from their first call on. */
    void watch(Java java) {
        List<Method> watched = methods.stream().filter(WATCHED::contains).toList();
        for (Entry entry : entries) {
            progress("warming up", entry, java);
            List<Curve> curves = new ArrayList<>();
            for (Method method : watched) {
                try {
                    curves.add(java.watch(entry, method, WATCHED_SECONDS));
                } catch (IOException failure) {
                    failed(entry, failure);
                }
            }
            report.add(new Curves(java.version(), entry, curves));
        }
    }

    Report report() {
        return report;
    }

    /** Whether nothing failed. */
    boolean complete() {
        return complete;
    }

    private void progress(String what, Entry entry, Java java) {
        out.printf(
                "[%d/%d] Java %s, %s %s (%s)%n",
                entries.indexOf(entry) + 1, entries.size(), java.version(), what, entry.name(), entry.size());
        out.flush();
    }

    private void failed(Entry entry, Exception failure) {
        complete = false;
        out.println("  " + entry.name() + " failed: " + failure.getMessage());
    }
}
