package org.atled.compiler.bytecode;

import java.util.Optional;
import org.atled.compiler.ir.FieldReference;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** What calls run on an object whose class is known, and which class declares a field that code names. */
public final class ExactReceivers {
    private final ClassFiles files;

    public ExactReceivers(ClassFiles files) {
        this.files = files;
    }

    /**
     * The method a call runs (JVMS 5.4.6), as a function under the name of the class that declares it.
     *
     * @param receiver internal name of the receiver's class, no subclass of it; of no importance to a static or special
     *     call
     * @return empty if there is no such method, or it has no code
     */
    public Optional<Function> find(Op.Invoke call, String receiver) {
        boolean isExact = call.kind() == Op.InvokeKind.STATIC || call.kind() == Op.InvokeKind.SPECIAL;
        return isExact
                ? files.lift(call.method())
                : files.find(call.method())
                        .flatMap(resolved -> files.lift(selected(call.method(), resolved, receiver)));
    }

    private MethodReference selected(MethodReference called, ClassFiles.Declared resolved, String receiver) {
        int access = resolved.method().access;
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            return called;
        }
        boolean isOfPackage = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0;
        String at = receiver;
        while (isOfPackage && !packageOf(at).equals(packageOf(resolved.owner().name))) {
            // A method of another package with this name is another method.
            at = files.node(at).map(node -> node.superName).orElse(resolved.owner().name);
        }
        return new MethodReference(at, called.name(), called.descriptor());
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }

    /** The field that a reference resolves to (JVMS 5.4.3.2), or the reference itself if there is none. */
    public FieldReference declared(FieldReference named) {
        return declared(named.owner(), named).orElse(named);
    }

    private Optional<FieldReference> declared(String owner, FieldReference named) {
        Optional<ClassNode> node = files.node(owner);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        boolean isHere = node.get().fields.stream()
                .anyMatch(field -> field.name.equals(named.name())
                        && field.desc.equals(named.type().descriptor()));
        if (isHere) {
            return Optional.of(new FieldReference(owner, named.name(), named.type()));
        }
        for (String each : node.get().interfaces) {
            Optional<FieldReference> found = declared(each, named);
            if (found.isPresent()) {
                return found;
            }
        }
        String above = node.get().superName;
        return above == null ? Optional.empty() : declared(above, named);
    }
}
