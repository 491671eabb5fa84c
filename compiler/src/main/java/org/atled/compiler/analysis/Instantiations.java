package org.atled.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;

/**
 * The classes of objects that a constructor may make which runs as it is, not differentiated: receivers of calls that are
 * analysed may be among them. Calls of overridable methods are taken to run the method named; a class that is missed
 * is a clear error when such a call runs.
 */
final class Instantiations {
    private final Primals primals;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<MethodReference> seen = new LinkedHashSet<>();
    private final Deque<MethodReference> open = new ArrayDeque<>();

    private Instantiations(Primals primals) {
        this.primals = primals;
    }

    /** Internal names, without classes of the JDK. */
    static Set<String> of(MethodReference constructor, Primals primals) {
        Instantiations run = new Instantiations(primals);
        run.reach(constructor);
        while (!run.open.isEmpty()) {
            Optional<Function> code = primals.find(run.open.poll());
            code.ifPresent(run::visit);
        }
        return run.classes;
    }

    private void reach(MethodReference method) {
        if (!Carriers.isOfJdk(method.owner()) && seen.add(method)) {
            open.add(method);
        }
    }

    private void visit(Function function) {
        for (Block block : function.blocks()) {
            block.instructions().stream().map(Instruction::op).forEach(this::visit);
        }
    }

    private void visit(Op op) {
        if (op instanceof Op.Create creation) {
            make(creation.constructor().owner());
            reach(creation.constructor());
        } else if (op instanceof Op.New creation) {
            make(creation.type().internalName());
        } else if (op instanceof Op.Invoke invoke) {
            reach(invoke.method());
        }
    }

    private void make(String internalName) {
        if (!Carriers.isOfJdk(internalName) && !primals.isThrowable(internalName)) {
            classes.add(internalName);
        }
    }
}
