package org.atled.compiler.bytecode;

import java.util.List;
import java.util.Optional;
import org.atled.compiler.ir.Type;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads parameter names: from the MethodParameters attribute if there is one, else from the local variable table. */
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

    private static int slotOf(MethodNode method, int index) {
        List<Type> parameters = Type.parametersOf(method.desc);
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (int i = 0; i < index && i < parameters.size(); i++) {
            slot += parameters.get(i).slots();
        }
        return slot;
    }
}
