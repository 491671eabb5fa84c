package org.atled.compiler.ir.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Value;

/** One activation of a function: where it is and what its values are. */
final class Frame {
    private final Layout layout;
    private final Object[] values;
    private Block block;
    private int next;

    /** Begins at the entry, with one argument per parameter as on the operand stack. */
    Frame(Layout layout, List<?> arguments) {
        this.layout = layout;
        this.values = new Object[layout.size()];
        enter(layout.function().entry(), arguments);
    }

    MethodReference name() {
        return layout.function().name();
    }

    Block block() {
        return block;
    }

    /** The next instruction, or {@code null} if the terminator is next. */
    Instruction advance() {
        return next < block.instructions().size() ? block.instructions().get(next++) : null;
    }

    void jump(Target target) {
        enter(layout.block(target.block()), raw(target.arguments()));
    }

    void jump(Handler handler, Throwable exception) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(exception);
        arguments.addAll(raw(handler.target().arguments()));
        enter(layout.block(handler.target().block()), arguments);
    }

    void define(Value value, Object content) {
        values[layout.slot(value)] = content;
    }

    /** What a value holds: the object itself once its constructor has run. */
    Object get(Value value) {
        Object content = raw(value);
        return content instanceof Uninitialized instance ? instance.object() : content;
    }

    List<Object> get(List<Value> operands) {
        List<Object> contents = new ArrayList<>(operands.size());
        operands.forEach(operand -> contents.add(get(operand)));
        return contents;
    }

    Object raw(Value value) {
        return values[layout.slot(value)];
    }

    private List<Object> raw(List<Value> operands) {
        List<Object> contents = new ArrayList<>(operands.size());
        operands.forEach(operand -> contents.add(raw(operand)));
        return contents;
    }

    private void enter(Block entered, List<?> arguments) {
        block = entered;
        next = 0;
        for (int i = 0; i < arguments.size(); i++) {
            define(entered.parameters().get(i), arguments.get(i));
        }
    }
}
