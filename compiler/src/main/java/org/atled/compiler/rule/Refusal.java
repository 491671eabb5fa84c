package org.atled.compiler.rule;

/**
 * Why a call must not be given active values.
 *
 * @param tag of the diagnostic
 * @param reason what is wrong and what to do instead, in full sentences
 */
public record Refusal(String tag, String reason) {}
