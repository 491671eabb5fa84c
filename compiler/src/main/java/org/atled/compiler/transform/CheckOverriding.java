package org.atled.compiler.transform;

import java.util.List;
import org.atled.compiler.ir.Constant;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes the derivative of a method refuse objects whose class overrides the method: no class that was known when the
 * derivative was built does, but others may be written later.
 */
public final class CheckOverriding {
    private static final MethodReference CHECK = new MethodReference(
            "org/atled/runtime/Overriding",
            "check",
            "(Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)V");

    private CheckOverriding() {}

    /**
     * The derivative with the check before all else.
     *
     * @param derivative its first parameter is the object
     * @param primal the method, under the name of the class that declares it
     * @param known classes that inherit it, internal names
     */
    public static Function apply(Function derivative, MethodReference primal, List<String> known) {
        Draft draft = new Draft(derivative);
        int line = derivative.entry().line();
        String method = primal.owner().replace('/', '.') + "." + primal.name() + primal.descriptor();
        String classes = String.join(" ", known).replace('/', '.');
        Instruction owner = literal(draft, Type.CLASS, new Constant.OfClass(Type.ofClassEntry(primal.owner())), line);
        Instruction name = literal(draft, Type.STRING, new Constant.OfString(method), line);
        Instruction inheriting = literal(draft, Type.STRING, new Constant.OfString(classes), line);
        Value receiver = derivative.parameters().get(0);
        Instruction check = new Instruction(
                null,
                new Op.Invoke(Op.InvokeKind.STATIC, CHECK, false),
                List.of(receiver, owner.result(), name.result(), inheriting.result()),
                line);
        draft.entry().instructions.addAll(0, List.of(owner, name, inheriting, check));
        return draft.finish();
    }

    private static Instruction literal(Draft draft, Type type, Constant constant, int line) {
        return new Instruction(draft.newValue(type), new Op.Literal(constant), List.of(), line);
    }
}
