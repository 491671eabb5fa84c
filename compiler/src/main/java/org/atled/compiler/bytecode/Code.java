package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The instructions of a method by position, without labels, frames and line entries. Its method is only read. */
final class Code {
    private final List<AbstractInsnNode> instructions = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<LabelNode, Integer> positions = new HashMap<>();

    Code(MethodNode method) {
        int line = 0;
        for (AbstractInsnNode node = method.instructions.getFirst(); node != null; node = node.getNext()) {
            if (node instanceof LabelNode label) {
                positions.put(label, instructions.size());
            } else if (node instanceof LineNumberNode number) {
                line = number.line;
            } else if (node.getOpcode() >= 0) {
                instructions.add(node);
                lines.add(line);
            }
        }
    }

    int size() {
        return instructions.size();
    }

    AbstractInsnNode at(int position) {
        return instructions.get(position);
    }

    /** Source line, 0 if unknown. */
    int line(int position) {
        return lines.get(position);
    }

    /** Position of the instruction after a label, {@link #size()} at the end of the code. */
    int position(LabelNode label) {
        return positions.get(label);
    }

    /** Where control can go from an instruction, other than to a handler: jumps first, falling through last. */
    List<Integer> successors(int position) {
        AbstractInsnNode node = at(position);
        if (node instanceof JumpInsnNode jump) {
            int target = position(jump.label);
            return jump.getOpcode() == Opcodes.GOTO ? List.of(target) : List.of(target, position + 1);
        }
        if (node instanceof TableSwitchInsnNode table) {
            return switchTargets(table.labels, table.dflt);
        }
        if (node instanceof LookupSwitchInsnNode lookup) {
            return switchTargets(lookup.labels, lookup.dflt);
        }
        return leavesMethod(node) ? List.of() : List.of(position + 1);
    }

    private List<Integer> switchTargets(List<LabelNode> labels, LabelNode otherwise) {
        List<Integer> targets = new ArrayList<>();
        for (LabelNode label : labels) {
            if (label != otherwise) {
                targets.add(position(label));
            }
        }
        targets.add(position(otherwise));
        return targets;
    }

    static boolean leavesMethod(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    }

    static boolean isStore(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE || opcode == Opcodes.IINC;
    }

    /** Whether an exception can come from this instruction itself, asynchronous ones aside. */
    static boolean mayThrow(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return switch (opcode) {
            case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM, Opcodes.MULTIANEWARRAY -> true;
            case Opcodes.LDC -> !Constants.of(((LdcInsnNode) node).cst).isPure();
            default ->
                opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
                        || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE
                        || opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.MONITOREXIT;
        };
    }
}
