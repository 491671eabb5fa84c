package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;

/**
 * Looks for code that is guarded by locks. One statement compiles to several instructions, and is reported once, at its
 * first line.
 */
final class GuardedCode {
    private static final String BLOCK =
            "synchronized blocks are not differentiated. Lock around the call of the " + "derivative instead.";

    private final ControlFlow flow;
    private final Site method;
    private final List<Problem> problems = new ArrayList<>();

    private GuardedCode(ControlFlow flow, Site method) {
        this.flow = flow;
        this.method = method;
    }

    /** What is guarded in one method. */
    static List<Problem> of(ControlFlow flow, Primals primals) {
        var name = flow.function().name();
        GuardedCode code = new GuardedCode(flow, new Site(name, primals.line(name)));
        if (primals.isSynchronized(name)) {
            code.problems.add(
                    new Problem(
                            true,
                            "AtledSynchronized",
                            code.method,
                            Naming.of(name) + " is synchronized, "
                                    + "but its derivative would run without the lock. Lock around the call of the derivative instead."));
        }
        code.findMonitors();
        return code.problems;
    }

    private void findMonitors() {
        Set<Integer> lines = new TreeSet<>();
        for (Block block : flow.function().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.op() instanceof Op.Monitor monitor && monitor.enter()) {
                    lines.add(instruction.line());
                }
            }
        }
        lines.forEach(line -> report(line, "AtledSynchronized", BLOCK));
    }

    private void report(int line, String tag, String message) {
        problems.add(new Problem(true, tag, new Site(method.method(), line), message));
    }
}
