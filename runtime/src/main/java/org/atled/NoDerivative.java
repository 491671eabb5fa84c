package org.atled;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link Differentiable} method, or a field of an object it works on, as a constant: data,
 * settings, counters. It gets no tangent and no cotangent. Writing a value that depends on the differentiated parameters
 * into such an array or field is a build error, since its derivative would be lost.
 *
 * <p>On a component of a record it marks the field of that component; gradients that are records repeat the argument's
 * own value there. On a parameter that is an object it says that nobody asks for the derivative by that object; what a
 * method keeps in the fields of the object on the way is differentiated all the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface NoDerivative {}
