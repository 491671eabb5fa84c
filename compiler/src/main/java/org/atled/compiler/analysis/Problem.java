package org.atled.compiler.analysis;

/**
 * Why a method cannot be differentiated, or what its user should know.
 *
 * @param isError whether no derivative can be built; otherwise a note
 * @param tag the rule, {@code AtledNativeMethod}
 * @param message one or two sentences, the last says what to do
 */
public record Problem(boolean isError, String tag, Site site, String message) {}
