package org.atled.processor;

import com.github.javaparser.ast.type.Type;

/**
 * A result that is no number and no array of numbers.
 *
 * @param erasure without type arguments and variables
 */
record ObjectResult(Type type, Type erasure, ObjectGradient gradient) {}
