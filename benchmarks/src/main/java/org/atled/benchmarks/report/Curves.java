package org.atled.benchmarks.report;

import java.util.List;
import org.atled.benchmarks.measure.Curve;
import org.atled.benchmarks.suite.Entry;

/** How the methods of a problem become fast on one JVM. */
public record Curves(String jvm, Entry entry, List<Curve> curves) {}
