package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads constants as {@link Spelling} writes them. */
final class ConstantParser {
    private static final Pattern NUMBER =
            Pattern.compile("(-?\\d++(?:\\.\\d++(?:E-?\\d++)?)?+|-?Infinity|NaN)(?:\\(([0-9a-f]++)\\))?+([fdL]?+)");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\u[0-9a-f]{4})*+)\"");

    private ConstantParser() {}

    static Constant constant(Cursor cursor) {
        Matcher string = cursor.accept(STRING);
        if (string != null) {
            return new Constant.OfString(Cursor.unescape(string.group(1)));
        } else if (cursor.acceptWord("null")) {
            return new Constant.Null();
        } else if (cursor.acceptWord("class")) {
            return new Constant.OfClass(cursor.type());
        } else if (cursor.acceptWord("methodtype")) {
            return new Constant.OfMethodType(cursor.descriptor());
        } else if (cursor.looksAt("handle ")) {
            return handle(cursor);
        } else if (cursor.acceptWord("dynamic")) {
            return dynamic(cursor);
        }
        return number(cursor);
    }

    static Constant.Handle handle(Cursor cursor) {
        if (!cursor.acceptWord("handle")) {
            throw cursor.expected("'handle'");
        }
        int kind = Spelling.HANDLE_KINDS.indexOf(cursor.name("the kind of a handle")) + 1;
        if (kind == 0) {
            throw cursor.error("expected one of " + Spelling.HANDLE_KINDS + " after 'handle'");
        }
        boolean isInterface = cursor.acceptWord("interface");
        Cursor.Member member = cursor.member();
        String descriptor = cursor.accept(":") ? cursor.type().descriptor() : cursor.descriptor();
        return new Constant.Handle(kind, member.owner(), member.name(), descriptor, isInterface);
    }

    static List<Constant> constants(Cursor cursor) {
        List<Constant> constants = new ArrayList<>();
        cursor.expect("(");
        if (!cursor.accept(")")) {
            do {
                constants.add(constant(cursor));
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return constants;
    }

    private static Constant dynamic(Cursor cursor) {
        String name = cursor.name("the name of a dynamic constant");
        cursor.expect(":");
        String descriptor = cursor.type().descriptor();
        Op.InvokeDynamic site = bootstrap(cursor, name, descriptor);
        return new Constant.Dynamic(name, descriptor, site.bootstrap(), site.arguments());
    }

    /** The bootstrap method and its arguments, which end a dynamic constant and the name of a dynamic call alike. */
    static Op.InvokeDynamic bootstrap(Cursor cursor, String name, String descriptor) {
        if (!cursor.acceptWord("by")) {
            throw cursor.expected("'by' and the bootstrap method");
        }
        Constant.Handle bootstrap = handle(cursor);
        return new Op.InvokeDynamic(name, descriptor, bootstrap, constants(cursor));
    }

    private static Constant number(Cursor cursor) {
        Matcher number = cursor.accept(NUMBER);
        if (number == null) {
            throw cursor.expected("a constant");
        }
        try {
            return number(number.group(1), number.group(2), number.group(3));
        } catch (NumberFormatException malformed) {
            throw cursor.error(
                    "expected a number with the suffix d, f or L, or an int, but found '" + number.group() + "'");
        }
    }

    private static Constant number(String digits, String bits, String suffix) {
        return switch (suffix) {
            case "d" ->
                new Constant.OfDouble(
                        bits == null
                                ? Double.parseDouble(digits)
                                : Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
            case "f" ->
                new Constant.OfFloat(
                        bits == null
                                ? Float.parseFloat(digits)
                                : Float.intBitsToFloat(Integer.parseUnsignedInt(bits, 16)));
            case "L" -> new Constant.OfLong(Long.parseLong(digits));
            default -> new Constant.OfInt(Integer.parseInt(digits));
        };
    }
}
