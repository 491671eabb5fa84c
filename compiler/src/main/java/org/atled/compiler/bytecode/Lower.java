package org.atled.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Value;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Static single assignment form to bytecode. {@link BlockOrder} orders the blocks, {@link Schedule} decides what is left
 * on the operand stack, {@link Slots} where everything else is kept; what remains is to write the blocks one after
 * another, with moves on the edges whose arguments are not in place.
 */
final class Lower {
    /** An edge as code: moves, then on to the block that does something next. */
    private record Edge(Moves moves, int destination) {
        boolean isDirect() {
            return moves.isEmpty();
        }
    }

    private final Graph graph;
    private final Uses uses;
    private final Schedule schedule;
    private final Lifetimes lifetimes;
    private final Slots slots;
    private final MethodNode code = new MethodNode(0, "lowered", "()V", null, null);
    private final StatementWriter writer;
    private final Protection protection;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Label> exceptionLabels = new HashMap<>();
    private final List<Runnable> deferred = new ArrayList<>();
    /** Position of the block whose code follows, or -1. */
    private int next;

    private Lower(Function function) {
        graph = new Graph(BlockOrder.of(Creation.apply(function)));
        uses = new Uses(graph);
        schedule = new Schedule(graph, uses);
        lifetimes = new Lifetimes(graph, uses, schedule);
        slots = new Slots(graph, uses, schedule, lifetimes, isConstructor(function));
        writer = new StatementWriter(uses, schedule, slots, code);
        protection = new Protection(code, this::exceptionLabel);
    }

    private static boolean isConstructor(Function function) {
        return function.name().name().equals("<init>");
    }

    /**
     * Writes the function as the code of a method with the same parameters. Visits everything from
     * {@code visitCode} to {@code visitMaxs}, without frames: the class is to be written by a {@link FrameWriter}.
     * {@code <init>} must have its receiver for first parameter.
     */
    static void apply(Function function, MethodVisitor out) {
        MethodNode code = new Lower(function).write();
        out.visitCode();
        // ASM wants the exception table before the labels it names.
        code.tryCatchBlocks.forEach(range -> range.accept(out));
        code.instructions.accept(out);
        out.visitMaxs(0, 0);
    }

    private MethodNode write() {
        List<Integer> order = new ArrayList<>();
        for (int position = 0; position < graph.size(); position++) {
            if (!isPassedThrough(position)) {
                order.add(position);
            }
        }
        for (int i = 0; i < order.size(); i++) {
            next = i + 1 < order.size() ? order.get(i + 1) : -1;
            writeBlock(order.get(i));
        }
        next = -1;
        protection.leave();
        deferred.forEach(Runnable::run);
        return code;
    }

    /** Whether a block does nothing but jump on, so that jumps to it can go further at once. */
    private boolean isPassedThrough(int position) {
        Block block = graph.block(position);
        return block.terminator() instanceof Terminator.Jump jump
                && position > 0
                // Not backwards: some block of an endless empty loop must remain.
                && graph.position(jump.target().block()) > position
                && !graph.isHandler(position)
                && block.handlers().isEmpty()
                && schedule.statements(position).isEmpty()
                && moves(jump.target()).isEmpty();
    }

    private Moves moves(Target target) {
        return new Moves(graph, target, uses, schedule, slots, writer);
    }

    private Edge edge(Target target) {
        int destination = graph.position(target.block());
        while (isPassedThrough(destination)) {
            Target onward = graph.block(destination).terminator().targets().get(0);
            destination = graph.position(onward.block());
        }
        return new Edge(moves(target), destination);
    }

    private Label label(int position) {
        return labels.computeIfAbsent(position, absent -> new Label());
    }

    private Label exceptionLabel(int blockId) {
        return exceptionLabels.computeIfAbsent(graph.position(blockId), absent -> new Label());
    }

    private void writeBlock(int position) {
        Block block = graph.block(position);
        if (!copiesForHandlers(block).isEmpty()) {
            protection.leave();
        }
        if (graph.isHandler(position)) {
            writeExceptionEntry(block, position);
        }
        code.visitLabel(label(position));
        copiesForHandlers(block).forEach((parameter, argument) -> {
            writer.push(argument);
            writer.store(parameter);
        });
        protection.enter(block.handlers());
        schedule.statements(position).forEach(writer::statement);
        writeTerminator(block);
    }

    /** The exception is on the stack here, on other ways into the block it is not. */
    private void writeExceptionEntry(Block block, int position) {
        boolean shared = graph.incoming(position).stream().anyMatch(edge -> !edge.isExceptional());
        if (shared) {
            deferred.add(() -> {
                writeExceptionStore(block);
                code.visitJumpInsn(Opcodes.GOTO, label(position));
            });
        } else {
            protection.leave();
            writeExceptionStore(block);
        }
    }

    private void writeExceptionStore(Block block) {
        code.visitLabel(exceptionLabel(block.id()));
        Value exception = block.parameters().get(0);
        if (uses.isNeeded(exception)) {
            writer.store(exception);
        } else {
            code.visitInsn(Opcodes.POP);
        }
    }

