package org.atled.compiler.bytecode;

import java.util.List;
import java.util.function.IntFunction;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Collects the exception table. Ranges with equal handlers that follow one another become one. */
final class Protection {
    /** What makes two handlers the same entry of the table: not the arguments, which lie in slots. */
    private record Entry(Type catchType, int block) {}

    private final MethodNode code;
    private final IntFunction<Label> entryLabel;
    private List<Entry> entries = List.of();
    private List<Handler> handlers = List.of();
    private Label start;

    /** {@code entryLabel} gives, by block id, where a handler's code begins. */
    Protection(MethodNode code, IntFunction<Label> entryLabel) {
        this.code = code;
        this.entryLabel = entryLabel;
    }

    /** What follows is protected by these handlers and no others. */
    void enter(List<Handler> next) {
        if (isIn(next)) {
            return;
        }
        leave();
        if (!next.isEmpty()) {
            entries = entries(next);
            handlers = next;
            start = new Label();
            code.visitLabel(start);
        }
    }

    /** Whether entering these handlers now would change nothing. */
    boolean isIn(List<Handler> next) {
        return entries(next).equals(entries);
    }

    private static List<Entry> entries(List<Handler> handlers) {
        return handlers.stream()
                .map(handler -> new Entry(handler.catchType(), handler.target().block()))
                .toList();
    }

    /** What follows is not protected. */
    void leave() {
        if (entries.isEmpty()) {
            return;
        }
        if (hasInstructionSince(start)) {
            Label end = new Label();
            code.visitLabel(end);
            for (Handler handler : handlers) {
                code.tryCatchBlocks.add(new TryCatchBlockNode(
                        node(start),
                        node(end),
                        node(entryLabel.apply(handler.target().block())),
                        handler.catchType() == null ? null : handler.catchType().internalName()));
            }
        }
        entries = List.of();
    }

    private boolean hasInstructionSince(Label label) {
        AbstractInsnNode last = code.instructions.getLast();
        while (last != node(label)) {
            if (last.getOpcode() >= 0) {
                return true;
            }
            last = last.getPrevious();
        }
        return false;
    }

    private static LabelNode node(Label label) {
        // MethodNode keeps the node of a label in its info field.
        if (!(label.info instanceof LabelNode)) {
            label.info = new LabelNode();
        }
        return (LabelNode) label.info;
    }
}
