package org.atled.compiler.ir;

/**
 * An exceptional edge, taken when an instruction of the protected block throws. The first parameter of the target
 * block is the exception; the arguments here are for the parameters after it, and are defined before the protected
 * block begins or are parameters of it, never results of its instructions: the lifter ends a protected block
 * wherever a local variable changes.
 *
 * @param catchType the class caught, or {@code null} for every throwable
 */
public record Handler(Type catchType, Target target) {}
