package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A JVM type, named by its descriptor. Values have only the types of the operand stack ({@link #INT}, {@link #LONG},
 * {@link #FLOAT}, {@link #DOUBLE} and references); {@code boolean}, {@code byte}, {@code char} and {@code short} occur
 * as array elements, fields and parameters, where a value of type {@code int} stands for them.
 *
 * @param descriptor field descriptor of JVMS 4.3.2, {@code "V"} for {@code void}, {@code "null"} for the type of
 *     {@code null}
 */
public record Type(String descriptor) {
    public static final Type VOID = new Type("V");
    public static final Type BOOLEAN = new Type("Z");
    public static final Type BYTE = new Type("B");
    public static final Type CHAR = new Type("C");
    public static final Type SHORT = new Type("S");
    public static final Type INT = new Type("I");
    public static final Type LONG = new Type("J");
    public static final Type FLOAT = new Type("F");
    public static final Type DOUBLE = new Type("D");
    public static final Type NULL = new Type("null");
    public static final Type OBJECT = object("java/lang/Object");
    public static final Type STRING = object("java/lang/String");
    public static final Type THROWABLE = object("java/lang/Throwable");
    public static final Type CLASS = object("java/lang/Class");

    /** The class or interface with this internal name (slashes, not dots). */
    public static Type object(String internalName) {
        return new Type("L" + internalName + ";");
    }

    /** The type a constant-pool class entry names: an internal name, or an array descriptor. */
    public static Type ofClassEntry(String name) {
        return name.startsWith("[") ? new Type(name) : object(name);
    }

    /** Parameter types of a method descriptor, as declared. */
    public static List<Type> parametersOf(String methodDescriptor) {
        List<Type> types = new ArrayList<>();
        int at = 1;
        while (methodDescriptor.charAt(at) != ')') {
            int end = endOfType(methodDescriptor, at);
            types.add(new Type(methodDescriptor.substring(at, end)));
            at = end;
        }
        return List.copyOf(types);
    }

    /** Result type of a method descriptor, as declared. */
    public static Type resultOf(String methodDescriptor) {
        int at = 1;
        // Not the first parenthesis: a class may have one in its name.
        while (methodDescriptor.charAt(at) != ')') {
            at = endOfType(methodDescriptor, at);
        }
        return new Type(methodDescriptor.substring(at + 1));
    }

    /** The method descriptor with these parameters and this result. */
    public static String methodDescriptor(List<Type> parameters, Type result) {
        StringBuilder text = new StringBuilder("(");
        parameters.forEach(parameter -> text.append(parameter.descriptor));
        return text.append(')').append(result.descriptor).toString();
    }

    private static int endOfType(String text, int start) {
        int at = start;
        while (text.charAt(at) == '[') {
            at++;
        }
        return text.charAt(at) == 'L' ? text.indexOf(';', at) + 1 : at + 1;
    }

    public boolean isReference() {
        char first = descriptor.charAt(0);
        return first == 'L' || first == '[' || first == 'n';
    }

    public boolean isArray() {
        return descriptor.charAt(0) == '[';
    }

    /** {@code float} or {@code double}: the types that carry a derivative. */
    public boolean isFloating() {
        return equals(DOUBLE) || equals(FLOAT);
    }

    /** The element type of this array type. */
    public Type element() {
        return new Type(descriptor.substring(1));
    }

    /** What is left of this type when all array dimensions are taken off. */
    public Type leaf() {
        return new Type(descriptor.substring(rank()));
    }

    /** Number of array dimensions; 0 for anything but an array. */
    public int rank() {
        int rank = 0;
        while (descriptor.charAt(rank) == '[') {
            rank++;
        }
        return rank;
    }

    public Type array() {
        return new Type("[" + descriptor);
    }

    /** The type of a value of this declared type: {@code int} for the small integers, itself for all others. */
    public Type onStack() {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B', 'C', 'S' -> INT;
            default -> this;
        };
    }

    /** Local-variable slots a value of this type takes: 2, 1, or 0 for {@code void}. */
    public int slots() {
        return switch (descriptor.charAt(0)) {
            case 'J', 'D' -> 2;
            case 'V' -> 0;
            default -> 1;
        };
    }

    /** Internal name as class entries use it: {@code java/lang/String}, {@code [D}. */
    public String internalName() {
        return descriptor.charAt(0) == 'L' ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    @Override
    public String toString() {
        return switch (descriptor.charAt(0)) {
            case 'V' -> "void";
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            case '[' -> element() + "[]";
            case 'L' -> internalName().replace('/', '.');
            default -> descriptor;
        };
    }
}
