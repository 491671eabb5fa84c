package org.atled.compiler;

import java.time.Duration;

/**
 * What one derivative of an annotated method came to. Times differ from run to run, so they are kept apart from all that
 * is to be the same each time.
 *
 * @param method as Java names it, {@code demo.Decay.loss(double[], double[])}
 * @param mode {@code forward}, {@code forward8} for eight directions at a time, {@code reverse} or {@code taylor}
 * @param methods how many methods of the companion are its code, those for what the method calls included
 * @param bytes length of their bytecode
 * @param time to make the code, without reading and checking the classes
 */
public record DerivativeCost(String method, String mode, int methods, int bytes, Duration time) {}
