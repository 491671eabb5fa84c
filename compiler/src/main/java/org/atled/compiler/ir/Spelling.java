package org.atled.compiler.ir;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How names, types and constants are spelled in printed functions, so that {@link Parser} can read back every name a
 * class file may contain: whatever is not a letter, a digit or one of {@code _ $ - < >} is written as a Unicode
 * escape, and so is the first letter of a class named like a keyword for a type.
 */
final class Spelling {
    /** Types that are no class, by their keyword. */
    static final Map<String, Type> KEYWORDS = Stream.of(
                    Type.VOID,
                    Type.BOOLEAN,
                    Type.BYTE,
                    Type.CHAR,
                    Type.SHORT,
                    Type.INT,
                    Type.LONG,
                    Type.FLOAT,
                    Type.DOUBLE,
                    Type.NULL)
            .collect(Collectors.toUnmodifiableMap(Type::toString, type -> type));

    /** Reference kinds of JVMS 4.4.8; index 0 is kind 1. */
    static final List<String> HANDLE_KINDS = List.of(
            "getfield",
            "getstatic",
            "putfield",
            "putstatic",
            "invokevirtual",
            "invokestatic",
            "invokespecial",
            "newinvokespecial",
            "invokeinterface");

    private static final int CANONICAL_FLOAT_NAN = Float.floatToIntBits(Float.NaN);
    private static final long CANONICAL_DOUBLE_NAN = Double.doubleToLongBits(Double.NaN);

    private Spelling() {}

    static boolean isNameCharacter(char c) {
        return Character.isLetter(c)
                || Character.isDigit(c)
                || c == '_'
                || c == '$'
                || c == '-'
                || c == '<'
                || c == '>';
    }

    static String escape(char c) {
        return String.format("\\u%04x", (int) c);
    }

    static String name(String name) {
        return escaped(name, "");
    }

    static String type(Type type) {
        if (type.isArray()) {
            return type(type.element()) + "[]";
        }
        if (!type.isReference() || type.equals(Type.NULL)) {
            return type.toString();
        }
        String name = type.internalName();
        return KEYWORDS.containsKey(name)
                ? escape(name.charAt(0)) + name.substring(1)
                : escaped(name, "/").replace('/', '.');
    }

    static String descriptor(String descriptor) {
        StringBuilder text = new StringBuilder("(");
        Type.parametersOf(descriptor).forEach(parameter -> text.append(escaped(parameter.descriptor(), "[;/")));
        return text.append(')')
                .append(escaped(Type.resultOf(descriptor).descriptor(), "[;/"))
                .toString();
    }

    /** {@code demo.Decay.loss}: a member and the class that owns it. */
    static String member(String owner, String name) {
        return type(Type.ofClassEntry(owner)) + "." + name(name);
    }

    static String field(FieldReference field) {
        return member(field.owner(), field.name()) + ": " + type(field.type());
    }

    static String method(MethodReference method) {
        return member(method.owner(), method.name()) + descriptor(method.descriptor());
    }

    static String constants(List<Constant> constants) {
        return constants.stream().map(Spelling::constant).collect(Collectors.joining(", ", "(", ")"));
    }

    static String constant(Constant constant) {
        if (constant instanceof Constant.OfInt c) {
            return Integer.toString(c.value());
        } else if (constant instanceof Constant.OfLong c) {
            return c.value() + "L";
        } else if (constant instanceof Constant.OfFloat c) {
            return number(c.value());
        } else if (constant instanceof Constant.OfDouble c) {
            return number(c.value());
        } else if (constant instanceof Constant.OfString c) {
            return quoted(c.value());
        } else if (constant instanceof Constant.Null) {
            return "null";
        } else if (constant instanceof Constant.OfClass c) {
            return "class " + type(c.of());
        } else if (constant instanceof Constant.OfMethodType c) {
            return "methodtype " + descriptor(c.descriptor());
        } else if (constant instanceof Constant.Handle c) {
            return handle(c);
        } else if (constant instanceof Constant.Dynamic c) {
            return "dynamic " + name(c.name()) + ": " + type(new Type(c.descriptor())) + " by " + handle(c.bootstrap())
                    + constants(c.arguments());
        }
        throw new AssertionError(constant);
    }

    static String handle(Constant.Handle handle) {
        String member = member(handle.owner(), handle.name());
        return "handle " + HANDLE_KINDS.get(handle.kind() - 1) + " " + (handle.ownerIsInterface() ? "interface " : "")
                + (handle.descriptor().startsWith("(")
                        ? member + descriptor(handle.descriptor())
                        : member + ": " + type(new Type(handle.descriptor())));
    }

    /** NaNs of other than the usual bits show them. */
    private static String number(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (Float.isNaN(value) && bits != CANONICAL_FLOAT_NAN ? "NaN(" + Integer.toHexString(bits) + ")" : value)
                + "f";
    }

    private static String number(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return (Double.isNaN(value) && bits != CANONICAL_DOUBLE_NAN ? "NaN(" + Long.toHexString(bits) + ")" : value)
                + "d";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c == ' ' || c > ' ' && c < 127 && c != '"' && c != '\\' || Character.isLetterOrDigit(c);
            quoted.append(plain ? c : escape(c));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(String name, String alsoPlain) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            text.append(isNameCharacter(c) || alsoPlain.indexOf(c) >= 0 ? c : escape(c));
        }
        return text.toString();
    }
}
