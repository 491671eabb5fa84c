package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in one line of a printed function, and the words that can be read from there: names, types, members. */
final class Cursor {
    private static final String NAME = "(?:[\\p{L}\\p{Nd}_$<>-]|\\\\u[0-9a-f]{4})++";
    private static final String TYPE = "\\[*+(?:[BCDFIJSZ]|L(?:" + NAME + "|/)++;)";
    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final Pattern INTEGER = Pattern.compile("-?\\d++");
    private static final Pattern DESCRIPTOR = Pattern.compile("\\((?:" + TYPE + ")*+\\)(?:V|" + TYPE + ")");
    private static final Pattern SOURCE_LINE = Pattern.compile(";\\s*(\\d+).*");

    private final String text;
    private final int number;
    private int at;

    /** {@code number} is the line's number in the whole text, from 1. */
    Cursor(String text, int number) {
        this.text = text;
        this.number = number;
        skipSpace();
    }

    SyntaxException expected(String what) {
        String found =
                atEnd() ? "the end of the line" : "'" + text.substring(at).strip() + "'";
        return error("expected " + what + " but found " + found);
    }

    SyntaxException error(String message) {
        return new SyntaxException(number, message);
    }

    /** Whether nothing is left but a comment. */
    boolean atEnd() {
        return at == text.length() || text.charAt(at) == ';';
    }

    /** Reads to the end; the source line that the comment there gives, or 0. */
    int sourceLine() {
        if (!atEnd()) {
            throw expected("the end of the line");
        }
        Matcher comment = SOURCE_LINE.matcher(text.substring(at));
        return comment.matches() ? Integer.parseInt(comment.group(1)) : 0;
    }

    boolean looksAt(String start) {
        return text.startsWith(start, at);
    }

    /** Reads this punctuation if it is next. */
    boolean accept(String symbol) {
        boolean found = looksAt(symbol);
        if (found) {
            at += symbol.length();
            skipSpace();
        }
        return found;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw expected("'" + symbol + "'");
        }
    }

    /** Reads this word if it is next, whole and not the beginning of a qualified name. */
    boolean acceptWord(String word) {
        Matcher matcher = find(NAME_PATTERN);
        boolean found = matcher != null && matcher.group().equals(word) && !text.startsWith(".", matcher.end());
        if (found) {
            take(matcher);
        }
        return found;
    }

    /** Reads what a pattern matches here; {@code null} if it matches nothing. */
    Matcher accept(Pattern pattern) {
        Matcher matcher = find(pattern);
        if (matcher != null) {
            take(matcher);
        }
        return matcher;
    }

    int integer(String what) {
        Matcher matcher = find(INTEGER);
        try {
            int value = Integer.parseInt(matcher == null ? "" : matcher.group());
            take(matcher);
            return value;
        } catch (NumberFormatException notAnInt) {
            throw expected(what);
        }
    }

    String name(String what) {
        return unescape(rawName(what));
    }

    Type type() {
        Type type = leafType(qualifiedName("a type"));
        while (accept("[]")) {
            type = type.array();
        }
        return type;
    }

    /** A method descriptor as class files write it. */
    String descriptor() {
        Matcher matcher = accept(DESCRIPTOR);
        if (matcher == null) {
            throw expected("a method descriptor");
        }
        return unescape(matcher.group());
    }

    /** A member and the class that owns it. */
    Member member() {
        List<String> parts = qualifiedName("a member with its class");
        if (!looksAt("[]")) {
            if (parts.size() < 2) {
                throw expected("'.' and the name of a member");
            }
            String name = unescape(parts.remove(parts.size() - 1));
            return new Member(leafType(parts).internalName(), name);
        }
        Type owner = leafType(parts);
        while (accept("[]")) {
            owner = owner.array();
        }
        expect(".");
        return new Member(owner.internalName(), name("the name of a member"));
    }

    FieldReference field() {
        Member member = member();
        expect(":");
        return new FieldReference(member.owner(), member.name(), type());
    }

    MethodReference method() {
        Member member = member();
        return new MethodReference(member.owner(), member.name(), descriptor());
    }

    /** {@code owner} is an internal name. */
    record Member(String owner, String name) {}

    private String rawName(String what) {
        Matcher matcher = accept(NAME_PATTERN);
        if (matcher == null) {
            throw expected(what);
        }
        return matcher.group();
    }

    private List<String> qualifiedName(String what) {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(rawName(what));
        } while (accept("."));
        return parts;
    }

    private static Type leafType(List<String> parts) {
        String name = String.join("/", parts);
        Type keyword = Spelling.KEYWORDS.get(name);
        return keyword == null ? Type.object(unescape(name)) : keyword;
    }

    private Matcher find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private void take(Matcher matcher) {
        at = matcher.end();
        skipSpace();
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = (char) Integer.parseInt(text.substring(i + 2, i + 6), 16);
                i += 5;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
