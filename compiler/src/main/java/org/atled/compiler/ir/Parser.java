package org.atled.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads functions from the text form that {@link Function#toString()} prints. Empty lines are skipped; a comment runs
 * from {@code ;} to the end of its line, and if it starts with a number that is the source line. The text need not be
 * a valid function, only well formed: see {@link Verifier}.
 */
public final class Parser {
    private final List<Cursor> lines;
    private final Map<Integer, Type> types;
    private final boolean typesAreComplete;
    private int next;

    private Parser(List<Cursor> lines, Map<Integer, Type> types, boolean typesAreComplete) {
        this.lines = lines;
        this.types = types;
        this.typesAreComplete = typesAreComplete;
    }

    /**
     * The one function of a text.
     *
     * @throws SyntaxException if the text is not well formed
     */
    public static Function parse(String text) {
        List<Function> functions = parseAll(text);
        if (functions.size() != 1) {
            throw new SyntaxException(1, "expected one function but found " + functions.size());
        }
        return functions.get(0);
    }

    /**
     * The functions of a text, in order.
     *
     * @throws SyntaxException if the text is not well formed
     */
    public static List<Function> parseAll(String text) {
        String[] lines = text.split("\\R");
        List<Function> functions = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= lines.length; end++) {
            if (end == lines.length || new Cursor(lines[end], end).acceptWord("function")) {
                parse(lines, start, end, functions);
                start = end;
            }
        }
        return functions;
    }

    /** Reads twice, because a value may be used on a line above the one that defines it and gives its type. */
    private static void parse(String[] lines, int start, int end, List<Function> functions) {
        if (!cursors(lines, start, end).isEmpty()) {
            Map<Integer, Type> types = new HashMap<>();
            new Parser(cursors(lines, start, end), types, false).function();
            functions.add(new Parser(cursors(lines, start, end), types, true).function());
        }
    }

    private static List<Cursor> cursors(String[] lines, int start, int end) {
        List<Cursor> cursors = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Cursor cursor = new Cursor(lines[i], i + 1);
            if (!cursor.atEnd()) {
                cursors.add(cursor);
            }
        }
        return cursors;
    }

    private Function function() {
        Cursor cursor = lines.get(next++);
        if (!cursor.acceptWord("function")) {
            throw cursor.expected("'function'");
        }
        MethodReference name = cursor.method();
        boolean isStatic = cursor.acceptWord("static");
        cursor.sourceLine();
        List<Block> blocks = new ArrayList<>();
        while (next < lines.size()) {
            blocks.add(block());
        }
        return new Function(name, isStatic, blocks);
    }

    private Block block() {
        Cursor head = lines.get(next++);
        int id = blockId(head);
        List<Value> parameters = new ArrayList<>();
        if (head.accept("(")) {
            do {
                parameters.add(definition(head));
            } while (head.accept(","));
            head.expect(")");
        }
        head.expect(":");
        head.sourceLine();
        List<Handler> handlers = new ArrayList<>();
        while (next < lines.size() && lines.get(next).acceptWord("handler")) {
            handlers.add(handler(lines.get(next++)));
        }
        List<Instruction> instructions = new ArrayList<>();
        while (next < lines.size()) {
            Cursor cursor = lines.get(next++);
            Value result = result(cursor);
            String mnemonic = cursor.name("an operation");
            Terminator terminator = result == null ? terminator(mnemonic, cursor) : null;
            if (terminator != null) {
                return new Block(id, parameters, instructions, terminator, handlers);
            }
            Op op = OpParser.parse(mnemonic, cursor);
            List<Value> operands = operands(cursor);
            instructions.add(new Instruction(result, op, operands, cursor.sourceLine()));
        }
        throw head.error("block b" + id + " has no terminator");
    }

    private Handler handler(Cursor cursor) {
        Type caught = cursor.accept("*") ? null : cursor.type();
        Handler handler = new Handler(caught, target(cursor));
        cursor.sourceLine();
        return handler;
    }

    private Value result(Cursor cursor) {
        if (!cursor.looksAt("%")) {
            return null;
        }
        Value result = definition(cursor);
        cursor.expect("=");
        return result;
    }

    /** The terminator with this mnemonic, or {@code null} if it belongs to an operation. */
    private Terminator terminator(String mnemonic, Cursor cursor) {
        switch (mnemonic) {
            case "jump":
                return new Terminator.Jump(target(cursor), cursor.sourceLine());
            case "switch":
                return choice(cursor);
            case "return":
                return new Terminator.Return(cursor.atEnd() ? null : use(cursor), cursor.sourceLine());
            case "throw":
                return new Terminator.Throw(use(cursor), cursor.sourceLine());
            default:
                return mnemonic.startsWith("if") ? branch(mnemonic, cursor) : null;
        }
    }

    private Terminator branch(String mnemonic, Cursor cursor) {
        for (Terminator.Condition condition : Terminator.Condition.values()) {
            if (condition.name().toLowerCase(Locale.ROOT).equals(mnemonic)) {
                List<Value> operands = operands(cursor);
                Target then = target(cursor);
                Target otherwise = otherwise(cursor);
                return new Terminator.Branch(condition, operands, then, otherwise, cursor.sourceLine());
            }
        }
        throw cursor.error("expected a condition but found '" + mnemonic + "'");
    }

    private Terminator choice(Cursor cursor) {
        Value selector = use(cursor);
        List<Integer> keys = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        while (cursor.acceptWord("case")) {
            keys.add(cursor.integer("the key of a case"));
            targets.add(target(cursor));
        }
        targets.add(otherwise(cursor));
        return new Terminator.Switch(selector, keys, targets, cursor.sourceLine());
    }

    private Target otherwise(Cursor cursor) {
        if (!cursor.acceptWord("else")) {
            throw cursor.expected("'else'");
        }
        return target(cursor);
    }

    private Target target(Cursor cursor) {
        int block = blockId(cursor);
        List<Value> arguments = List.of();
        if (cursor.accept("(")) {
            arguments = operands(cursor);
            cursor.expect(")");
        }
        return new Target(block, arguments);
    }

    private static int blockId(Cursor cursor) {
        if (!cursor.accept("b")) {
            throw cursor.expected("a block");
        }
        return cursor.integer("the number of a block");
    }

    private List<Value> operands(Cursor cursor) {
        List<Value> operands = new ArrayList<>();
        if (cursor.looksAt("%")) {
            do {
                operands.add(use(cursor));
            } while (cursor.accept(","));
        }
        return operands;
    }

    private Value definition(Cursor cursor) {
        int id = valueId(cursor);
        cursor.expect(":");
        Value value = new Value(id, cursor.type());
        types.putIfAbsent(id, value.type());
        return value;
    }

    private Value use(Cursor cursor) {
        int id = valueId(cursor);
        Type type = types.getOrDefault(id, Type.OBJECT);
        if (typesAreComplete && !types.containsKey(id)) {
            throw cursor.error("value %" + id + " is defined nowhere");
        }
        return new Value(id, type);
    }

    private static int valueId(Cursor cursor) {
        if (!cursor.accept("%")) {
            throw cursor.expected("a value");
        }
        return cursor.integer("the number of a value");
    }
}
