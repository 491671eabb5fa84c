package org.atled.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atled.BatchException;

/** What sets of a batch threw, the lowest indices of all: which these are does not depend on threads. */
final class BatchFailures {
    private final TreeMap<Integer, Throwable> lowest = new TreeMap<>();
    private int count;

    synchronized void add(int index, Throwable failure) {
        count++;
        lowest.put(index, failure);
        if (lowest.size() > 1 + BatchException.MOST_SUPPRESSED) {
            lowest.pollLastEntry();
        }
    }

    /**
     * Throws the failures, if there are any.
     *
     * @param all how many sets the batch has
     * @param sets how many were to be run now
     * @param finished how many of these were run
     */
    synchronized void report(int all, int sets, int finished) {
        if (count == 0) {
            return;
        }
        List<BatchException> exceptions = new ArrayList<>();
        for (Map.Entry<Integer, Throwable> failure : lowest.entrySet()) {
            boolean first = exceptions.isEmpty();
            exceptions.add(new BatchException(
                    failure.getKey(),
                    "set " + failure.getKey() + " of " + all + ": " + failure.getValue()
                            + (first ? rest(sets, finished) : ""),
                    failure.getValue()));
        }
        BatchException first = exceptions.get(0);
        exceptions.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    private String rest(int sets, int finished) {
        int skipped = sets - finished;
        return " (" + count + " of " + sets + " sets failed"
                + (skipped > 0 ? ", " + skipped + " were not begun after an interrupt" : "") + "; results of the other "
                + (finished - count) + " are complete)";
    }
}
