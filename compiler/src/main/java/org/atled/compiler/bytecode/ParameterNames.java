package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reads parameter names, from the MethodParameters attribute if there is one, else from the local variable table; and
 * gives new code of a method the names of the parameters it leaves alone.
 */
final class ParameterNames {
    private ParameterNames() {}

    static Optional<String> of(MethodNode method, int index) {
        if (method.parameters != null && index < method.parameters.size()) {
            return Optional.ofNullable(method.parameters.get(index).name);
        }
        if (method.localVariables == null) {
            return Optional.empty();
        }
        int slot = slotOf(method, index);
        return method.localVariables.stream()
                .filter(variable -> variable.index == slot)
                .min((one, other) -> method.instructions.indexOf(one.start) - method.instructions.indexOf(other.start))
                .map((LocalVariableNode variable) -> variable.name);
    }

    /**
     * The entries of the local variable table for the parameters whose slots this code never writes. With them the
     * JVM says of a null argument what it is called.
     *
     * @param method with the table of its former code
     * @param code gets a label at either end
     */
    static List<LocalVariableNode> unchanged(MethodNode method, InsnList code) {
        if (method.localVariables == null) {
            return null;
        }
        Set<Integer> written = writtenSlots(code);
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        code.insert(start);
        code.add(end);
        List<Type> parameters = Type.parametersOf(method.desc);
        List<LocalVariableNode> variables = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            int slot = slotOf(method, i);
            if (IntStream.range(slot, slot + parameters.get(i).slots()).noneMatch(written::contains)) {
                String descriptor = parameters.get(i).descriptor();
                of(method, i)
                        .ifPresent(
                                name -> variables.add(new LocalVariableNode(name, descriptor, null, start, end, slot)));
            }
        }
        return variables;
    }

    private static Set<Integer> writtenSlots(InsnList code) {
        Set<Integer> written = new HashSet<>();
        for (AbstractInsnNode instruction : code) {
            if (instruction instanceof IincInsnNode increment) {
                written.add(increment.var);
            } else if (instruction instanceof VarInsnNode access && access.getOpcode() >= Opcodes.ISTORE) {
                written.add(access.var);
                if (access.getOpcode() == Opcodes.LSTORE || access.getOpcode() == Opcodes.DSTORE) {
                    written.add(access.var + 1);
                }
            }
        }
        return written;
    }

    private static int slotOf(MethodNode method, int index) {
        List<Type> parameters = Type.parametersOf(method.desc);
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (int i = 0; i < index && i < parameters.size(); i++) {
            slot += parameters.get(i).slots();
        }
        return slot;
    }
}
