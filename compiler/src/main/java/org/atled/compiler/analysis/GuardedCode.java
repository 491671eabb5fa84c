package org.atled.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Terminator;

/**
 * Looks for statements that guard code: {@code try} and {@code synchronized}. One statement compiles to several
 * handlers and guarded blocks, and is reported once, at its first line.
 */
final class GuardedCode {
    private static final String TRY = "try, catch and finally are not differentiated yet. Guard the call of the "
            + "derivative instead, or move guarded code that needs no derivative into a method of its own.";
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
        code.findTries();
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

    private void findTries() {
        Dominators dominators = Dominators.of(flow);
        Set<Integer> handled = new TreeSet<>();
        Set<Integer> lines = new TreeSet<>();
        for (Block block : flow.reversePostorder()) {
            boolean isInHandler = handled.stream().anyMatch(handler -> dominators.dominates(handler, block.id()));
            for (Handler handler : block.handlers()) {
                int target = handler.target().block();
                if (!releasesMonitor(target) && handled.add(target) && !isInHandler) {
                    lines.add(lineOf(block));
                }
            }
        }
        lines.forEach(line -> report(line, "AtledTryCatch", TRY));
    }

    /**
     * Whether this is the handler by which javac unlocks when a synchronized block is left by an exception, or a block
     * that only leads there: the handler guards itself, which makes it a loop with an entry of its own.
     */
    private boolean releasesMonitor(int handler) {
        Block block = flow.block(handler);
        Set<Block> passed = new HashSet<>();
        while (block.instructions().isEmpty()
                && block.terminator() instanceof Terminator.Jump jump
                && passed.add(block)) {
            block = flow.block(jump.target().block());
        }
        return block.instructions().stream().anyMatch(each -> each.op() instanceof Op.Monitor);
    }

    private static int lineOf(Block block) {
        return block.instructions().stream()
                .map(Instruction::line)
                .filter(line -> line > 0)
                .findFirst()
                .orElse(block.terminator().line());
    }

    private void report(int line, String tag, String message) {
        problems.add(new Problem(true, tag, new Site(method.method(), line), message));
    }
}