    /** Parameters of handlers, by the argument to copy into them, where these do not share a slot. */
    private Map<Value, Value> copiesForHandlers(Block block) {
        Map<Value, Value> copies = new LinkedHashMap<>();
        for (Handler handler : block.handlers()) {
            List<Value> parameters =
                    graph.block(graph.position(handler.target().block())).parameters();
            List<Value> arguments = handler.target().arguments();
            for (int i = 0; i < arguments.size(); i++) {
                Value parameter = parameters.get(i + 1);
                if (uses.isNeeded(parameter) && slots.slot(parameter) != slots.slot(arguments.get(i))) {
                    copies.put(parameter, arguments.get(i));
                }
            }
        }
        return copies;
    }

    private void writeTerminator(Block block) {
        Terminator terminator = block.terminator();
        if (terminator instanceof Terminator.Jump jump) {
            writeEdge(edge(jump.target()), block);
        } else if (terminator instanceof Terminator.Branch branch) {
            writeBranch(branch, block);
        } else if (terminator instanceof Terminator.Switch choice) {
            writeSwitch(choice, block);
        } else {
            writer.push(terminator.operands());
            writer.startLine(terminator.line());
            code.visitInsn(exitOpcode(terminator));
        }
    }

    private static int exitOpcode(Terminator terminator) {
        if (terminator instanceof Terminator.Return exit) {
            return exit.value() == null
                    ? Opcodes.RETURN
                    : Encoding.opcode(exit.value().type(), Opcodes.IRETURN);
        }
        return Opcodes.ATHROW;
    }

    /** Moves and, unless the destination follows, a jump. */
    private void writeEdge(Edge edge, Block from) {
        if (!edge.isDirect() || edge.destination() != next) {
            writer.startLine(from.terminator().line());
        }
        edge.moves().write(() -> {
            if (changesProtected(edge, from) && !continuesProtection(edge)) {
                protection.leave();
            }
        });
        if (edge.destination() != next) {
            code.visitJumpInsn(Opcodes.GOTO, label(edge.destination()));
        }
    }

    /** Whether the moves change what the handlers of the block find in local variables. */
    private boolean changesProtected(Edge edge, Block from) {
        Set<Integer> found = new HashSet<>();
        for (Handler handler : from.handlers()) {
            lifetimes.atHandler(graph.position(handler.target().block())).forEach(variable -> {
                found.add(slots.slot(variable));
                found.add(slots.slot(variable) + variable.type().slots() - 1);
            });
        }
        return edge.moves().written().stream().anyMatch(found::contains);
    }

    /** Whether the next block has the same handlers: then it finds in place, after the moves, what these find. */
    private boolean continuesProtection(Edge edge) {
        return edge.destination() == next && protection.isIn(graph.block(next).handlers());
    }

    /** The edge without moves is the one that jumps; an edge with moves is written where the branch falls through. */
    private void writeBranch(Terminator.Branch branch, Block block) {
        Edge then = edge(branch.then());
        Edge otherwise = edge(branch.otherwise());
        boolean negate = then.isDirect() == otherwise.isDirect()
                ? then.destination() == next && otherwise.destination() != next
                : otherwise.isDirect();
        Edge jump = negate ? otherwise : then;
        Edge fall = negate ? then : otherwise;
        Label target = jump.isDirect() ? label(jump.destination()) : new Label();
        writer.push(branch.operands());
        writer.startLine(branch.line());
        code.visitJumpInsn((negate ? branch.condition().negated() : branch.condition()).opcode(), target);
        writeEdge(fall, block);
        if (!jump.isDirect()) {
            writeAside(target, jump, block, fall.destination() != next);
        }
    }

    /** Code that only a jump reaches: here, if control does not fall into it, else after all blocks. */
    private void writeAside(Label start, Edge edge, Block from, boolean here) {
        if (here) {
            code.visitLabel(start);
            writeEdge(edge, from);
        } else {
            deferred.add(() -> {
                code.visitLabel(start);
                writeEdge(edge, from);
            });
        }
    }

    private void writeSwitch(Terminator.Switch choice, Block block) {
        Map<Target, Label> asides = new LinkedHashMap<>();
        List<Label> targets = new ArrayList<>();
        for (Target target : choice.targets()) {
            Edge edge = edge(target);
            targets.add(
                    edge.isDirect()
                            ? label(edge.destination())
                            : asides.computeIfAbsent(target, absent -> new Label()));
        }
        writer.push(choice.selector());
        writer.startLine(choice.line());
        SwitchTable.write(choice.keys(), targets, code);
        int remaining = asides.size();
        for (Map.Entry<Target, Label> aside : asides.entrySet()) {
            // Only the last may fall into what follows.
            int following = next;
            next = --remaining == 0 ? following : -1;
            writeAside(aside.getValue(), edge(aside.getKey()), block, true);
            next = following;
        }
    }
}
