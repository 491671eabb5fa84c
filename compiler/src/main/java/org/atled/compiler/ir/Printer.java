package org.atled.compiler.ir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text form of a function, one line for the function, each block's parameters, each handler, each instruction and
 * each terminator. {@link Parser} reads it back to an equal function:
 *
 * <pre>
 * function demo.Decay.loss([D)D static
 * b0(%0: double[]):
 *   handler java.lang.RuntimeException b1(%0)
 *   %1: int = arraylength %0                     ; 13
 *   ...
 * </pre>
 *
 * <p>What follows the semicolon is the source line.
 */
final class Printer {
    private static final int LINE_COLUMN = 48;

    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    static String print(Function function) {
        Printer printer = new Printer();
        printer.text.append("function ").append(Spelling.method(function.name()));
        printer.text.append(function.isStatic() ? " static\n" : "\n");
        function.blocks().forEach(printer::print);
        return printer.text.toString();
    }

    /** One line of a block: 0 is its head, then come the handlers, the instructions and the terminator. */
    static String step(Block block, int step) {
        int handlers = block.handlers().size();
        int instructions = block.instructions().size();
        if (step == 0) {
            return header(block);
        } else if (step <= handlers) {
            return print(block.handlers().get(step - 1));
        } else if (step <= handlers + instructions) {
            return print(block.instructions().get(step - 1 - handlers));
        }
        return print(block.terminator());
    }

    private static String header(Block block) {
        return "b" + block.id()
                + (block.parameters().isEmpty()
                        ? ":"
                        : block.parameters().stream()
                                .map(Printer::definition)
                                .collect(Collectors.joining(", ", "(", "):")));
    }

    private static String print(Handler handler) {
        String caught = handler.catchType() == null ? "*" : Spelling.type(handler.catchType());
        return "handler " + caught + " " + print(handler.target());
    }

    private static String print(Instruction instruction) {
        String result = instruction.result() == null ? "" : definition(instruction.result()) + " = ";
        String operands = print(instruction.operands());
        return result + print(instruction.op()) + (operands.isEmpty() ? "" : " " + operands);
    }

    private static String print(Terminator terminator) {
        if (terminator instanceof Terminator.Jump jump) {
            return "jump " + print(jump.target());
        } else if (terminator instanceof Terminator.Branch branch) {
            return mnemonic(branch.condition()) + " " + print(branch.operands()) + " " + print(branch.then()) + " else "
                    + print(branch.otherwise());
        } else if (terminator instanceof Terminator.Switch choice) {
            return print(choice);
        } else if (terminator instanceof Terminator.Return leave) {
            return leave.value() == null ? "return" : "return " + leave.value();
        } else if (terminator instanceof Terminator.Throw abrupt) {
            return "throw " + abrupt.exception();
        }
        throw new AssertionError(terminator);
    }

    static String mnemonic(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void print(Block block) {
        text.append(header(block)).append('\n');
        block.handlers().forEach(handler -> line(print(handler), 0));
        block.instructions().forEach(instruction -> line(print(instruction), instruction.line()));
        line(print(block.terminator()), block.terminator().line());
    }

    private void line(String content, int line) {
        text.append("  ").append(content);
        if (line != 0) {
            text.append(" ".repeat(Math.max(1, LINE_COLUMN - 2 - content.length())));
            text.append("; ").append(line);
        }
        text.append('\n');
    }

    private static String definition(Value value) {
        return value + ": " + Spelling.type(value.type());
    }

    private static String print(List<Value> values) {
        return values.stream().map(Value::toString).collect(Collectors.joining(", "));
    }

    private static String print(Target target) {
        return "b" + target.block() + (target.arguments().isEmpty() ? "" : "(" + print(target.arguments()) + ")");
    }

    private static String print(Terminator.Switch choice) {
        StringBuilder line = new StringBuilder("switch ").append(choice.selector());
        int cases = choice.keys().size();
        for (int i = 0; i < cases; i++) {
            line.append(" case ").append(choice.keys().get(i)).append(' ');
            line.append(print(choice.targets().get(i)));
        }
        return line.append(" else ").append(print(choice.targets().get(cases))).toString();
    }

    private static String print(Op op) {
        if (op instanceof Op.Literal o) {
            return "literal " + Spelling.constant(o.constant());
        } else if (op instanceof Op.Arithmetic o) {
            return o.operator().mnemonic();
        } else if (op instanceof Op.Accumulate o) {
            return "accumulate " + Spelling.type(o.type());
        } else if (op instanceof Op.ArrayLength) {
            return "arraylength";
        } else if (op instanceof Op.ArrayLoad o) {
            return "arrayload " + Spelling.type(o.element());
        } else if (op instanceof Op.ArrayStore o) {
            return "arraystore " + Spelling.type(o.element());
        } else if (op instanceof Op.NewArray o) {
            return "newarray " + Spelling.type(o.type());
        } else if (op instanceof Op.New o) {
            return "new " + Spelling.type(o.type());
        } else if (op instanceof Op.Create o) {
            return "create " + Spelling.method(o.constructor());
        } else if (op instanceof Op.GetField o) {
            return (o.isStatic() ? "getstatic " : "getfield ") + Spelling.field(o.field());
        } else if (op instanceof Op.PutField o) {
            return (o.isStatic() ? "putstatic " : "putfield ") + Spelling.field(o.field());
        } else if (op instanceof Op.Initialized o) {
            return "initialized " + Spelling.field(o.field());
        } else if (op instanceof Op.Invoke o) {
            return print(o);
        } else if (op instanceof Op.InvokeDynamic o) {
            return "invokedynamic " + Spelling.name(o.name()) + Spelling.descriptor(o.descriptor()) + " by "
                    + Spelling.handle(o.bootstrap()) + Spelling.constants(o.arguments());
        } else if (op instanceof Op.CheckCast o) {
            return (o.isExact() ? "exactcast " : "checkcast ") + Spelling.type(o.type());
        } else if (op instanceof Op.InstanceOf o) {
            return "instanceof " + Spelling.type(o.type());
        } else if (op instanceof Op.Monitor o) {
            return o.enter() ? "monitorenter" : "monitorexit";
        }
        throw new AssertionError(op);
    }

    private static String print(Op.Invoke call) {
        // An invokeinterface names an interface anyway.
        boolean marked = call.ownerIsInterface() && call.kind() != Op.InvokeKind.INTERFACE;
        return "invoke" + mnemonic(call.kind()) + (marked ? " interface " : " ") + Spelling.method(call.method());
    }
}
