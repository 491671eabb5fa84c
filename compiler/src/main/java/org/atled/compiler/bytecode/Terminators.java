package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Terminator.Condition;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The last instruction of a segment as a terminator; targets come in the order of {@link Code#successors}. */
final class Terminators {
    private static final Condition[] CONDITIONS = new Condition[Opcodes.IFNONNULL + 1];

    static {
        for (Condition condition : Condition.values()) {
            CONDITIONS[condition.opcode()] = condition;
        }
    }

    private Terminators() {}

    static boolean isTerminator(AbstractInsnNode node) {
        return node instanceof JumpInsnNode
                || node instanceof TableSwitchInsnNode
                || node instanceof LookupSwitchInsnNode
                || Code.leavesMethod(node);
    }

    /** How many operands it pops. */
    static int arity(AbstractInsnNode terminator) {
        return switch (terminator.getOpcode()) {
            case Opcodes.GOTO, Opcodes.RETURN -> 0;
            default -> terminator instanceof JumpInsnNode ? CONDITIONS[terminator.getOpcode()].arity() : 1;
        };
    }

    /** The terminator for a segment that ends with {@code last}; one that falls through ends with a jump. */
    static Terminator of(AbstractInsnNode last, List<Value> operands, List<Target> targets, int line) {
        if (last.getOpcode() == Opcodes.ATHROW) {
            return new Terminator.Throw(operands.get(0), line);
        }
        if (Code.leavesMethod(last)) {
            return new Terminator.Return(operands.isEmpty() ? null : operands.get(0), line);
        }
        if (targets.size() == 1) {
            return new Terminator.Jump(targets.get(0), line);
        }
        if (last instanceof JumpInsnNode) {
            Condition condition = CONDITIONS[last.getOpcode()];
            return new Terminator.Branch(condition, operands, targets.get(0), targets.get(1), line);
        }
        return new Terminator.Switch(operands.get(0), keys(last), targets, line);
    }

    /** Keys that do not lead to the default target. */
    private static List<Integer> keys(AbstractInsnNode last) {
        List<Integer> keys = new ArrayList<>();
        if (last instanceof LookupSwitchInsnNode lookup) {
            for (int i = 0; i < lookup.keys.size(); i++) {
                add(keys, lookup.keys.get(i), lookup.labels.get(i), lookup.dflt);
            }
        } else if (last instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++) {
                add(keys, table.min + i, table.labels.get(i), table.dflt);
            }
        }
        return keys;
    }

    private static void add(List<Integer> keys, int key, LabelNode label, LabelNode otherwise) {
        if (label != otherwise) {
            keys.add(key);
        }
    }
}
