package org.atled.compiler.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atled.compiler.ir.Block;
import org.atled.compiler.ir.Definitions;
import org.atled.compiler.ir.Function;
import org.atled.compiler.ir.Handler;
import org.atled.compiler.ir.Instruction;
import org.atled.compiler.ir.MethodReference;
import org.atled.compiler.ir.Op;
import org.atled.compiler.ir.Target;
import org.atled.compiler.ir.Terminator;
import org.atled.compiler.ir.Type;
import org.atled.compiler.ir.Value;

/**
 * Makes exceptions ordinary control flow, but for their beginning. In protected code each instruction that may throw gets
 * a block of its own, without parameters, which only the block before it jumps to. Its one handler catches everything and
 * lands in a block of its own, so that this edge says: all before is done, the instruction itself has done nothing. From
 * there, and from {@code throw} statements, jumps and type tests lead to the handler that catches, or out of the
 * function. What is thrown for want of memory or stack, or by a class that cannot be initialized where it is first used,
 * is not caught.
 */
public final class IsolateThrowing {
    static final MethodReference REQUIRE_NON_NULL =
            new MethodReference("java/util/Objects", "requireNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;");

    private final Draft draft;
    private final Throwing throwing;
    private final Definitions definitions;
    private final Set<Value> caught = new HashSet<>();

    private IsolateThrowing(Function function) {
        draft = new Draft(function);
        definitions = Definitions.of(function);
        throwing = new Throwing(definitions);
        for (Block block : function.blocks()) {
            block.handlers()
                    .forEach(handler -> caught.add(
                            draft.block(handler.target().block()).parameters.get(0)));
        }
    }

    public static Function apply(Function function) {
        if (function.blocks().stream().allMatch(block -> block.handlers().isEmpty())) {
            return function;
        }
        IsolateThrowing run = new IsolateThrowing(function);
        List.copyOf(run.draft.blocks()).stream()
                .filter(block -> !block.handlers.isEmpty())
                .forEach(run::isolate);
        BlockMerging.dropUnreachable(run.draft);
        return run.draft.finish();
    }

    private void isolate(DraftBlock block) {
        Dispatch dispatch = new Dispatch(block.handlers);
        List<Instruction> instructions = block.instructions;
        Terminator end = block.terminator;
        block.handlers = new ArrayList<>();
        block.instructions = new ArrayList<>();
        DraftBlock at = block;
        for (Instruction instruction : instructions) {
            if (throwing.mayThrow(instruction)) {
                at = protect(at, instruction, dispatch);
            } else {
                at.instructions.add(instruction);
            }
        }
        at.terminator = end;
        if (end instanceof Terminator.Throw thrown) {
            raise(at, thrown, dispatch);
        }
    }

    /** Runs an instruction in a block of its own; gives the block after it. */
    private DraftBlock protect(DraftBlock before, Instruction instruction, Dispatch dispatch) {
        int line = instruction.line();
        DraftBlock alone = draft.add(draft.newBlockId(), List.of(), null);
        DraftBlock after = draft.add(draft.newBlockId(), List.of(), null);
        before.terminator = jump(alone.id, List.of(), line);
        alone.instructions.add(instruction);
        alone.terminator = jump(after.id, List.of(), line);
        Value exception = draft.newValue(Type.THROWABLE);
        DraftBlock landing = draft.add(draft.newBlockId(), List.of(exception), null);
        landing.terminator = dispatch.from(exception, line);
        alone.handlers.add(new Handler(null, new Target(landing.id, List.of())));
        return after;
    }

    private void raise(DraftBlock block, Terminator.Throw thrown, Dispatch dispatch) {
        Value exception = thrown.exception();
        Instruction definition = definitions.of(exception);
        boolean isMade = definition != null && definition.op() instanceof Op.New;
        DraftBlock from = block;
        if (!isMade && !caught.contains(exception)) {
            Op check = new Op.Invoke(Op.InvokeKind.STATIC, REQUIRE_NON_NULL, false);
            Value same = draft.newValue(Type.OBJECT);
            from = protect(block, new Instruction(same, check, List.of(exception), thrown.line()), dispatch);
        }
        from.terminator = dispatch.from(exception, thrown.line());
    }

    private static Terminator jump(int to, List<Value> arguments, int line) {
        return new Terminator.Jump(new Target(to, arguments), line);
    }

    /** The way from an exception to one of the handlers around a block, shared by all that the block may throw. */
    private final class Dispatch {
        private final List<Handler> handlers;
        private DraftBlock start;

        private Dispatch(List<Handler> handlers) {
            this.handlers = List.copyOf(handlers);
        }

        Terminator from(Value exception, int line) {
            if (catchesAll(handlers.get(0)) && parameterType(handlers.get(0)).equals(Type.THROWABLE)) {
                return enter(handlers.get(0), exception, line);
            }
            if (start == null) {
                build(line);
            }
            return jump(start.id, List.of(exception), line);
        }

        private void build(int line) {
            Value exception = draft.newValue(Type.THROWABLE);
            start = draft.add(draft.newBlockId(), List.of(exception), null);
            DraftBlock at = start;
            for (Handler handler : handlers) {
                DraftBlock chosen = draft.add(draft.newBlockId(), List.of(), null);
                Value cast = draft.newValue(parameterType(handler));
                chosen.instructions.add(new Instruction(cast, new Op.CheckCast(cast.type()), List.of(exception), line));
                chosen.terminator = enter(handler, cast, line);
                if (catchesAll(handler)) {
                    at.terminator = jump(chosen.id, List.of(), line);
                    return;
                }
                at = test(at, handler.catchType(), exception, chosen, line);
            }
            at.terminator = new Terminator.Throw(exception, line);
        }

        /** Goes to a block if the exception is of a type; gives the block for all others. */
        private DraftBlock test(DraftBlock at, Type type, Value exception, DraftBlock chosen, int line) {
            Value matches = draft.newValue(Type.INT);
            at.instructions.add(new Instruction(matches, new Op.InstanceOf(type), List.of(exception), line));
            DraftBlock next = draft.add(draft.newBlockId(), List.of(), null);
            at.terminator = new Terminator.Branch(
                    Terminator.Condition.IFNE,
                    List.of(matches),
                    new Target(chosen.id, List.of()),
                    new Target(next.id, List.of()),
                    line);
            return next;
        }

        private boolean catchesAll(Handler handler) {
            return handler.catchType() == null || handler.catchType().equals(Type.THROWABLE);
        }

        private Type parameterType(Handler handler) {
            return draft.block(handler.target().block()).parameters.get(0).type();
        }

        private Terminator enter(Handler handler, Value exception, int line) {
            List<Value> arguments = new ArrayList<>(List.of(exception));
            arguments.addAll(handler.target().arguments());
            return jump(handler.target().block(), arguments, line);
        }
    }
}
