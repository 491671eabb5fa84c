package org.atled.compiler;

import java.util.Optional;
import org.atled.compiler.analysis.Observers;
import org.atled.compiler.bytecode.ClassFiles;
import org.atled.compiler.bytecode.ExactReceivers;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Type;
import org.atled.compiler.rule.Rules;

/**
 * The methods whose bodies may take the place of calls: where one body alone can be meant, and the analyses need not know
 * that it is called. Methods with a rule are calls to them, and those of the JDK are left to the JVM.
 */
final class InlinableMethods {
    private final ClassFiles classes;
    private final ExactReceivers receivers;
    private final Rules rules;

    InlinableMethods(ClassFiles classes, Rules rules) {
        this.classes = classes;
        this.receivers = new ExactReceivers(classes);
        this.rules = rules;
    }

    /**
     * The body that a call runs, if it may take its place.
     *
     * @param receiver exact class of the receiver, {@code null} if not known
     * @param into internal name of the class whose code would hold it
     */
    Optional<Function> find(Op.Invoke call, Type receiver, String into) {
        if (!isOrdinary(call.method())) {
            return Optional.empty();
        }
        if (call.kind() == Op.InvokeKind.STATIC) {
            return classes.canInline(call.method(), into) ? classes.lift(call.method()) : Optional.empty();
        }
        return onObject(call, receiver)
                .filter(body -> !body.name().owner().startsWith("java/")
                        && !classes.isSynchronized(body.name())
                        && !callsSuperOfJdk(body));
    }

    /** An object's class is initialized, or about to be: a call on it does not begin that. */
    private Optional<Function> onObject(Op.Invoke call, Type receiver) {
        boolean isSpecial = call.kind() == Op.InvokeKind.SPECIAL;
        if (receiver != null && !receiver.isArray() && !isSpecial) {
            return receivers.find(call, receiver.internalName());
        }
        return isSpecial || classes.isFixed(call.method()) ? classes.lift(call.method()) : Optional.empty();
    }

    /** Such a call means something only in a method of the class of {@code this}: the JDK gives no access to its own. */
    private static boolean callsSuperOfJdk(Function body) {
        return body.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .anyMatch(each -> each.op() instanceof Op.Invoke call
                        && call.kind() == Op.InvokeKind.SPECIAL
                        && call.method().owner().startsWith("java/")
                        && !call.method().name().equals("<init>"));
    }

    private boolean isOrdinary(MethodReference callee) {
        return !callee.owner().startsWith("java/")
                && !Observers.isOne(callee)
                && rules.of(callee).isEmpty()
                && rules.structural(callee).isEmpty()
                && rules.forbidden(callee).isEmpty()
                && !rules.isSink(callee)
                && !rules.isInactive(callee)
                && classes.resolve(callee).flatMap(classes::solution).isEmpty();
    }
}
