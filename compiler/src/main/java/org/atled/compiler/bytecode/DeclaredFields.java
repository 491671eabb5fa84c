package org.atled.compiler.bytecode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.atled.compiler.ir.FieldKinds;
import org.atled.compiler.ir.FieldReference;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** How fields can change, as the classes that declare them say; of a class that is not there, nothing is known. */
public final class DeclaredFields implements FieldKinds {
    private final ClassFiles files;
    private final ExactReceivers receivers;
    private final Map<FieldReference, Kind> known = new ConcurrentHashMap<>();

    public DeclaredFields(ClassFiles files) {
        this.files = files;
        this.receivers = new ExactReceivers(files);
    }

    @Override
    public Kind of(FieldReference field) {
        return known.computeIfAbsent(field, this::read);
    }

    private Kind read(FieldReference named) {
        FieldReference declared = receivers.declared(named);
        return files.node(declared.owner()).stream()
                .flatMap(node -> node.fields.stream())
                .filter(field -> field.name.equals(declared.name())
                        && field.desc.equals(declared.type().descriptor()))
                .map(DeclaredFields::kind)
                .findFirst()
                .orElse(Kind.VOLATILE);
    }

    private static Kind kind(FieldNode field) {
        boolean isVolatile = (field.access & Opcodes.ACC_VOLATILE) != 0;
        boolean isFinal = (field.access & Opcodes.ACC_FINAL) != 0;
        return isVolatile ? Kind.VOLATILE : isFinal ? Kind.FINAL : Kind.PLAIN;
    }
}
