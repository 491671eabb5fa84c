package org.atled.compiler.ir;

import java.util.HashMap;
import java.util.Map;

/** Reads operations as {@link Printer} writes them: a table from mnemonic to the rest of the operation. */
final class OpParser {
    private static final Map<String, Rest> OPERATIONS = operations();

    /** What follows a mnemonic, up to the operands. */
    private interface Rest {
        Op parse(Cursor cursor);
    }

    private OpParser() {}

    static Op parse(String mnemonic, Cursor cursor) {
        Rest rest = OPERATIONS.get(mnemonic);
        if (rest == null) {
            throw cursor.error("expected an operation or a terminator but found '" + mnemonic + "'");
        }
        return rest.parse(cursor);
    }

    private static Map<String, Rest> operations() {
        Map<String, Rest> table = new HashMap<>();
        for (Operator operator : Operator.values()) {
            table.put(operator.mnemonic(), cursor -> new Op.Arithmetic(operator));
        }
        for (Op.InvokeKind kind : Op.InvokeKind.values()) {
            table.put("invoke" + Printer.mnemonic(kind), cursor -> invoke(kind, cursor));
        }
        table.put("literal", cursor -> new Op.Literal(ConstantParser.constant(cursor)));
        table.put("accumulate", cursor -> new Op.Accumulate(cursor.type()));
        table.put("arraylength", cursor -> new Op.ArrayLength());
        table.put("arrayload", cursor -> new Op.ArrayLoad(cursor.type()));
        table.put("arraystore", cursor -> new Op.ArrayStore(cursor.type()));
        table.put("newarray", cursor -> new Op.NewArray(cursor.type()));
        table.put("new", cursor -> new Op.New(cursor.type()));
        table.put("create", cursor -> new Op.Create(cursor.method()));
        table.put("getfield", cursor -> new Op.GetField(cursor.field(), false));
        table.put("getstatic", cursor -> new Op.GetField(cursor.field(), true));
        table.put("putfield", cursor -> new Op.PutField(cursor.field(), false));
        table.put("putstatic", cursor -> new Op.PutField(cursor.field(), true));
        table.put("initialized", cursor -> new Op.Initialized(cursor.field()));
        table.put("invokedynamic", OpParser::invokeDynamic);
        table.put("checkcast", cursor -> new Op.CheckCast(cursor.type()));
        table.put("exactcast", cursor -> new Op.CheckCast(cursor.type(), true));
        table.put("instanceof", cursor -> new Op.InstanceOf(cursor.type()));
        table.put("monitorenter", cursor -> new Op.Monitor(true));
        table.put("monitorexit", cursor -> new Op.Monitor(false));
        return Map.copyOf(table);
    }

    private static Op invoke(Op.InvokeKind kind, Cursor cursor) {
        boolean isInterface = cursor.acceptWord("interface") || kind == Op.InvokeKind.INTERFACE;
        return new Op.Invoke(kind, cursor.method(), isInterface);
    }

    private static Op invokeDynamic(Cursor cursor) {
        String name = cursor.name("the name of a dynamic call");
        return ConstantParser.bootstrap(cursor, name, cursor.descriptor());
    }
}
