package org.atled.compiler.random;

import java.util.List;

/**
 * The signature of a generated method.
 *
 * @param isRecursive whether the first parameter, {@code depth}, bounds the calls that it makes of such methods
 * @param owner the class whose instance method it is, {@code null}: it is static
 */
record MethodShape(String name, Type result, List<Type> parameters, boolean isRecursive, Type owner) {}
