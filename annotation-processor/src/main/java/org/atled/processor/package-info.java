/**
 * Companions as source: {@link org.atled.processor.DifferentiableProcessor} checks annotated methods while javac runs,
 * and writes for each class the typed derivative methods, around cores whose bodies the compiler fills.
 */
package org.atled.processor;
