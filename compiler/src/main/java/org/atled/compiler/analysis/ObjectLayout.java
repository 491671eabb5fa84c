package org.atled.compiler.analysis;

/**
 * How large the shadow of an object is.
 *
 * @param numbers how many {@code double} and {@code float} fields its class has, inherited ones included
 * @param references how many fields of arrays and objects
 */
public record ObjectLayout(int numbers, int references) {}
