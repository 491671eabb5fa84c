package org.atled.benchmarks.measure;

/** Two ways to a derivative say different things, so nothing is timed. */
public final class DisagreementException extends RuntimeException {
    DisagreementException(String message) {
        super(message);
    }
}
